//! `cargo xtask bench`: the release bundle beside a page by hand and one of React with TanStack, in Chromium.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::cli::BenchOptions;
use crate::engine::Engine;
use crate::setup::{self, Extent};
use crate::toolchain::TARGET;
use crate::{build, command, e2e, output, siblings, workspace};

/// Builds everything unless told otherwise, and measures.
pub fn run(options: &BenchOptions) -> Result<()> {
    setup::run(Extent::Bench)?;
    if !options.no_build {
        build::release()?;
        output::step("bench: the pages to compare with", pages)?;
    }
    output::step("bench: measuring", || {
        let mut cargo = e2e::cargo(Engine::Chromium)?;
        cargo.args(["run", "--quiet", "--package", "e2e", "--bin", "bench", "--"]).arg(folder());
        cargo.arg(options.rounds.to_string()).args(&options.filter);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}

/// Where the pages are built, and the figures kept.
pub fn folder() -> PathBuf {
    workspace::root().join("target/bench")
}

fn sources() -> PathBuf {
    workspace::root().join("tests/bench")
}

fn pages() -> Result<String> {
    by_hand(&empty("vanilla")?)?;
    react(&empty("react")?)?;
    decode(&empty("decode")?)?;
    Ok("they are in target/bench/".to_owned())
}

/// A folder of this name, with the page's own files.
fn empty(name: &str) -> Result<PathBuf> {
    let to = folder().join(name);
    if to.exists() {
        fs::remove_dir_all(&to).with_context(|| format!("emptying {}", to.display()))?;
    }
    fs::create_dir_all(&to).with_context(|| format!("making {}", to.display()))?;
    copy(&sources().join(name).join("index.html"), &to)?;
    Ok(to)
}

fn copy(file: &Path, to: &Path) -> Result<()> {
    let name = file.file_name().context("a file has a name")?;
    fs::copy(file, to.join(name)).with_context(|| format!("copying {}", file.display()))?;
    Ok(())
}

fn by_hand(to: &Path) -> Result<()> {
    for file in ["vanilla/main.js", "shared/contracts.js", "shared/style.css"] {
        copy(&sources().join(file), to)?;
    }
    siblings::write(to)
}

fn react(to: &Path) -> Result<()> {
    copy(&sources().join("shared/style.css"), to)?;
    let mut bundler = command::host(folder().join("node_modules/.bin/esbuild"));
    bundler.arg(sources().join("react/main.jsx")).arg(format!("--outfile={}", to.join("main.js").display()));
    bundler.args(["--bundle", "--minify", "--format=esm", "--jsx=automatic", "--log-level=warning"]);
    bundler.arg("--define:process.env.NODE_ENV=\"production\"").env("NODE_PATH", folder().join("node_modules"));
    command::run(&mut bundler)?;
    siblings::write(to)
}

/// The app's own reading, compiled and optimised as the app is.
fn decode(to: &Path) -> Result<()> {
    copy(&sources().join("decode/main.js"), to)?;
    let mut cargo = build::like_release(command::wasm("cargo")?)?;
    command::run(cargo.args(["build", "--release", "--locked", "--target", TARGET, "--example", "read"]))?;
    let module = workspace::target().join(TARGET).join("release/examples/read.wasm");
    let mut bindings = command::host("wasm-bindgen");
    bindings.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(to).arg(module);
    command::run(&mut bindings)?;
    let module = to.join("read_bg.wasm");
    command::run(command::host("wasm-opt").arg("-O1").arg(&module).arg("-o").arg(&module))?;
    siblings::write(to)
}
