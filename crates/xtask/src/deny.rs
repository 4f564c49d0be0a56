//! `cargo xtask deny`: what the dependencies may be, as `deny.toml` says.

use anyhow::Result;

use crate::cli::DenyOptions;
use crate::setup::{self, Extent};
use crate::{command, output};

/// Checks what can be checked here and, where asked for, what a database elsewhere knows.
pub fn run(options: &DenyOptions) -> Result<()> {
    without_network()?;
    if options.advisories { check(&["advisories"]) } else { Ok(()) }
}

/// Licenses, sources and crates that are there twice: the same in every run, whatever is found out in between.
pub fn without_network() -> Result<()> {
    setup::run(Extent::Dependencies)?;
    check(&["licenses", "bans", "sources"])
}

fn check(what: &[&str]) -> Result<()> {
    output::step(&format!("deny: {}", what.join(", ")), || {
        let mut cargo = command::host("cargo");
        cargo.args(["deny", "--workspace", "--locked", "check", "--hide-inclusion-graph"]).args(what);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}
