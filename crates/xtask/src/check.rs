//! Format and lints.

use anyhow::{Context, Result};

use crate::toolchain::TARGET;
use crate::{command, output};

/// The formatting of all crates.
pub fn format() -> Result<()> {
    output::step("format", || {
        let check = command::run(command::host("cargo").args(["fmt", "--all", "--check"]));
        check.context("the code is not formatted; run `cargo fmt --all`")?;
        Ok(String::new())
    })
}

/// The lints of all crates, as compiled for this machine.
pub fn lint_host() -> Result<()> {
    output::step("clippy: all crates on this machine", || {
        let mut cargo = command::host("cargo");
        cargo.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}

/// The lints of the app, as compiled for the browser, in parts; [`lint_host`] has seen it in one piece.
pub fn lint_wasm() -> Result<()> {
    output::step("clippy: the app for the browser", || {
        let mut cargo = command::wasm("cargo")?;
        cargo.args(["clippy", "--target", TARGET, "--all-targets", "--features", "split", "--", "-D", "warnings"]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}
