//! A browser, a proxy and a server behind it, for one cell after another.

use std::ops::Deref;

use jiff::Timestamp;
use landscape_stub::{Config, EMAIL, PASSWORD, Running};
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    devtools,
    engine::SCRIPT_MILLISECONDS,
    faults::proxy::{NOWHERE, Proxy},
    find::Role,
    scenario::{Setup, config},
};

/// Writes down what the page sends, and hurries its clock.
const PAGE: &str = include_str!("page.js");

/// How much sooner long waits of the page end while it is hurried.
const HASTE: u32 = 100;

/// Sets the page's clock as the storage says, before the app looks at it.
const CLOCK: &str = "
    const days = Number(localStorage['faults.days-off'] ?? 0);
    if (days) {
        const { Date } = window, now = Date.now.bind(Date);
        Date.now = () => now() + days * 24 * 60 * 60_000;
        window.Date = new Proxy(Date, {
            construct: (it, given) => (given.length ? new it(...given) : new it(Date.now())),
        });
    }
";

/// What a session is kept in, as text.
const TAKE_SESSION: &str = "return JSON.stringify(Object.entries(sessionStorage))";

const STARTS: &str = "the stand-in starts wherever there is a release build";

/// What Chromium itself says: of requests that fail, of questions before leaving that it does not ask, and of copying where
/// no person has pressed but a script, which takes more than the permission to write that a press has.
const BROWSERS_LINES: [&str; 4] = [
    "Failed to load resource",
    "net::ERR_",
    "Blocked attempt to show a 'beforeunload'",
    "ClipboardReadWrite permission has been blocked",
];

/// A browser with a server behind a proxy. It can be used as the browser.
pub struct Bench {
    /// The browser.
    pub browser: Browser,
    /// What stands between.
    pub proxy: Proxy,
    /// The stand-in, anew for each cell. Its clock stands still, so that no activity goes on by itself.
    pub stub: Running,
    /// What the browser keeps for somebody who is signed in.
    session: String,
    /// By how many days the clock of the browser's computer is off.
    days_off: i32,
}

impl Deref for Bench {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Bench {
    /// Starts all three, and signs in once to learn how a session is kept.
    pub async fn start() -> Self {
        Self::before(stand_in().await).await
    }

    /// The same with a stand-in whose clock goes on.
    ///
    /// # Panics
    /// When it cannot be started.
    pub async fn start_in_time() -> Self {
        Self::before(landscape_stub::start(config(Setup::default())).await.expect(STARTS)).await
    }

    async fn before(stub: Running) -> Self {
        let proxy = Proxy::start().await;
        let browser = Browser::start(&Setup::default(), &proxy.host()).await;
        let mut bench = Self { browser, proxy, stub, session: String::new(), days_off: 0 };
        if devtools::are_there() {
            bench.before_every_page(CLOCK).await;
        }
        bench.proxy.lead_to(&host(&bench.stub));
        bench.open("/sign-in").await;
        bench.sign_in().await;
        bench.session = bench.script_text(TAKE_SESSION).await;
        bench
    }

    /// Ends the browser; the others end with the bench.
    pub async fn close(self) {
        self.browser.close().await;
    }

    /// Forgets all that was before: a new server, an empty storage, and nothing goes wrong.
    pub async fn begin_anew(&mut self, is_signed_in: bool) {
        self.proxy.lift().await;
        self.goto(&format!("http://{}{NOWHERE}", self.proxy.host())).await;
        self.stub = stand_in().await;
        self.proxy.lead_to(&host(&self.stub));
        self.script("sessionStorage.clear(); localStorage.clear()").await;
        if self.days_off != 0 {
            self.script(&format!("localStorage['faults.days-off'] = {}", self.days_off)).await;
        }
        if is_signed_in && self.days_off != 0 {
            // The session is to begin by the same clock.
            self.open("/sign-in").await;
            self.sign_in().await;
        } else if is_signed_in {
            let session = &self.session;
            self.script(&format!("for (const [name, value] of {session}) sessionStorage.setItem(name, value)")).await;
        }
        // What was said before is of another cell.
        self.console().await;
    }

    /// Sets the clock of the browser's computer wrong, by so many days, from when it begins anew.
    pub fn set_clock_off(&mut self, days: i32) {
        self.days_off = days;
    }

    /// Types the address of a path below the app's prefix.
    pub async fn open(&self, path: &str) {
        self.goto(&format!("http://{}/licensing{path}", self.proxy.host())).await;
        self.listen_to_page().await;
    }

    /// Not before the app is there: what it starts with is its own.
    async fn listen_to_page(&self) {
        self.sees_true("return document.getElementById('boot') === null").await;
        self.script_with(PAGE, vec![json!(SCRIPT_MILLISECONDS)]).await;
    }

    /// Loads the page again.
    pub async fn load_again(&self) {
        self.reload().await;
        self.listen_to_page().await;
    }

    /// Fills the form of the sign-in page in.
    pub async fn type_credentials(&self) {
        self.sees_heading("Sign in").await;
        self.fill("Email or identity", EMAIL).await;
        self.fill("Password", PASSWORD).await;
    }

    /// Signs in on the page that is open.
    pub async fn sign_in(&self) {
        self.type_credentials().await;
        self.press("Sign in").await;
        self.button("Sign out").await;
    }

    /// Lets long waits of the page end sooner, or not any more.
    pub async fn hurry_page(&self, hurries: bool) {
        // WebKit may say that a page has come while the one before is still there.
        self.listen_to_page().await;
        let haste = if hurries { HASTE } else { 1 };
        self.script(&format!("window.faults.haste = {haste}")).await;
    }

    /// How many requests of a method the page has sent to a path since it was loaded.
    pub async fn sent(&self, method: &str, path: &str) -> usize {
        let sent = self.script("return window.faults.sent").await;
        let line = format!("{method} {path}");
        sent.as_array().into_iter().flatten().filter(|sent| sent.as_str() == Some(&line)).count()
    }

    /// Waits until so many requests of a method came to the proxy for a path.
    pub async fn sees_came(&self, method: &str, path: &str, expected: usize) {
        let what = format!("request {expected} of {method} {path} at the proxy");
        self.until(&what, async || Ok((self.proxy.count(method, path) == expected).then_some(()))).await;
    }

    /// Waits until one of some texts is shown, and says which.
    pub async fn sees_one_of<'a>(&self, texts: &[&'a str]) -> &'a str {
        self.until(&format!("one of {texts:?}"), async || {
            let page = self.client.execute("return document.body.innerText.replace(/\\s+/g, ' ')", Vec::new()).await?;
            Ok(texts.iter().find(|text| page.as_str().is_some_and(|page| page.contains(**text))).copied())
        })
        .await
    }

    /// Follows a link if there is one.
    pub async fn has_link(&self, name: &str) -> bool {
        self.has(Role::Link, name).await
    }

    /// Makes the browser tell the page that it has a connection, or has none.
    pub async fn connect(&self, is_online: bool) {
        let event = if is_online { "online" } else { "offline" };
        let script =
            format!("Object.defineProperty(navigator, 'onLine', {{ configurable: true, get: () => {is_online} }})");
        self.pretend(&script, event).await;
    }

    /// What is wrong with any page: that nothing is there, that it has stopped, that it complains.
    ///
    /// # Panics
    /// When something is.
    pub async fn is_sound(&self) {
        let page = self.script(
            "return {
                headings: [...document.querySelectorAll('h1')].filter((it) => it.innerText.trim()).length,
                hasStopped: document.querySelector('.crash') !== null,
            }",
        );
        let page = page.await;
        assert_eq!(page["headings"], Value::from(1), "there is one heading of the page");
        assert_eq!(page["hasStopped"], Value::from(false), "the page goes on");
        let others = self.complaints().await;
        assert!(others.is_empty(), "the console says: {others:#?}");
    }

    /// What the console says besides the browser's own lines about requests that failed.
    pub async fn complaints(&self) -> Vec<String> {
        let is_browsers = |line: &String| BROWSERS_LINES.iter().any(|known| line.contains(known));
        self.console().await.into_iter().filter(|line| !is_browsers(line)).collect()
    }

    /// What there is to know when a cell has failed.
    pub async fn tell(&self) -> String {
        let came = self.proxy.came().into_iter().map(|came| format!("  {} {}", came.method, came.path));
        let came: Vec<_> = came.filter(|line| line.contains("/api/")).collect();
        format!("{}\n\nAt the proxy:\n{}", self.describe().await, came.join("\n"))
    }
}

async fn stand_in() -> Running {
    let config = Config { stands_at: Some(Timestamp::now()), ..config(Setup::default()) };
    landscape_stub::start(config).await.expect(STARTS)
}

fn host(stub: &Running) -> String {
    stub.origin().trim_start_matches("http://").to_owned()
}
