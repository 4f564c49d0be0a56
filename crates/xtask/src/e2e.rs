//! `cargo xtask e2e`: the release bundle in real browsers, against the stand-in.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::cli::{EndToEndOptions, MonkeyOptions};
use crate::engine::Engine;
use crate::report::Report;
use crate::setup::{self, Extent};
use crate::{build, command, hosting, output, views, workspace};

/// Builds the bundle unless told otherwise, and tests it in one browser after another.
pub fn run(options: &EndToEndOptions) -> Result<()> {
    let engines = options.browser.engines();
    if let Some(server) = options.server {
        setup::run(Extent::Hosting(server.servers(), engines))?;
    } else {
        setup::run(Extent::Tests(engines))?;
    }
    if !options.no_build {
        build::release()?;
    }
    if options.update_snapshots {
        return views::update_snapshots(options.filter.as_deref());
    }
    let mut report = Report::default();
    let filter = options.filter.as_deref();
    for engine in engines {
        report.step_with_remark(engine.name(), || match options.server {
            Some(server) => hosting::tests(*engine, server.in_front(), filter),
            None => tests(*engine, filter),
        });
    }
    report.finish()
}

/// `cargo xtask monkey`: the tests that show only after long what they show, at their full length.
pub fn monkey(options: &MonkeyOptions) -> Result<()> {
    let engines = options.browser.engines();
    setup::run(Extent::Tests(engines))?;
    if !options.no_build {
        build::release()?;
    }
    let mut report = Report::default();
    for engine in engines {
        report.step(engine.name(), || endure(*engine, options));
    }
    report.finish()
}

fn endure(engine: Engine, options: &MonkeyOptions) -> Result<()> {
    output::step(&format!("monkey: {} steps in {}", options.steps, engine.name()), || {
        let mut cargo = cargo(engine)?;
        cargo.env("E2E_STEPS", options.steps.to_string());
        cargo.envs(options.seed.map(|seed| ("E2E_SEED", seed.to_string())));
        cargo.args([
            "test",
            "--package",
            "e2e",
            "--test",
            "suite",
            "endurance",
            "--",
            "--nocapture",
            "--test-threads=1",
        ]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}

/// Tests the bundle that is in `dist/`, and says how many tests passed; `filter` narrows the tests by name.
pub fn tests(engine: Engine, filter: Option<&str>) -> Result<String> {
    let mut passed = String::new();
    output::step(&format!("e2e: the release bundle in {}", engine.name()), || {
        let mut cargo = cargo(engine)?;
        cargo.args(["test", "--no-fail-fast", "--package", "e2e", "--", "--test-threads=2"]).args(filter);
        passed = run_and_count(&mut cargo)?;
        Ok(String::new())
    })?;
    Ok(passed)
}

/// Runs tests, and says how many passed.
pub fn run_and_count(cargo: &mut Command) -> Result<String> {
    let (status, text) = command::relay(cargo)?;
    let passed = count(&text).context("the tests did not come to their end")?;
    if !status.success() {
        bail!("{passed}");
    }
    Ok(passed)
}

/// Cargo, with all that the end-to-end tests take from their environment.
pub fn cargo(engine: Engine) -> Result<Command> {
    let mut cargo = command::host("cargo");
    cargo.env("E2E_BROWSER", engine.name()).env("E2E_DRIVER", engine.driver()?).env("E2E_DIST", workspace::dist());
    // Where the C library finds the languages for WebKit.
    cargo.env("LOCPATH", workspace::locales());
    Ok(cargo)
}

/// How many tests passed and failed, from what the runners of the test programs wrote.
fn count(text: &str) -> Option<String> {
    let results: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("test result: ")).collect();
    let sum = |word: &str| -> usize {
        let counts = results.iter().flat_map(|result| result.split(['.', ';'])).map(str::trim);
        counts.filter_map(|count| count.strip_suffix(word)?.trim().parse::<usize>().ok()).sum()
    };
    (!results.is_empty()).then(|| format!("{} passed, {} failed", sum("passed"), sum("failed")))
}

#[cfg(test)]
mod tests {
    use crate::e2e::count;

    #[test]
    fn the_last_line_of_each_runner_tells_the_counts() {
        let suite = "test a ... ok\n\ntest result: FAILED. 156 passed; 1 failed; 0 ignored; 0 measured\n\n";
        let views = "test b ... ok\n\ntest result: ok. 52 passed; 0 failed; 0 ignored; 0 measured\n\n";
        assert_eq!(count(&[suite, views].concat()).as_deref(), Some("208 passed, 1 failed"));
        assert_eq!(count("error: could not compile"), None);
    }
}
