//! `cargo xtask test`: every test there is.

use anyhow::Result;

use crate::setup::{self, Extent};
use crate::toolchain::TARGET;
use crate::{build, command, e2e, output, webdriver};

/// Sets up and runs all tests, stopping at the first kind that fails.
pub fn run() -> Result<()> {
    setup::run(Extent::Tests)?;
    host()?;
    components()?;
    build::release()?;
    e2e::tests(None)
}

/// The tests of all crates that run on this machine.
pub fn host() -> Result<()> {
    output::step("test: all crates on this machine", || {
        command::run(command::host("cargo").args(["test", "--workspace", "--exclude", "e2e"]))?;
        Ok(String::new())
    })
}

/// The component tests, in a headless browser.
pub fn components() -> Result<()> {
    output::step("test: components in a headless browser", || {
        let mut cargo = command::wasm("cargo")?;
        cargo.env("CHROMEDRIVER", webdriver::program()?);
        cargo.args(["test", "--target", TARGET, "--test", "web"]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}
