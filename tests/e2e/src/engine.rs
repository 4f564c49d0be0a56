//! The browser engines: what each is started with, and where they go different ways.

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::scenario::Setup;

/// How long a script of a test may take. WebKit's driver sets a timer of that length in the page for each of them.
pub(crate) const SCRIPT_MILLISECONDS: u32 = 29_000;

/// The engine of the browser that a test drives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's little browser.
    Webkit,
}

impl Engine {
    /// The one that `E2E_BROWSER` names.
    ///
    /// # Panics
    /// When it names none.
    pub(crate) fn from_environment() -> Self {
        match std::env::var("E2E_BROWSER").as_deref() {
            Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::Webkit,
            other => panic!("E2E_BROWSER is chromium, firefox or webkit, not {other:?}; `cargo xtask e2e` sets it"),
        }
    }

    /// What the driver's environment says of the person before the screen; their browser inherits it.
    pub(crate) fn environment(setup: &Setup) -> Vec<(&'static str, String)> {
        let language = setup.language.replace('-', "_");
        let mut variables = vec![("LC_ALL", format!("{language}.UTF-8")), ("LANGUAGE", language)];
        variables.extend(setup.zone.map(|zone| ("TZ", zone.to_owned())));
        variables
    }

    /// What to ask the driver for. `outside` is where whatever does not go to the host `stand_in` is to be sent.
    pub(crate) fn capabilities(self, setup: &Setup, stand_in: &str, outside: &str) -> Capabilities {
        let mut wanted = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": chromium_options(setup),
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "proxy": {
                    "proxyType": "manual", "httpProxy": outside, "sslProxy": outside, "noProxy": [stand_in],
                },
                "moz:firefoxOptions": firefox_options(setup),
            }),
            // It crashes now and then as it starts when the driver is what tells it of the proxy.
            Self::Webkit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "args": [
                    "--automation", format!("--proxy=http://{outside}"), format!("--ignore-host={stand_in}"),
                ] },
            }),
        };
        wanted["timeouts"] = json!({ "script": SCRIPT_MILLISECONDS });
        wanted.as_object().cloned().unwrap_or_default()
    }
}

/// The driver gives every session an empty profile of its own, here and in Firefox.
fn chromium_options(setup: &Setup) -> Value {
    let mut options = json!({
        "args": [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
        "prefs": { "intl.accept_languages": setup.language },
    });
    if let Ok(binary) = std::env::var("E2E_BROWSER_BINARY") {
        options["binary"] = Value::String(binary);
    }
    options
}

fn firefox_options(setup: &Setup) -> Value {
    json!({
        "args": ["-headless"],
        "prefs": {
            "intl.accept_languages": setup.language,
            // Dates and numbers in the language of the environment.
            "intl.regional_prefs.use_os_locales": true,
        },
    })
}
