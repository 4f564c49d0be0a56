//! What the list of views in `tests/e2e` is for besides its tests: snapshots and pictures.

use anyhow::Result;

use crate::cli::ShotsOptions;
use crate::engine::Engine;
use crate::setup::{self, Extent};
use crate::{build, command, e2e, output, workspace};

/// Keeps the accessibility trees of the bundle in `dist/`; `filter` narrows the views by name.
pub fn update_snapshots(filter: Option<&str>) -> Result<()> {
    output::step("e2e: keeping the accessibility trees", || {
        let mut cargo = e2e::cargo(Engine::Chromium)?;
        cargo.env("E2E_UPDATE_SNAPSHOTS", "1");
        cargo.args(["test", "--package", "e2e", "--test", "views", "--", "--test-threads=2"]).args(filter);
        command::run(&mut cargo)?;
        Ok("they are in tests/e2e/snapshots/: look at what changed before you commit".to_owned())
    })
}

/// `cargo xtask shots`: builds the bundle unless told otherwise, and takes a picture of every view.
pub fn shots(options: &ShotsOptions) -> Result<()> {
    setup::run(Extent::Tests(&[Engine::Chromium]))?;
    if !options.no_build {
        build::release()?;
    }
    output::step("shots: every view in both themes at three widths", || {
        let folder = workspace::root().join("target/shots");
        let mut cargo = e2e::cargo(Engine::Chromium)?;
        cargo.args(["run", "--quiet", "--package", "e2e", "--bin", "shots", "--"]).arg(&folder).args(&options.filter);
        command::run(&mut cargo)?;
        Ok(format!("open {}", folder.join("index.html").display()))
    })
}
