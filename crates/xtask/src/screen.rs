//! A screen that nobody sees, for the browser that has no headless way of its own.

use anyhow::{Context, Result};
use background::{Background, Output};

use crate::command;

/// A running Xvfb; dropping it ends it.
pub struct Screen {
    display: String,
    _process: Background,
}

impl Screen {
    /// Starts Xvfb on a display that it finds free, open to this machine alone.
    pub fn start() -> Result<Self> {
        let mut server = command::host("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1400x1200x24", "-nolisten", "tcp", "-noreset"]);
        let mut process = Background::start(&server, Output::Read)?;
        let number = process.first_line().context("there is no screen for the browser")?;
        Ok(Self { display: format!(":{number}"), _process: process })
    }

    /// What `DISPLAY` is to be.
    pub fn display(&self) -> &str {
        &self.display
    }
}
