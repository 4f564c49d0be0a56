//! `cargo xtask demo`: the program to try, in one command.

use std::os::unix::process::CommandExt;
use std::process::Stdio;

use anyhow::{Context, Result};

use crate::cli::DemoOptions;
use crate::setup::{self, Extent};
use crate::{build, command, output, stub, workspace};

/// Builds the bundle and the stand-in, then becomes the stand-in, so that Ctrl-C and signals reach it alone.
pub fn run(options: &DemoOptions) -> Result<()> {
    // Before the long build: a taken port is better known now.
    stub::check_port(options.port)?;
    setup::run(Extent::Build)?;
    build::release()?;
    let mut program = None;
    output::step("demo: the stand-in for the Landscape API", || {
        program = Some(stub::build()?);
        Ok(String::new())
    })?;
    let program = program.context("the stand-in was not built")?;
    output::heading("demo: serving until you press Ctrl-C");
    let mut command = command::host(program);
    command.args(["--port", &options.port.to_string(), "--seed", options.seed.name(), "--prefix", "/licensing/"]);
    command.arg("--app").arg(workspace::dist()).stdin(Stdio::null());
    Err(command.exec()).context("starting the stand-in")
}
