//! What the list of views in `tests/e2e` is for besides its tests: snapshots and pictures.

use std::process::Command;

use anyhow::Result;

use crate::cli::ShotsOptions;
use crate::setup::{self, Extent};
use crate::webdriver::WebDriver;
use crate::{build, command, output, workspace};

/// Keeps the accessibility trees of the bundle in `dist/`; `filter` narrows the views by name.
pub fn update_snapshots(filter: Option<&str>) -> Result<()> {
    output::step("e2e: keeping the accessibility trees", || {
        let driver = WebDriver::start()?;
        let mut cargo = cargo(&driver);
        cargo.env("E2E_UPDATE_SNAPSHOTS", "1");
        cargo.args(["test", "--package", "e2e", "--test", "views", "--", "--test-threads=2"]).args(filter);
        command::run(&mut cargo)?;
        Ok("they are in tests/e2e/snapshots/: look at what changed before you commit".to_owned())
    })
}

/// `cargo xtask shots`: builds the bundle unless told otherwise, and takes a picture of every view.
pub fn shots(options: &ShotsOptions) -> Result<()> {
    setup::run(Extent::Tests)?;
    if !options.no_build {
        build::release()?;
    }
    output::step("shots: every view in both themes at three widths", || {
        let driver = WebDriver::start()?;
        let folder = workspace::root().join("target/shots");
        let mut cargo = cargo(&driver);
        cargo.args(["run", "--quiet", "--package", "e2e", "--bin", "shots", "--"]).arg(&folder).args(&options.filter);
        command::run(&mut cargo)?;
        Ok(format!("open {}", folder.join("index.html").display()))
    })
}

/// Cargo, with all that the end-to-end tests take from their environment.
fn cargo(driver: &WebDriver) -> Command {
    let mut cargo = command::host("cargo");
    cargo.env("E2E_WEBDRIVER", driver.address()).env("E2E_BROWSER", "chromium").env("E2E_DIST", workspace::dist());
    cargo
}
