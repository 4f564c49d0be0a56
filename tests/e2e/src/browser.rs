//! A browser with an empty profile, started and closed.

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::{Command, answered};

/// One window of a browser, and everything that a test does with it.
pub struct Browser {
    pub(crate) client: Client,
}

impl Browser {
    /// Starts a session at the driver that `E2E_WEBDRIVER` names, in the browser that `E2E_BROWSER` names.
    ///
    /// # Panics
    /// When there is no such driver, or it cannot start its browser.
    pub async fn start() -> Self {
        let driver = std::env::var("E2E_WEBDRIVER");
        let driver = driver.expect("E2E_WEBDRIVER is the address of a WebDriver; `cargo xtask e2e` sets it");
        let name = std::env::var("E2E_BROWSER").unwrap_or_else(|_| "chromium".to_owned());
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(&name));
        let client = builder.connect(&driver).await.expect("the driver starts a browser");
        Self { client }
    }

    /// Ends the session, and the browser with it.
    pub async fn close(self) {
        // A browser that is gone already needs no closing.
        let _ = self.client.close().await;
    }

    /// Loads an address, as if it was typed into the address bar.
    pub async fn goto(&self, address: &str) {
        answered(self.client.goto(address).await);
    }

    /// What the address bar shows.
    pub async fn address(&self) -> String {
        answered(self.client.execute("return location.href", Vec::new()).await).as_str().unwrap_or_default().to_owned()
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        answered(self.client.refresh().await);
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        answered(self.client.back().await);
    }

    /// Goes forward in the history.
    pub async fn forward(&self) {
        answered(self.client.forward().await);
    }

    /// Opens a new tab, which shares nothing with this one but the browser, and looks at it from now on.
    pub async fn open_tab(&self) {
        let tab = answered(self.client.new_window(true).await);
        answered(self.client.switch_to_window(tab.handle).await);
    }

    /// Runs a script in the page, for what a person cannot see: storage, cookies, the markup.
    pub async fn script(&self, script: &str) -> Value {
        answered(self.client.execute(script, Vec::new()).await)
    }

    /// The text that a script returns.
    pub async fn script_text(&self, script: &str) -> String {
        match self.script(script).await {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// Makes the browser believe that it is in another time zone: `Pacific/Kiritimati`.
    pub async fn travel(&self, zone: &str) {
        self.devtools("Emulation.setTimezoneOverride", &json!({ "timezoneId": zone })).await;
    }

    /// Lets every timer of ten seconds or more that a page sets from the next load on end a hundred times sooner.
    /// [`Browser::long_timers`] tells which there were.
    pub async fn hurry(&self) {
        let script = "
            const patient = window.setTimeout;
            window.longTimers = [];
            window.setTimeout = (act, delay, ...rest) => {
                if (delay < 10_000) return patient(act, delay, ...rest);
                window.longTimers.push(delay);
                return patient(act, delay / 100, ...rest);
            };
        ";
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script })).await;
    }

    /// The milliseconds of every long timer since the page was loaded, after [`Browser::hurry`].
    pub async fn long_timers(&self) -> Value {
        self.script("return window.longTimers").await
    }

    /// Holds back every answer from an address that contains `part`, until [`Browser::release`] or the next load.
    pub async fn hold(&self, part: &str) {
        let script = "
            const [part] = arguments;
            const fetch = window.fetch;
            window.held = [];
            window.fetch = async (request, ...rest) => {
                const answer = await fetch(request, ...rest);
                if (window.held && (request.url ?? String(request)).includes(part)) {
                    await new Promise((release) => window.held.push(release));
                }
                return answer;
            };
        ";
        answered(self.client.execute(script, vec![Value::from(part)]).await);
    }

    /// Waits until an answer is held back, after [`Browser::hold`].
    pub async fn sees_held(&self) {
        self.until("an answer that is held back", async || {
            Ok((self.client.execute("return window.held.length > 0", Vec::new()).await? == true).then_some(()))
        })
        .await;
    }

    /// Lets every answer go that [`Browser::hold`] holds back, and those that are still to come.
    pub async fn release(&self) {
        self.script("const held = window.held; window.held = null; held.forEach((release) => release())").await;
    }

    /// Puts the page's clock forward, until the next load.
    pub async fn put_clock_forward(&self, minutes: u32) {
        self.script(&format!("const now = Date.now.bind(Date); Date.now = () => now() + {minutes} * 60_000")).await;
    }

    /// Chromium's own way to what drivers have no command for.
    async fn devtools(&self, command: &str, parameters: &Value) {
        let body = json!({ "cmd": command, "params": parameters });
        answered(self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await);
    }

    /// Takes what was written to the browser's console since the last look, failed requests included.
    pub async fn console(&self) -> Vec<String> {
        self.log("browser").await.into_iter().map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
    }

    /// Takes the addresses of all requests since the last look, whatever they were for.
    pub async fn requested_addresses(&self) -> Vec<String> {
        let entries = self.log("performance").await;
        let address = |entry: Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let message = &event["message"];
            let is_request = message["method"] == "Network.requestWillBeSent";
            is_request.then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
        };
        entries.into_iter().filter_map(address).collect()
    }

    async fn log(&self, kind: &str) -> Vec<Value> {
        let answer = answered(self.client.issue_cmd(Command::post("se/log", json!({ "type": kind }))).await);
        answer.as_array().cloned().unwrap_or_default()
    }
}

/// What to ask the driver for.
fn capabilities(browser: &str) -> Capabilities {
    let wanted = match browser {
        "chromium" => json!({
            "browserName": "chrome",
            "goog:chromeOptions": chromium_options(),
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        }),
        "firefox" => json!({ "browserName": "firefox", "moz:firefoxOptions": { "args": ["-headless"] } }),
        "webkit" => json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                "args": ["--automation"],
            },
        }),
        other => panic!("E2E_BROWSER is chromium, firefox or webkit, not {other}"),
    };
    wanted.as_object().cloned().unwrap_or_default()
}

/// The driver gives every session an empty profile of its own.
fn chromium_options() -> Value {
    let mut options = json!({ "args": [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000",
    ] });
    if let Ok(binary) = std::env::var("E2E_BROWSER_BINARY") {
        options["binary"] = Value::String(binary);
    }
    options
}
