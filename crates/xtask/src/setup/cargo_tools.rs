//! The tools that cargo installs, at exact versions, into the project's own folder.

use anyhow::{Context, Result};

use crate::setup::{Outcome, Step};
use crate::{command, lock, workspace};

pub const TRUNK: Step = Step { title: "Trunk", run: || install(&trunk()), by_hand: || by_hand(Ok(trunk())) };

pub const WASM_BINDGEN: Step = Step {
    title: "wasm-bindgen, at the version of Cargo.lock",
    run: || install(&wasm_bindgen()?),
    by_hand: || by_hand(wasm_bindgen()),
};

pub const GECKODRIVER: Step =
    Step { title: "Firefox's driver", run: || install(&geckodriver()), by_hand: || by_hand(Ok(geckodriver())) };

pub const CARGO_DENY: Step =
    Step { title: "cargo-deny", run: || install(&cargo_deny()), by_hand: || by_hand(Ok(cargo_deny())) };

pub const CARGO_FUZZ: Step =
    Step { title: "cargo-fuzz", run: || install(&cargo_fuzz()), by_hand: || by_hand(Ok(cargo_fuzz())) };

/// A crate, what it installs, and how it is built fastest: these programs run for seconds, so that compiling them for
/// minutes longer never pays.
struct Tool {
    package: &'static str,
    programs: &'static [&'static str],
    version: String,
    arguments: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

fn trunk() -> Tool {
    quickly_built("trunk", &["trunk"], "0.21.14")
}

fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: lock::version("wasm-bindgen")?,
        arguments: &[],
        environment: &[("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"), ("CARGO_PROFILE_RELEASE_LTO", "off")],
    })
}

fn geckodriver() -> Tool {
    quickly_built("geckodriver", &["geckodriver"], "0.37.1")
}

fn cargo_deny() -> Tool {
    quickly_built("cargo-deny", &["cargo-deny"], "0.20.2")
}

fn cargo_fuzz() -> Tool {
    quickly_built("cargo-fuzz", &["cargo-fuzz"], "0.13.2")
}

/// A tool that is fast enough as it is compiled in the least time.
fn quickly_built(package: &'static str, programs: &'static [&'static str], version: &str) -> Tool {
    Tool {
        package,
        programs,
        version: version.to_owned(),
        arguments: &["--locked", "--debug"],
        environment: &[("CARGO_PROFILE_DEV_DEBUG", "0")],
    }
}

impl Tool {
    fn is_installed(&self) -> bool {
        self.programs.iter().all(|program| {
            let answer = command::read(command::host(program).arg("--version"));
            answer.is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
        })
    }

    fn install_arguments(&self) -> Vec<String> {
        let root = workspace::tools();
        let words = ["install", self.package, "--version", &self.version, "--root", &root.to_string_lossy()];
        words.into_iter().chain(self.arguments.iter().copied()).map(str::to_owned).collect()
    }
}

fn install(tool: &Tool) -> Result<Outcome> {
    let name = format!("{} {}", tool.package, tool.version);
    if tool.is_installed() {
        return Ok(Outcome::Present(name));
    }
    let mut cargo = command::host("cargo");
    cargo.args(tool.install_arguments()).arg("--force").envs(tool.environment.iter().copied());
    // A folder that stays: what is compiled once is not compiled again after an interruption.
    cargo.env("CARGO_TARGET_DIR", workspace::root().join("target/tools"));
    command::run(&mut cargo).with_context(|| format!("installing {name}"))?;
    Ok(Outcome::Installed(name))
}

fn by_hand(tool: Result<Tool>) -> String {
    match tool {
        Ok(tool) => format!("cargo {}", tool.install_arguments().join(" ")),
        Err(error) => format!("{error:#}"),
    }
}
