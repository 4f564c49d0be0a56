//! `cargo xtask e2e --server`: the release bundle behind real web servers, configured as shipped.

use anyhow::Result;

use crate::engine::Engine;
use crate::server::Server;
use crate::{e2e, output};

/// Tests the bundle that is in `dist/` behind these servers, and says how many tests passed; `filter` narrows them by name.
pub fn tests(engine: Engine, servers: &[Server], filter: Option<&str>) -> Result<String> {
    let names = servers.iter().map(|server| server.name()).collect::<Vec<_>>().join(",");
    let mut passed = String::new();
    output::step(&format!("e2e: the release bundle behind {names}"), || {
        let mut cargo = e2e::cargo(engine)?;
        cargo.env("E2E_SERVERS", &names);
        cargo.args(["test", "--package", "e2e", "--test", "hosting", "--", "--test-threads=2"]).args(filter);
        passed = e2e::run_and_count(&mut cargo)?;
        Ok(String::new())
    })?;
    Ok(passed)
}
