//! `cargo xtask test`: every test there is.

use anyhow::Result;

use crate::engine::Engine;
use crate::report::Report;
use crate::setup::{self, Extent};
use crate::toolchain::TARGET;
use crate::{build, command, e2e, output, size};

/// How often continuous integration tries each property.
const PROPERTY_CASES: &str = "100000";

/// Where its random cases begin: the same in every run, so that a change alone can make one fail. By hand, each run has others.
const PROPERTY_SEED: &str = "20261125";

/// Sets up and runs all tests; one failure does not hide the next.
pub fn run() -> Result<()> {
    setup::run(Extent::TESTS)?;
    let mut report = Report::default();
    all(&mut report);
    report.finish()
}

/// Runs every test there is, after a setup.
pub fn all(report: &mut Report) {
    report.step("host tests", host);
    report.step("component tests", components);
    if report.step("release build", build::release) {
        report.step_with_remark("size", size::check);
        report.step_with_remark("end-to-end tests", || e2e::tests(Engine::Chromium, None));
    }
}

/// The tests of all crates that run on this machine.
fn host() -> Result<()> {
    output::step("test: all crates on this machine", || {
        command::run(command::host("cargo").args(["test", "--workspace", "--exclude", "e2e"]))?;
        Ok(String::new())
    })
}

/// Tries every property many times; `cargo test` by itself tries it a few times.
pub fn properties() -> Result<()> {
    output::step(&format!("test: properties, {PROPERTY_CASES} cases each"), || {
        let mut cargo = command::host("cargo");
        cargo.env("PROPTEST_CASES", PROPERTY_CASES).env("PROPTEST_RNG_SEED", PROPERTY_SEED);
        cargo.args(["test", "--package", "properties"]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}

/// The component tests, in a headless browser.
fn components() -> Result<()> {
    output::step("test: components in a headless browser", || {
        let mut cargo = command::wasm("cargo")?;
        cargo.env("CHROMEDRIVER", Engine::Chromium.driver()?);
        // Its own limit is 20 s for the whole suite, and past it nothing says which test it was.
        cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
        cargo.args(["test", "--target", TARGET, "--test", "web"]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}
