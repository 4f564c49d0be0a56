//! The formatter and the linter of the active toolchain.

use anyhow::Result;

use crate::command;
use crate::setup::{Outcome, Step};

pub const STEP: Step = Step { title: "rustfmt and clippy", run, by_hand };

const COMPONENTS: [(&str, &str); 2] = [("rustfmt", "fmt"), ("clippy", "clippy")];

fn run() -> Result<Outcome> {
    let missing: Vec<&str> =
        COMPONENTS.iter().filter(|(_, subcommand)| !works(subcommand)).map(|(component, _)| *component).collect();
    if missing.is_empty() {
        return Ok(Outcome::Present("both of them".to_owned()));
    }
    command::run(command::host("rustup").args(["component", "add"]).args(&missing))?;
    Ok(Outcome::Installed(missing.join(" and ")))
}

fn works(subcommand: &str) -> bool {
    command::read(command::host("cargo").args([subcommand, "--version"])).is_ok()
}

fn by_hand() -> String {
    "rustup component add rustfmt clippy   (without rustup: your system's packages for them)".to_owned()
}
