//! What a test has to do with: a browser and a server.

use std::{
    ops::Deref,
    time::{SystemTime, UNIX_EPOCH},
};

use landscape_stub::{Config, EMAIL, Failure, PASSWORD, Running};
use serde_json::json;

use crate::{
    browser::Browser,
    bundle::Bundle,
    front::{Front, Server},
    scenario::{Setup, config},
};

/// The name of the app in document titles.
pub const APP_NAME: &str = "Landscape licensing";

/// A Pro token that the stand-in's computers accept.
pub const PRO_TOKEN: &str = "C1234567890abcdefghijklm";

/// So often the app tries to read what may pass: a network that fails, a 429, a 502, 503 or 504.
const TRIES: usize = 3;

/// A stand-in and a browser. It can be used as the browser.
pub struct World {
    /// The stand-in.
    pub stub: Running,
    /// The browser.
    pub browser: Browser,
    /// What stands between them, where it is not the stand-in itself that serves the app. Ends with the world.
    pub front: Option<Front>,
}

impl Deref for World {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl World {
    /// Starts both.
    ///
    /// # Panics
    /// When one of them cannot be started.
    pub async fn start(setup: &Setup, config: Config) -> Self {
        let stub = landscape_stub::start(config).await.expect("the stand-in starts wherever there is a release build");
        let origin = stub.origin();
        let host = origin.trim_start_matches("http://");
        let browser = Browser::start(setup, host).await;
        Self { stub, browser, front: None }
    }

    /// Starts both, and a web server in front of the stand-in that serves the app.
    ///
    /// # Panics
    /// When one of them cannot be started.
    pub async fn behind(server: Server, setup: &Setup) -> Self {
        let config = Config { app: None, ..config(*setup) };
        let stub = landscape_stub::start(config).await.expect("the stand-in starts");
        let front = Front::start(server, &stub, Bundle::copy(), setup.prefix);
        let browser = Browser::start(setup, front.host()).await;
        Self { stub, browser, front: Some(front) }
    }

    /// `http://127.0.0.1:PORT`, without a slash at the end: where the app and the API are.
    pub fn origin(&self) -> String {
        self.front.as_ref().map_or_else(|| self.stub.origin(), Front::origin)
    }

    /// Where the app is: the origin and its prefix, with a slash at the end.
    pub fn app_url(&self) -> String {
        self.front.as_ref().map_or_else(|| self.stub.app_url(), Front::app_url)
    }

    /// Ends the browser, and returns what the policy of its pages has forbidden since somebody last asked; the stand-in ends
    /// with the world.
    pub async fn close(self) -> Vec<String> {
        self.browser.close().await;
        self.stub.take_violations()
    }

    /// Makes one reading fail: every try of it. Those that are no failure of the moment are tried once, by [`Running::fail_next`].
    pub fn fail_reading(&self, path_prefix: &str, failure: &Failure) {
        self.fail_reading_after(0, path_prefix, failure);
    }

    /// Lets so many requests pass, and makes the reading after them fail.
    pub fn fail_reading_after(&self, passing: usize, path_prefix: &str, failure: &Failure) {
        self.stub.fail_after(passing, "GET", path_prefix, failure.clone());
        for _ in 1..TRIES {
            self.stub.fail_next("GET", path_prefix, failure.clone());
        }
    }

    /// The address of a path below the app's prefix: `/contracts?active_only=true`.
    pub fn address(&self, path: &str) -> String {
        format!("{}{}", self.app_url(), path.trim_start_matches('/'))
    }

    /// Types an address into the browser.
    pub async fn open(&self, path: &str) {
        self.browser.goto(&self.address(path)).await;
    }

    /// Opens an address as somebody who is not signed in yet, and signs in on the way.
    pub async fn open_signed_in(&self, path: &str) {
        self.open(path).await;
        self.sign_in().await;
    }

    /// Opens an address in a tab with a session of somebody who was here so many seconds ago, and that has loaded nothing of
    /// the app.
    ///
    /// # Panics
    /// When the stand-in tells nothing of itself: then it has no page besides the app's.
    pub async fn open_with_session(&self, path: &str, token: &str, away: u64) {
        self.goto(&self.stub.dashboard_url().expect("there is a dashboard")).await;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is after 1970").as_secs();
        let session = json!({ "token": token, "active_at": now - away }).to_string();
        let script = "sessionStorage.setItem('landscape-licensing.session', arguments[0])";
        self.script_with(script, vec![json!(session)]).await;
        self.open(path).await;
    }

    /// Signs in with the demo user's email address and password on the page that is open.
    pub async fn sign_in(&self) {
        self.sees_heading("Sign in").await;
        self.fill("Email or identity", EMAIL).await;
        self.fill("Password", PASSWORD).await;
        self.press("Sign in").await;
        self.button("Sign out").await;
    }

    /// Signs in by pasting a token on the page that is open.
    pub async fn sign_in_with_token(&self, token: &str) {
        self.tick("Token").await;
        self.fill("JSON Web Token", token).await;
        self.press("Sign in").await;
    }

    /// Signs in to Landscape itself, on its own pages.
    ///
    /// # Panics
    /// When the stand-in tells nothing of itself: then it has no such pages.
    pub async fn sign_in_to_landscape(&self) {
        let dashboard = self.stub.dashboard_url().expect("a page stands in for Landscape's dashboard");
        self.goto(&dashboard).await;
        self.press("Sign in to Landscape").await;
        self.sees("You are signed in to Landscape as").await;
    }

    /// The path and query below the app's prefix, as the address bar shows them; the whole address outside of it.
    pub async fn path(&self) -> String {
        let address = self.browser.address().await;
        match address.strip_prefix(&self.app_url()) {
            Some(path) => format!("/{path}"),
            None => address,
        }
    }

    /// Waits until the address bar shows a path and query below the app's prefix.
    pub async fn sees_path(&self, expected: &str) {
        let what = format!("the path {expected}");
        self.until(&what, async || Ok((self.path().await == expected).then_some(()))).await;
    }

    /// Every request of a page so far that left the origin.
    pub async fn foreign_requests(&self) -> Vec<String> {
        self.browser.requests_beyond(&format!("{}/", self.origin())).await
    }

    /// What there is to know when a test has failed.
    pub async fn describe(&self) -> String {
        let requests = self.stub.requests();
        let requests = requests.iter().map(|request| {
            let status = request.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            format!("  {} {}?{} -> {status}", request.method, request.path, request.query)
        });
        let requests = requests.collect::<Vec<_>>().join("\n");
        format!("{}\n\nRequests:\n{requests}", self.browser.describe().await)
    }

    /// Attaches a token in the name of whoever is signed in, beside the app.
    pub async fn attach_without_a_page(&self, computers: &[u32]) {
        let body = serde_json::json!({ "computer_ids": computers, "token": PRO_TOKEN });
        let script = format!(
            "const {{ token }} = JSON.parse(sessionStorage['landscape-licensing.session']);
            const headers = {{ 'Authorization': 'Bearer ' + token, 'Content-Type': 'application/json' }};
            return fetch('/api/v2/attach-token', {{ method: 'POST', headers, body: JSON.stringify({body}) }}).then(() => 1)"
        );
        self.script(&script).await;
    }
}
