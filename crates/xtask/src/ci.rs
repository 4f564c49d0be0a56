//! `cargo xtask ci`: everything that must hold.

use anyhow::Result;

use crate::engine::Engine;
use crate::report::Report;
use crate::server::Server;
use crate::setup::{self, Extent};
use crate::{check, deny, hosting, test, tidy};

/// Sets up, checks and tests everything; one failure does not hide the next.
pub fn run() -> Result<()> {
    let mut report = Report::default();
    if report.step("setup", || setup::run(Extent::CI)) {
        report.step("format", check::format);
        report.step("tidy", tidy::run);
        report.step("dependencies", deny::without_network);
        report.step("clippy, host", check::lint_host);
        report.step("clippy, wasm32", check::lint_wasm);
        report.step("properties", test::properties);
        test::all(&mut report);
        let servers = [Server::Apache, Server::Nginx];
        report.step_with_remark("behind web servers", || hosting::tests(Engine::Chromium, &servers, None));
    }
    report.finish()
}
