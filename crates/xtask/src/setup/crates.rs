//! The crates of Cargo.lock, because the bundle is built without a network.

use anyhow::Result;

use crate::command;
use crate::setup::{Outcome, Step};

pub const STEP: Step = Step { title: "the crates of Cargo.lock", run, by_hand };

fn run() -> Result<Outcome> {
    let offline = command::read(command::host("cargo").args(["fetch", "--locked", "--offline"]));
    if offline.is_ok() {
        return Ok(Outcome::Present("all of them".to_owned()));
    }
    command::run(command::host("cargo").args(["fetch", "--locked"]))?;
    Ok(Outcome::Installed("the missing ones".to_owned()))
}

fn by_hand() -> String {
    "cargo fetch --locked".to_owned()
}
