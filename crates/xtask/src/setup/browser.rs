//! The browsers of the tests, and the drivers that steer them.

use anyhow::Result;

use crate::command;
use crate::engine::Engine;
use crate::setup::{Outcome, Step, apt};

pub const CHROMIUM: Step = Step {
    title: "Chromium and its driver, for the tests",
    run: || {
        let browser = find(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
        let driver = Engine::Chromium.driver().ok();
        let found = browser.zip(driver).map(|(browser, driver)| format!("{browser}, {}", driver.display()));
        have(found, &CHROMIUM_PACKAGES)
    },
    by_hand: || apt::by_hand(&CHROMIUM_PACKAGES),
};

pub const FIREFOX: Step = Step {
    title: "Firefox, for the tests",
    run: || have(find(&["firefox", "firefox-esr"]).map(str::to_owned), &FIREFOX_PACKAGES),
    by_hand: || apt::by_hand(&FIREFOX_PACKAGES),
};

pub const WEBKIT: Step = Step {
    title: "WebKit with its driver and a screen to show it on, for the tests",
    run: || {
        let found = find(&["Xvfb"]).zip(Engine::Webkit.driver().ok());
        have(found.map(|(screen, driver)| format!("{}, {screen}", driver.display())), &WEBKIT_PACKAGES)
    },
    by_hand: || apt::by_hand(&WEBKIT_PACKAGES),
};

const CHROMIUM_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];
const FIREFOX_PACKAGES: [&str; 1] = ["firefox-esr"];
const WEBKIT_PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// The first of these programs that the search path has.
fn find<'name>(programs: &[&'name str]) -> Option<&'name str> {
    programs.iter().copied().find(|name| command::find(name).is_some())
}

/// Installs `packages` unless what they bring was found.
fn have(found: Option<String>, packages: &[&str]) -> Result<Outcome> {
    if let Some(what) = found {
        return Ok(Outcome::Present(what));
    }
    apt::install(packages)?;
    Ok(Outcome::Installed(packages.join(", ")))
}
