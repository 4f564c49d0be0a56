//! The npm packages of package-lock.json: Sass and its styles, the font, the WebAssembly optimiser, axe-core.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::setup::{Outcome, Step, apt};
use crate::{command, workspace};

pub const STEP: Step = Step { title: "the npm packages of package-lock.json", run, by_hand };

/// Nothing here needs a script at installation, nor Sass its optional file watcher.
const INSTALL: [&str; 3] = ["ci", "--ignore-scripts", "--omit=optional"];

fn run() -> Result<Outcome> {
    if command::find("node").is_none() || command::find("npm").is_none() {
        apt::install(&["nodejs", "npm"]).context("node and npm are missing")?;
    }
    let lock = fs::read(workspace::root().join("package-lock.json")).context("reading package-lock.json")?;
    if fs::read(stamp()).is_ok_and(|installed| installed == lock) {
        return Ok(Outcome::Present("node_modules is up to date".to_owned()));
    }
    command::run(command::host("npm").args(INSTALL))?;
    fs::write(stamp(), lock).context("noting what was installed")?;
    Ok(Outcome::Installed("node_modules".to_owned()))
}

/// A copy of the lock file that `node_modules` was installed from; npm itself wipes it with the folder.
fn stamp() -> PathBuf {
    workspace::node_modules().join(".installed-from.json")
}

fn by_hand() -> String {
    if command::find("npm").is_none() {
        return format!("{} && npm {}", apt::by_hand(&["nodejs", "npm"]), INSTALL.join(" "));
    }
    format!("npm {}", INSTALL.join(" "))
}
