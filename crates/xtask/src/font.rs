//! The font, cut to what the app shows: a fifth smaller.

use anyhow::Result;

use crate::{command, workspace};

/// Where npm has the font.
const SOURCE: &str = "@fontsource-variable/ubuntu-sans/files/ubuntu-sans-latin-wght-normal.woff2";
/// Where index.html takes it from, from the workspace's root.
const TARGET: &str = "target/font/ubuntu-sans.woff2";

/// Cuts it.
pub fn cut() -> Result<()> {
    let program = workspace::root().join("crates/xtask/programs/font.mjs");
    let files = [program, workspace::node_modules().join(SOURCE), workspace::root().join(TARGET)];
    command::run(command::host("node").args(files))
}
