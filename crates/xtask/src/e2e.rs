//! `cargo xtask e2e`: the release bundle in a real browser, against the stand-in.

use anyhow::Result;

use crate::cli::EndToEndOptions;
use crate::setup::{self, Extent};
use crate::webdriver::WebDriver;
use crate::{build, command, output, views, workspace};

/// Builds the bundle unless told otherwise, and tests it.
pub fn run(options: &EndToEndOptions) -> Result<()> {
    setup::run(Extent::Tests)?;
    if !options.no_build {
        build::release()?;
    }
    if options.update_snapshots {
        return views::update_snapshots(options.filter.as_deref());
    }
    tests(options.filter.as_deref())
}

/// Tests the bundle that is in `dist/`; `filter` narrows the tests by name.
pub fn tests(filter: Option<&str>) -> Result<()> {
    output::step("e2e: the release bundle in a browser", || {
        let driver = WebDriver::start()?;
        let mut cargo = command::host("cargo");
        cargo.env("E2E_WEBDRIVER", driver.address()).env("E2E_BROWSER", "chromium");
        cargo.env("E2E_DIST", workspace::dist());
        cargo.args(["test", "--package", "e2e", "--", "--test-threads=2"]).args(filter);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}
