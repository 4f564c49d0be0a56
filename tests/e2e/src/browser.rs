//! A browser with an empty profile, started and closed.

use std::time::Duration;

use background::Background;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::{sync::Mutex, time::timeout};

use crate::{
    display::Display,
    driver::{self, Command, answered},
    engine::{Engine, SCRIPT_MILLISECONDS},
    home::Home,
    outside::Outside,
    scenario::Setup,
};

/// As large in every browser, with everything in it.
const WINDOW: (u32, u32) = (1280, 1000);

/// Longer than a browser takes to start where other programs keep the processors busy.
const STARTING: Duration = Duration::from_secs(60);

/// Longer than a browser takes to end.
const CLOSED_WITHIN: Duration = Duration::from_secs(10);

/// One window of a browser, and everything that a test does with it.
pub struct Browser {
    pub(crate) client: Client,
    pub(crate) engine: Engine,
    /// What the console said on the pages before, where the driver does not tell.
    pub(crate) said: Mutex<Vec<String>>,
    outside: Outside,
    /// Ends with the browser.
    _driver: Background,
    _display: Option<Display>,
    /// Left once the browser has ended.
    pub(crate) home: Home,
}

impl Browser {
    /// Starts the browser that `E2E_BROWSER` names with the driver that `E2E_DRIVER` names, for pages of `stand_in`, a
    /// host with its port.
    ///
    /// # Panics
    /// When there is no such driver, or it cannot start its browser.
    pub async fn start(setup: &Setup, stand_in: &str) -> Self {
        let engine = Engine::from_environment();
        let home = Home::new();
        let mut environment = Engine::environment(setup);
        environment.extend(home.variables());
        let display = (engine == Engine::Webkit).then(Display::start);
        environment.extend(display.as_ref().map(Display::variable));
        let (driver, address) = driver::start(&environment);
        let outside = Outside::start().await;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(setup, stand_in, &outside.address));
        let client = timeout(STARTING, builder.connect(&address)).await.expect("the browser starts in time");
        let client = client.expect("the driver starts a browser");
        let browser =
            Self { client, engine, said: Mutex::default(), outside, _driver: driver, _display: display, home };
        browser.take_size().await;
        if engine == Engine::Chromium {
            // Without Chromium's translations, which Debian has apart, dates and numbers would stay American.
            browser.devtools("Emulation.setLocaleOverride", &json!({ "locale": setup.language })).await;
        }
        browser
    }

    /// Ends the session, and the browser with it.
    pub async fn close(self) {
        // A browser that is gone already needs no closing, and WebKit's driver may never answer: it is ended either way.
        let _ = timeout(CLOSED_WITHIN, self.client.close()).await;
    }

    /// Loads an address, as if it was typed into the address bar.
    pub async fn goto(&self, address: &str) {
        self.keep_console().await;
        answered(self.client.goto(address).await);
        self.listen_to_console().await;
    }

    /// What the address bar shows.
    pub async fn address(&self) -> String {
        answered(self.client.execute("return location.href", Vec::new()).await).as_str().unwrap_or_default().to_owned()
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.keep_console().await;
        answered(self.client.refresh().await);
        self.listen_to_console().await;
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
        self.take_size().await;
    }

    /// Makes the window as large as every one begins: in WebKit a new one has a size of its own.
    pub(crate) async fn take_size(&self) {
        answered(self.client.set_window_size(WINDOW.0, WINDOW.1).await);
    }

    /// Runs a script in the page, for what a person cannot see: storage, cookies, the markup.
    pub async fn script(&self, script: &str) -> Value {
        answered(self.client.execute(script, Vec::new()).await)
    }

    /// The same, with what the script finds in `arguments`.
    pub async fn script_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        answered(self.client.execute(script, arguments).await)
    }

    /// Puts an address of whatever origin into a frame of the page, and returns the text that a script returns within it.
    pub async fn within_frame(&self, address: &str, script: &str) -> String {
        let put = "
            const frame = document.createElement('iframe');
            return new Promise((loaded) => {
                frame.addEventListener('load', () => loaded(1));
                frame.src = arguments[0];
                document.body.append(frame);
            });
        ";
        self.script_with(put, vec![Value::from(address)]).await;
        answered(self.client.clone().enter_frame(0).await);
        let text = self.script_text(script).await;
        answered(self.client.clone().enter_parent_frame().await);
        text
    }

    /// The text that a script returns.
    pub async fn script_text(&self, script: &str) -> String {
        match self.script(script).await {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// Lets every timer of 15 seconds or more that the page sets from now on end fifty times sooner, until the next
    /// load. [`Browser::long_timers`] tells which there were.
    pub async fn hurry(&self) {
        let script = "
            const [drivers] = arguments;
            const patient = window.setTimeout;
            window.longTimers = [];
            window.setTimeout = (act, delay, ...rest) => {
                if (delay < 15_000 || delay === drivers) return patient(act, delay, ...rest);
                window.longTimers.push(delay);
                return patient(act, delay / 50, ...rest);
            };
        ";
        self.script_with(script, vec![json!(SCRIPT_MILLISECONDS)]).await;
    }

    /// The milliseconds of every long timer since [`Browser::hurry`].
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
        // Firefox gives scripts of its driver a `Date` of their own: the page's is the window's.
        let script = format!(
            "const {{ Date }} = window, now = Date.now.bind(Date); Date.now = () => now() + {minutes} * 60_000"
        );
        self.script(&script).await;
    }

    /// Lets more than an hour pass for the page, by its clock, in which the person is there.
    pub async fn stay_for_an_hour(&self) {
        for _ in 0..2 {
            self.put_clock_forward(35).await;
            self.pretend("", "keydown").await;
        }
    }

    /// Chromium's own way to what drivers have no command for.
    async fn devtools(&self, command: &str, parameters: &Value) {
        let body = json!({ "cmd": command, "params": parameters });
        answered(self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await);
    }

    /// Counts the requests that the page sends from now on, until the next load: those of its own that its scripts send,
    /// which the browser may repeat. [`Browser::counted`] tells how many went to a path.
    pub async fn count_requests(&self) {
        let script = "
            const fetch = window.fetch;
            window.counted = [];
            window.fetch = (request, ...rest) => {
                window.counted.push(request.url ?? String(request));
                return fetch(request, ...rest);
            };
        ";
        self.script(script).await;
    }

    /// How many requests the page has sent to addresses that end with `path`, after [`Browser::count_requests`].
    pub async fn counted(&self, path: &str) -> usize {
        let addresses = self.script("return window.counted").await;
        let addresses = addresses.as_array().into_iter().flatten().filter_map(Value::as_str);
        addresses.filter(|address| address.ends_with(path)).count()
    }

    /// Every request so far of a page, whatever it was for, that went elsewhere than to `origin`; not what the policy has
    /// stopped.
    pub async fn requests_beyond(&self, origin: &str) -> Vec<String> {
        if self.engine != Engine::Chromium {
            return self.outside.requests();
        }
        let entries = self.log("performance").await;
        let events: Vec<Value> = entries.iter().filter_map(event).collect();
        let of_kind = |kind: &'static str| events.iter().filter(move |event| event["method"] == kind);
        let forbidden: Vec<&Value> = of_kind("Network.loadingFailed")
            .filter(|event| event["params"]["blockedReason"] == "csp")
            .map(|event| &event["params"]["requestId"])
            .collect();
        let sent =
            of_kind("Network.requestWillBeSent").filter(|event| !forbidden.contains(&&event["params"]["requestId"]));
        let addresses = sent.filter_map(|event| event["params"]["request"]["url"].as_str().map(str::to_owned));
        addresses.filter(|address| !address.starts_with(origin) && !address.starts_with("data:")).collect()
    }

    pub(crate) async fn log(&self, kind: &str) -> Vec<Value> {
        let answer = answered(self.client.issue_cmd(Command::post("se/log", json!({ "type": kind }))).await);
        answer.as_array().cloned().unwrap_or_default()
    }
}

/// What Chromium's log of its own doings tells.
fn event(entry: &Value) -> Option<Value> {
    let mut event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    Some(event["message"].take())
}
