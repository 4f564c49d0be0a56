//! `cargo xtask profile`: which functions a first visit of "Contracts" needs, so that the others come later.

use anyhow::{Context, Result};

use crate::engine::Engine;
use crate::setup::{self, Extent};
use crate::{build, command, e2e, output, split};

/// Builds a bundle that tells of each function that is called, visits it, keeps what was seen, and builds what follows.
pub fn run() -> Result<()> {
    setup::run(Extent::Tests(&[Engine::Chromium]))?;
    build::telling()?;
    let seen = output::step("profile: what a first visit calls", || {
        let mut cargo = e2e::cargo(Engine::Chromium)?;
        cargo.args(["run", "--quiet", "--package", "e2e", "--bin", "called"]);
        let told = command::read(&mut cargo)?;
        let called: Vec<usize> =
            told.split_whitespace().map(str::parse).collect::<Result<_, _>>().context("it tells no numbers")?;
        let unneeded = split::keep(&called)?;
        Ok(format!("{} functions are needed, {unneeded} are not", called.len()))
    });
    // A bundle that tells must not stay, whatever was seen.
    build::release()?;
    seen
}
