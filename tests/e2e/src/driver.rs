//! The browser's driver: its process, and its commands that the client has no method for.

use std::{process, time::Duration};

use background::{Background, Output, free_port};
use fantoccini::{error::CmdError, wd::WebDriverCompatibleCommand};
use http::Method;
use serde_json::Value;
use url::{ParseError, Url};

/// Starts the driver that `E2E_DRIVER` names, and returns it with its address. Each session has one of its own: most
/// drivers serve one at a time, and browsers inherit their environment.
///
/// # Panics
/// When it does not start.
pub(crate) fn start(environment: &[(&str, String)]) -> (Background, String) {
    let program = std::env::var_os("E2E_DRIVER");
    let program = program.expect("E2E_DRIVER is the program of a WebDriver; `cargo xtask e2e` sets it");
    let port = free_port().expect("a port is free");
    let mut driver = process::Command::new(program);
    driver.arg(format!("--port={port}")).envs(environment.iter().map(|(name, value)| (name, value)));
    let mut driver = Background::start(&driver, Output::Hidden).expect("the driver starts");
    driver.wait_for_port(port, Duration::from_secs(20)).expect("the driver listens");
    (driver, format!("http://127.0.0.1:{port}"))
}

/// A command of a session that has no method of its own in the client: its path below the session's, and its body.
#[derive(Debug)]
pub(crate) struct Command {
    path: String,
    body: Option<Value>,
}

impl Command {
    pub fn get(path: impl Into<String>) -> Self {
        Self { path: path.into(), body: None }
    }

    pub fn post(path: impl Into<String>, body: Value) -> Self {
        Self { path: path.into(), body: Some(body) }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _request_url: &Url) -> (Method, Option<String>) {
        match &self.body {
            None => (Method::GET, None),
            Some(body) => (Method::POST, Some(body.to_string())),
        }
    }
}

/// What the driver answered.
///
/// # Panics
/// When it refused: that is a failure of the browser or of the test, never of the app.
pub(crate) fn answered<T>(answer: Result<T, CmdError>) -> T {
    answer.unwrap_or_else(|error| panic!("the browser's driver refused a command: {error}"))
}
