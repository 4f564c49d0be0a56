//! The project's commands: `cargo xtask --help`.

mod cli;

mod setup;

mod build;
mod demo;
mod dev;
mod size;

mod bench;
mod check;
mod ci;
mod deny;
mod e2e;
mod fuzz;
mod test;
mod tidy;
mod views;

mod about;
mod command;
mod engine;
mod font;
mod headers;
mod hosting;
mod lock;
mod minify;
mod output;
mod package;
mod parts;
mod profile;
mod report;
mod seal;
mod server;
mod siblings;
mod split;
mod stub;
mod toolchain;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}
