//! A screen that nobody sees, for the browser that has no headless way of its own.

use anyhow::{Context, Result};
use background::{Background, Output};

use crate::command;

/// Says on which display it is and nothing else. Xvfb closes what it has said that to, so it must not be its output.
const SERVER: &str = "exec Xvfb -displayfd 3 -screen 0 1400x1200x24 -nolisten tcp -noreset 3>&1 >/dev/null 2>&1";

/// A running Xvfb; dropping it ends it.
pub struct Screen {
    display: String,
    _process: Background,
}

impl Screen {
    /// Starts Xvfb on a display that it finds free, open to this machine alone.
    pub fn start() -> Result<Self> {
        let mut process = Background::start(command::host("sh").args(["-c", SERVER]), Output::Read)?;
        let number = process.first_line().context("Xvfb did not start; run `cargo xtask setup --browsers`")?;
        Ok(Self { display: format!(":{number}"), _process: process })
    }

    /// What `DISPLAY` is to be.
    pub fn display(&self) -> &str {
        &self.display
    }
}
