//! `cargo xtask size`: how many bytes the bundle has, what they are made of, and whether they are within the budget.

pub mod files;

mod module;
mod shares;

use anyhow::{Context, Result, bail};

use crate::cli::SizeOptions;
use crate::setup::{self, Extent};
use crate::size::files::{first_visit, kilobytes};
use crate::size::module::Module;
use crate::size::shares::{Share, by_crate, by_function, by_module};
use crate::{build, output, split, workspace};

/// What a first visit of "Contracts" may load, in bytes by brotli at level 11. See docs/performance.md.
const BUDGET: usize = 230_000;
/// What it is to be.
const GOAL: usize = 200_000;

/// How many lines of each list are worth reading.
const LINES: usize = 25;

/// Builds the bundle unless told otherwise, says how large it is, and fails over the budget.
pub fn run(options: &SizeOptions) -> Result<()> {
    if !options.no_build {
        setup::run(Extent::Build)?;
        build::release()?;
    }
    output::step("size: what the WebAssembly that starts the app is made of, before wasm-opt", || {
        parts()?;
        Ok(String::new())
    })?;
    output::step("size: what a first visit loads", check)
}

/// Fails where the bundle is over the budget.
pub fn check() -> Result<String> {
    let files = files::of_folder(&workspace::dist())?;
    output::line(files::table(&files));
    within_budget(first_visit(&files).brotli)
}

fn within_budget(bytes: usize) -> Result<String> {
    let told = format!("{} by brotli 11, budget {}, goal {}", kilobytes(bytes), kilobytes(BUDGET), kilobytes(GOAL));
    if bytes > BUDGET {
        bail!("the bundle has grown: {told}; see docs/performance.md");
    }
    Ok(told)
}

fn parts() -> Result<()> {
    let start = split::start();
    let content = std::fs::read(&start).with_context(|| format!("reading {}; build it first", start.display()))?;
    let module = Module::read(&content)?;
    let code: usize = module.functions.iter().map(|function| function.bytes).sum();
    let (number, data) = (module.functions.len(), module.data);
    output::line(format_args!("    {number} functions, {} of code, {} of data", kilobytes(code), kilobytes(data)));
    list("crate", by_crate(&module.functions), code);
    list("function, whatever it is made for", by_function(&module.functions), code);
    list("module of the app that it is written in or made for", by_module(&module.functions), code);
    Ok(())
}

fn list(title: &str, shares: Vec<Share>, code: usize) {
    output::line(format_args!("\n    {:>10}  {:>5}  {:>7}  {title}", "code", "share", "copies"));
    for share in shares.into_iter().take(LINES) {
        let (tenths, size) = (share.bytes * 1000 / code.max(1), kilobytes(share.bytes));
        let percent = format!("{}.{}", tenths / 10, tenths % 10);
        output::line(format_args!("    {size:>10}  {percent:>4}%  {:>7}  {}", share.functions, share.name));
    }
}

#[cfg(test)]
mod tests {
    use crate::size::{BUDGET, within_budget};

    #[test]
    fn a_bundle_over_the_budget_fails() {
        assert!(within_budget(BUDGET).is_ok());
        assert!(within_budget(BUDGET + 1).expect_err("it is over").to_string().contains("has grown"));
    }
}
