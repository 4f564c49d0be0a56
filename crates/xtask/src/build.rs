//! `cargo xtask build`: the release bundle in `dist/`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup::{self, Extent};
use crate::split::Split;
use crate::{about, command, font, minify, output, parts, seal, siblings, size, split, workspace};

/// Takes the place of the flags in `.cargo/config.toml`, with U+001F between them.
const RUST_FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";
/// Those flags.
const OWN_FLAGS: [&str; 3] = ["--cfg", "erase_components", "-Csymbol-mangling-version=v0"];
/// Without it the WebAssembly cannot be cut.
const KEEP_RELOCATIONS: &str = "-Clink-arg=--emit-relocs";

/// Older ones build a page that dies on load.
const OLDEST_OPTIMISER: u32 = 120;

/// Sets up and builds the bundle.
pub fn run() -> Result<()> {
    setup::run(Extent::Build)?;
    release()
}

/// Builds the bundle with what is installed.
pub fn release() -> Result<()> {
    output::step("build: the release bundle", || {
        bundle(split::linked)?;
        output::line("");
        output::line(size::files::table(&size::files::of_folder(&workspace::dist())?));
        Ok("the bundle is in dist/".to_owned())
    })
}

/// Builds one that tells of each function when it is called: for [`crate::profile`] alone.
pub fn telling() -> Result<()> {
    output::step("build: a bundle that tells what is called", || {
        bundle(split::marked)?;
        Ok(String::new())
    })
}

fn bundle(cut: impl Fn() -> Result<Split>) -> Result<()> {
    check_optimiser()?;
    font::cut()?;
    command::run(release_trunk()?.args(["build", "--release", "--offline", "--features", "split"]))?;
    check_bundle()?;
    seal::bundle(&workspace::dist(), cut()?, minify::minified)?;
    about::write(&workspace::dist())?;
    siblings::write(&workspace::dist())
}

/// The same, for what people get: it knows what it is made of, and nothing of the computer that it is built on.
fn release_trunk() -> Result<std::process::Command> {
    let mut trunk = like_release(trunk()?)?;
    trunk.env("LICENSING_PARTS", parts::table(&parts::all()?));
    Ok(trunk)
}

/// A program that compiles for WebAssembly, with the flags of the release.
pub fn like_release(mut program: std::process::Command) -> Result<std::process::Command> {
    program.env(RUST_FLAGS, rust_flags()?);
    Ok(program)
}

/// The compiler's flags of `.cargo/config.toml`, which the variable would hide, and names for the folders that would be in
/// messages of panics.
fn rust_flags() -> Result<String> {
    let standard_library = command::read(command::wasm("rustc")?.args(["--print", "sysroot"]))?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registry = home.context("there is no folder of cargo's own")?.join("registry/src");
    let entries = std::fs::read_dir(&registry).with_context(|| format!("reading {}", registry.display()))?;
    let mut renamed = vec![
        (workspace::root().to_path_buf(), "."),
        (Path::new(standard_library.trim()).join("lib/rustlib/src/rust"), "rust"),
    ];
    renamed.extend(entries.flatten().map(|entry| (entry.path(), "crates")));
    let flags = renamed.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(OWN_FLAGS
        .iter()
        .chain([&KEEP_RELOCATIONS])
        .map(ToString::to_string)
        .chain(flags)
        .collect::<Vec<_>>()
        .join("\u{1f}"))
}

/// Trunk, with the toolchain that can build for WebAssembly, and Sass finding the npm packages.
pub fn trunk() -> Result<std::process::Command> {
    let mut trunk = command::wasm("trunk")?;
    trunk.env("SASS_PATH", workspace::node_modules()).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes `NO_COLOR=1` for a malformed flag.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

fn check_optimiser() -> Result<()> {
    let answer = command::read(command::host("wasm-opt").arg("--version"))?;
    let version = optimiser_version(&answer).with_context(|| format!("wasm-opt says {answer:?}"))?;
    if version < OLDEST_OPTIMISER {
        bail!("wasm-opt {version} is too old, {OLDEST_OPTIMISER} is needed; run `cargo xtask setup`");
    }
    Ok(())
}

fn optimiser_version(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| word.parse().ok())
}

/// Fails where there is no bundle.
pub fn check_bundle() -> Result<()> {
    let dist = workspace::dist();
    let entries = std::fs::read_dir(&dist).with_context(|| format!("reading {}", dist.display()))?;
    let names: Vec<String> = entries.flatten().map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    for ending in ["index.html", ".wasm", ".js"] {
        if !names.iter().any(|name| name.ends_with(ending)) {
            bail!("Trunk left nothing that ends in {ending} in {}", dist.display());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::build::optimiser_version;

    #[test]
    fn the_optimisers_version_is_read_from_its_answer() {
        assert_eq!(optimiser_version("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(optimiser_version("wasm-opt version 108\n"), Some(108));
        assert_eq!(optimiser_version(""), None);
    }
}
