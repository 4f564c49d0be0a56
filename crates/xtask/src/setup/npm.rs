//! The npm packages of package-lock.json: Sass and its styles, the font, the WebAssembly optimiser, axe-core. And those of
//! tests/bench/, where they are asked for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::setup::{Outcome, Step, apt};
use crate::{bench, command, workspace};

pub const STEP: Step = Step {
    title: "the npm packages of package-lock.json",
    run: || install(workspace::root(), &INSTALL),
    by_hand: || by_hand(&INSTALL),
};

/// They are installed where the pages are built, so that the sources stay free of them.
pub const BENCH: Step = Step {
    title: "the npm packages of the pages to compare with",
    run: || {
        let folder = bench::folder();
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        for name in ["package.json", LOCK] {
            let from = workspace::root().join("tests/bench").join(name);
            fs::copy(&from, folder.join(name)).with_context(|| format!("copying {}", from.display()))?;
        }
        install(&folder, &INSTALL_BENCH)
    },
    by_hand: || format!("cargo xtask setup, then in target/bench: {}", by_hand(&INSTALL_BENCH)),
};

const LOCK: &str = "package-lock.json";
/// Nothing here needs a script at installation, nor Sass its optional file watcher.
const INSTALL: [&str; 3] = ["ci", "--ignore-scripts", "--omit=optional"];
/// The bundler's program is an optional package, one for each kind of computer.
const INSTALL_BENCH: [&str; 2] = ["ci", "--ignore-scripts"];

fn install(folder: &Path, arguments: &[&str]) -> Result<Outcome> {
    if command::find("node").is_none() || command::find("npm").is_none() {
        apt::install(&["nodejs", "npm"]).context("node and npm are missing")?;
    }
    let lock = fs::read(folder.join(LOCK)).context("reading package-lock.json")?;
    if fs::read(stamp(folder)).is_ok_and(|installed| installed == lock) {
        return Ok(Outcome::Present("node_modules is up to date".to_owned()));
    }
    command::run(command::host("npm").args(arguments).current_dir(folder))?;
    fs::write(stamp(folder), lock).context("noting what was installed")?;
    Ok(Outcome::Installed("node_modules".to_owned()))
}

/// A copy of the lock file that `node_modules` was installed from; npm itself wipes it with the folder.
fn stamp(folder: &Path) -> PathBuf {
    folder.join("node_modules/.installed-from.json")
}

fn by_hand(arguments: &[&str]) -> String {
    let npm = format!("npm {}", arguments.join(" "));
    if command::find("npm").is_none() { format!("{} && {npm}", apt::by_hand(&["nodejs", "npm"])) } else { npm }
}
