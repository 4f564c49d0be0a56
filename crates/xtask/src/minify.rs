//! Scripts in as few bytes as they go.

use std::fs;

use anyhow::{Context, Result};

use crate::{command, workspace};

/// A script that does the same, without its comments and with short names.
pub fn minified(script: &str) -> Result<String> {
    let path = workspace::target().join("split/script.js");
    fs::write(&path, script).with_context(|| format!("writing {}", path.display()))?;
    let program = workspace::root().join("crates/xtask/programs/minify.mjs");
    command::run(command::host("node").arg(program).arg(&path))?;
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}
