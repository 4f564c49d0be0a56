//! `cargo xtask fuzz`: the targets of `fuzz/`, each for some minutes.

use anyhow::{Context, Result};

use crate::cli::FuzzOptions;
use crate::report::Report;
use crate::setup::{self, Extent};
use crate::{command, output, workspace};

/// The programs in `fuzz/fuzz_targets/`.
const TARGETS: [&str; 2] = ["interpret", "ids"];

/// Longer inputs find nothing more here, and each takes longer.
const LONGEST: usize = 4096;

/// Runs each target; what breaks one is kept in `fuzz/artifacts/`.
pub fn run(options: &FuzzOptions) -> Result<()> {
    setup::run(Extent::Fuzzing)?;
    let mut report = Report::default();
    for target in TARGETS {
        if options.filter.as_deref().is_none_or(|filter| target.contains(filter)) {
            report.step(target, || one(target, options.minutes));
        }
    }
    report.finish()
}

fn one(target: &str, minutes: u32) -> Result<()> {
    output::step(&format!("fuzz: {target} for {minutes} min"), || {
        let found = workspace::root().join("fuzz/target/found").join(target);
        std::fs::create_dir_all(&found).with_context(|| format!("making {}", found.display()))?;
        let mut cargo = command::host("cargo");
        // No sanitizer: they need another compiler, and the app has no unsafe code. The checks of a debug build are on.
        cargo.args(["fuzz", "run", "--sanitizer", "none", "--debug-assertions", target]);
        cargo.arg(found).arg(format!("fuzz/corpus/{target}")).arg("--");
        cargo.args([
            format!("-max_total_time={}", minutes * 60),
            format!("-max_len={LONGEST}"),
            "-timeout=10".to_owned(),
        ]);
        command::run(&mut cargo)?;
        Ok(String::new())
    })
}
