//! `cargo xtask e2e`: the release bundle in real browsers, against the stand-in.

use anyhow::{Context, Result, bail};

use crate::cli::EndToEndOptions;
use crate::engine::Engine;
use crate::report::Report;
use crate::screen::Screen;
use crate::setup::{self, Extent};
use crate::{build, command, output, workspace};

/// Builds the bundle unless told otherwise, and tests it in one browser after another.
pub fn run(options: &EndToEndOptions) -> Result<()> {
    let engines = options.browser.engines();
    setup::run(Extent::Tests(engines))?;
    if !options.no_build {
        build::release()?;
    }
    let mut report = Report::default();
    for engine in engines {
        report.step_with_remark(engine.name(), || tests(*engine, options.filter.as_deref()));
    }
    report.finish()
}

/// Tests the bundle that is in `dist/`, and says how many tests passed; `filter` narrows the tests by name.
pub fn tests(engine: Engine, filter: Option<&str>) -> Result<String> {
    let mut passed = String::new();
    output::step(&format!("e2e: the release bundle in {}", engine.name()), || {
        let mut cargo = command::host("cargo");
        cargo.env("E2E_BROWSER", engine.name()).env("E2E_DRIVER", engine.driver()?).env("E2E_DIST", workspace::dist());
        cargo.args(["test", "--package", "e2e", "--", "--test-threads=2"]).args(filter);
        let screen = (engine == Engine::Webkit).then(Screen::start).transpose()?;
        if let Some(screen) = &screen {
            cargo.env("DISPLAY", screen.display()).env("LOCPATH", workspace::locales());
        }
        let (status, text) = command::relay(&mut cargo)?;
        passed = count(&text).context("the tests did not come to their end")?;
        if !status.success() {
            bail!("{passed}");
        }
        Ok(String::new())
    })?;
    Ok(passed)
}

/// How many tests passed and failed, from what the test runner wrote.
fn count(text: &str) -> Option<String> {
    let counts = text.lines().rev().find_map(|line| line.strip_prefix("test result: "))?;
    let counts: Vec<&str> = counts.split(['.', ';']).skip(1).take(2).map(str::trim).collect();
    Some(counts.join(", "))
}

#[cfg(test)]
mod tests {
    use crate::e2e::count;

    #[test]
    fn the_runners_last_line_tells_the_counts() {
        let text = "test a ... ok\n\ntest result: FAILED. 156 passed; 1 failed; 0 ignored; 0 measured\n\n";
        assert_eq!(count(text).as_deref(), Some("156 passed, 1 failed"));
        assert_eq!(count("error: could not compile"), None);
    }
}
