//! The browser's driver.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::background::Background;
use crate::{command, stub};

/// A running chromedriver; dropping it ends it and its browsers.
pub struct WebDriver {
    address: String,
    _process: Background,
}

impl WebDriver {
    /// Starts chromedriver on a free loopback port.
    pub fn start() -> Result<Self> {
        let port = stub::free_port()?;
        let mut driver = command::host(program()?);
        driver.arg(format!("--port={port}")).arg("--log-level=WARNING");
        let mut process = Background::start(&driver, Stdio::null())?;
        process.wait_for_port(port, Duration::from_secs(20))?;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), _process: process })
    }

    /// Where it listens.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Where chromedriver is: `CHROMEDRIVER` names it, or the search path has it.
pub fn program() -> Result<PathBuf> {
    let named = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    named.or_else(|| command::find("chromedriver")).context("there is no chromedriver; run `cargo xtask setup`")
}
