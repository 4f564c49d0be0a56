//! `cargo xtask dev`: rebuilds and reloads while you edit.

use std::time::Duration;

use anyhow::{Context, Result};
use background::{Background, Output};

use crate::cli::DevOptions;
use crate::setup::{self, Extent};
use crate::{build, command, font, output, stub};

/// Serves the app on loopback, with `/api/v2/` going to the stand-in or to a real server.
pub fn run(options: &DevOptions) -> Result<()> {
    stub::check_port(options.port)?;
    setup::run(Extent::Build)?;
    let (backend, _stub) = match &options.backend {
        Some(url) => (url.trim_end_matches('/').to_owned(), None),
        None => start_stub().map(|(url, stub)| (url, Some(stub)))?,
    };
    output::heading(&format!("dev: http://127.0.0.1:{}/licensing/ until you press Ctrl-C", options.port));
    font::cut()?;
    let mut trunk = build::trunk()?;
    trunk.args(["serve", "--offline", "--port", &options.port.to_string()]);
    trunk.args(["--proxy-backend", &format!("{backend}/api/v2/"), "--proxy-rewrite", "/api/v2/"]);
    // A folder of its own: dist/ is the release bundle.
    trunk.args(["--dist", "target/dev"]);
    // In the background, so that it ends with this command, whatever ends that.
    Background::start(&trunk, Output::Shown)?.wait()
}

fn start_stub() -> Result<(String, Background)> {
    let mut started = None;
    output::step("dev: the stand-in for the Landscape API", || {
        let port = background::free_port()?;
        let mut program = command::host(stub::build()?);
        program.args(["--port", &port.to_string(), "--seed", "demo"]);
        let mut process = Background::start(&program, Output::Shown)?;
        process.wait_for_port(port, Duration::from_secs(20))?;
        started = Some((format!("http://127.0.0.1:{port}"), process));
        Ok(format!("it listens on port {port}"))
    })?;
    started.context("the stand-in was not started")
}
