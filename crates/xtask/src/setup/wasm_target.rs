//! The compiler's WebAssembly target: by rustup, or where rustup cannot download it, Debian's way.

use anyhow::{Context, Result};

use crate::setup::{Outcome, Step, debian};
use crate::toolchain::{self, TARGET};
use crate::{command, output};

pub const STEP: Step = Step { title: "the WebAssembly target of the compiler", run, by_hand };

fn run() -> Result<Outcome> {
    if let Ok(toolchain) = toolchain::find() {
        return Ok(Outcome::Present(format!("{TARGET} in {}", toolchain.name())));
    }
    match by_rustup() {
        Ok(()) => Ok(Outcome::Installed(format!("{TARGET} by rustup"))),
        Err(error) => {
            output::line(format_args!("    {error:#}; trying Debian's compiler instead"));
            debian::install().with_context(|| format!("{error:#}, and Debian's compiler could not be used"))?;
            Ok(Outcome::Installed(format!("{TARGET} for Debian's toolchain")))
        }
    }
}

fn by_rustup() -> Result<()> {
    if !toolchain::has_rustup() {
        anyhow::bail!("there is no rustup");
    }
    command::run(command::host("rustup").args(["target", "add", TARGET]))
}

fn by_hand() -> String {
    format!("rustup target add {TARGET}   (or, on Debian and as root: cargo xtask setup)")
}
