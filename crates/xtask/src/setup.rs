//! `cargo xtask setup`: installs what is missing and nothing else.

mod browser;
mod cargo_tools;
mod components;
mod crates;
mod npm;
mod wasm_target;

mod apt;
mod debian;

use anyhow::{Result, bail};

use crate::cli::SetupOptions;
use crate::output;

/// How much to set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What the bundle needs.
    Build,
    /// Also what the tests need.
    Tests,
}

impl Extent {
    /// The extent that the command line asks for.
    pub fn from_options(options: &SetupOptions) -> Self {
        if options.no_browser { Self::Build } else { Self::Tests }
    }
}

/// What a step found or did.
enum Outcome {
    /// It was there already.
    Present(String),
    /// It is there now.
    Installed(String),
}

/// One thing to have.
struct Step {
    title: &'static str,
    run: fn() -> Result<Outcome>,
    by_hand: fn() -> String,
}

const FOR_BUILDS: [Step; 5] =
    [wasm_target::STEP, crates::STEP, npm::STEP, cargo_tools::TRUNK, cargo_tools::WASM_BINDGEN];
const FOR_TESTS: [Step; 2] = [components::STEP, browser::STEP];

/// Goes through all steps, those after a failed one too, and says at the end what is left to do by hand.
pub fn run(extent: Extent) -> Result<()> {
    let for_tests: &[Step] = if extent == Extent::Tests { &FOR_TESTS } else { &[] };
    let mut failures = Vec::new();
    for step in FOR_BUILDS.iter().chain(for_tests) {
        let result = output::step(&format!("setup: {}", step.title), || (step.run)().map(Outcome::remark));
        if let Err(error) = result {
            failures.push(format!("{}: {error:#}\n    by hand: {}", step.title, (step.by_hand)()));
        }
    }
    if failures.is_empty() {
        return Ok(());
    }
    bail!("setup is not complete.\n\n  {}\n\nThen run `cargo xtask setup` again.", failures.join("\n\n  "));
}

impl Outcome {
    fn remark(self) -> String {
        match self {
            Self::Present(what) => format!("there already: {what}"),
            Self::Installed(what) => format!("installed: {what}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::setup::{FOR_BUILDS, FOR_TESTS, Outcome};

    #[test]
    fn every_step_knows_what_to_do_by_hand() {
        for step in FOR_BUILDS.iter().chain(&FOR_TESTS) {
            assert!(!(step.by_hand)().is_empty(), "{}", step.title);
        }
    }

    #[test]
    fn a_remark_tells_found_from_installed() {
        assert_eq!(Outcome::Present("sass".into()).remark(), "there already: sass");
        assert_eq!(Outcome::Installed("sass".into()).remark(), "installed: sass");
    }
}
