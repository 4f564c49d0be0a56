//! The app behind real web servers, configured as shipped: by plain HTTP, and in a browser.
//!
//! `E2E_SERVERS` says which; `cargo xtask e2e --server` sets it.

#[path = "hosting/commands.rs"]
mod commands;
#[path = "hosting/http.rs"]
mod http;
#[path = "hosting/plain.rs"]
mod plain;
#[path = "hosting/walk.rs"]
mod walk;

use std::process::ExitCode;

use e2e::Server;
use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let servers = Server::from_environment();
    let trials = servers
        .into_iter()
        .flat_map(|server| plain::trials(server).chain(walk::trials(server)).chain(commands::trials(server)));
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

/// A test whose name says where it runs.
fn trial(kind: &str, server: Server, name: &str, test: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(format!("{kind}-{}-{name}", server.name()), move || {
        test();
        Ok(())
    })
}
