//! The browser engines that the end-to-end tests run in.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command;

/// An engine, by a browser that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium; also the one of the component tests.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's little browser.
    Webkit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// The name on the command line and in the tests' `E2E_BROWSER`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Where its driver is: `CHROMEDRIVER` (or `GECKODRIVER`, `WEBKITWEBDRIVER`) names it, or the search path has it.
    pub fn driver(self) -> Result<PathBuf> {
        let program = match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::Webkit => "WebKitWebDriver",
        };
        let named = std::env::var_os(program.to_uppercase()).map(PathBuf::from);
        let found = named.or_else(|| command::find(program));
        found.with_context(|| format!("there is no {program}; run `cargo xtask setup --browsers`"))
    }
}
