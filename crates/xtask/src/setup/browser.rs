//! The browser of the tests, and the driver that steers it.

use anyhow::Result;

use crate::setup::{Outcome, Step, apt};
use crate::{command, webdriver};

pub const STEP: Step = Step { title: "Chromium and its driver, for the tests", run, by_hand };

const PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

fn run() -> Result<Outcome> {
    let browser = BROWSERS.iter().find(|name| command::find(name).is_some());
    if let (Some(browser), Ok(driver)) = (browser, webdriver::program()) {
        return Ok(Outcome::Present(format!("{browser}, {}", driver.display())));
    }
    apt::install(&PACKAGES)?;
    Ok(Outcome::Installed(PACKAGES.join(", ")))
}

fn by_hand() -> String {
    apt::by_hand(&PACKAGES)
}
