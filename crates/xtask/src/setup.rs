//! `cargo xtask setup`: installs what is missing and nothing else.

mod browser;
mod cargo_tools;
mod components;
mod crates;
mod locales;
mod npm;
mod servers;
mod wasm_target;

pub mod apt;
mod debian;

use anyhow::{Result, bail};

use crate::cli::SetupOptions;
use crate::engine::Engine;
use crate::output;
use crate::server::Server;

/// How much to set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What the bundle needs.
    Build,
    /// Also what the tests need, in these browsers.
    Tests(&'static [Engine]),
    /// Also what the tests through these web servers need, in this browser.
    Hosting(&'static [Server], &'static [Engine]),
    /// What looks through the dependencies.
    Dependencies,
    /// What makes up bytes for the parsers.
    Fuzzing,
    /// What the tests need, and what the pages to compare with are made of.
    Bench,
}

impl Extent {
    /// What `cargo xtask test` needs.
    pub const TESTS: Self = Self::Tests(&[Engine::Chromium]);

    /// What `cargo xtask ci` needs besides: the web servers that serve files.
    pub const CI: Self = Self::Hosting(&[Server::Apache, Server::Nginx], &[Engine::Chromium]);

    /// The extent that the command line asks for.
    pub fn from_options(options: &SetupOptions) -> Self {
        match options {
            SetupOptions { no_browser: true, .. } => Self::Build,
            SetupOptions { browsers: true, servers: true, .. } => Self::Hosting(&Server::ALL, &Engine::ALL),
            SetupOptions { servers: true, .. } => Self::Hosting(&Server::ALL, &[Engine::Chromium]),
            SetupOptions { browsers: true, .. } => Self::Tests(&Engine::ALL),
            SetupOptions { .. } => Self::TESTS,
        }
    }

    /// Everything to have, in the order in which it is installed.
    fn steps(self) -> Vec<Step> {
        let mut steps = vec![wasm_target::STEP, crates::STEP, npm::STEP, cargo_tools::TRUNK, cargo_tools::WASM_BINDGEN];
        let (servers, engines): (&[Server], _) = match self {
            Self::Build => return steps,
            Self::Tests(engines) => (&[], engines),
            Self::Hosting(servers, engines) => (servers, engines),
            Self::Dependencies => return vec![crates::STEP, cargo_tools::CARGO_DENY],
            Self::Fuzzing => return vec![crates::STEP, cargo_tools::CARGO_FUZZ],
            Self::Bench => {
                steps.push(npm::BENCH);
                (&[], &[Engine::Chromium])
            }
        };
        steps.push(components::STEP);
        for engine in engines {
            match engine {
                Engine::Chromium => steps.push(browser::CHROMIUM),
                Engine::Firefox => steps.extend([browser::FIREFOX, cargo_tools::GECKODRIVER]),
                Engine::Webkit => steps.extend([browser::WEBKIT, locales::STEP]),
            }
        }
        steps.extend(servers.iter().map(|server| match server {
            Server::Apache => servers::APACHE,
            Server::Caddy => servers::CADDY,
            Server::Nginx => servers::NGINX,
            Server::Haproxy => servers::HAPROXY,
        }));
        steps
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

/// Goes through all steps, those after a failed one too, and says at the end what is left to do by hand.
pub fn run(extent: Extent) -> Result<()> {
    let mut failures = Vec::new();
    for step in extent.steps() {
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
    use crate::engine::Engine;
    use crate::server::Server;
    use crate::setup::{Extent, Outcome};

    #[test]
    fn every_step_knows_what_to_do_by_hand() {
        let extents =
            [Extent::Hosting(&Server::ALL, &Engine::ALL), Extent::Dependencies, Extent::Fuzzing, Extent::Bench];
        for step in extents.into_iter().flat_map(Extent::steps) {
            assert!(!(step.by_hand)().is_empty(), "{}", step.title);
        }
    }

    #[test]
    fn a_remark_tells_found_from_installed() {
        assert_eq!(Outcome::Present("sass".into()).remark(), "there already: sass");
        assert_eq!(Outcome::Installed("sass".into()).remark(), "installed: sass");
    }
}
