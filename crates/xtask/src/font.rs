//! The font, cut to what the app shows: its own letters at first, and those of names where one is shown.

use anyhow::Result;

use crate::{command, workspace};

/// Where npm has the font.
const SOURCE: &str = "@fontsource-variable/ubuntu-sans/files/ubuntu-sans-latin-wght-normal.woff2";
/// What says which letters and weights are in which file, from the workspace's root.
const STYLES: &str = "style/_base.scss";
/// Where index.html takes the files from, from the workspace's root.
const FOLDER: &str = "target/font";

/// Cuts it.
pub fn cut() -> Result<()> {
    let root = workspace::root();
    let program = root.join("crates/xtask/programs/font.mjs");
    let files = [program, workspace::node_modules().join(SOURCE), root.join(STYLES), root.join(FOLDER)];
    command::run(command::host("node").args(files))
}
