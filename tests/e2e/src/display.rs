//! A display that nobody sees, for the browser that has no headless way of its own.

use std::process::Command;

use background::{Background, Output};

/// Says which display it is and nothing else. Xvfb closes what it has said that to, so it must not be its output.
const SERVER: &str = "exec Xvfb -displayfd 3 -screen 0 1400x1200x24 -nolisten tcp -noreset 3>&1 >/dev/null 2>&1";

/// A running Xvfb; dropping it ends it. Each session has one of its own, since browsers that share one take each other
/// the focus, and with it the keys.
#[derive(Debug)]
pub(crate) struct Display {
    number: String,
    _process: Background,
}

impl Display {
    /// Starts Xvfb on a number that it finds free, open to this machine alone.
    ///
    /// # Panics
    /// When there is no Xvfb.
    pub fn start() -> Self {
        let mut process = Background::start(Command::new("sh").args(["-c", SERVER]), Output::Read).expect("sh starts");
        let number = process.first_line().expect("Xvfb starts; `cargo xtask setup --browsers` installs it");
        Self { number, _process: process }
    }

    /// What tells browsers of it.
    pub fn variable(&self) -> (&'static str, String) {
        ("DISPLAY", format!(":{}", self.number))
    }
}
