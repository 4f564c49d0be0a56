//! Every fault during every operation: one test for each cell of the matrix.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    process::ExitCode,
    sync::{LazyLock, Mutex, PoisonError},
};

use e2e::{
    devtools,
    faults::{bench::Bench, cell::Cell, matrix::cells},
};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Builder, Runtime};

/// Browsers between two cells.
static BENCHES: Mutex<Vec<Bench>> = Mutex::new(Vec::new());

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("the system has threads to spare")
});

fn main() -> ExitCode {
    let is_for_here = |cell: &Cell| cell.everywhere || devtools::are_there();
    let mut trials: Vec<_> =
        cells().filter(is_for_here).map(|cell| Trial::test(cell.name(), move || check(cell))).collect();
    trials.push(Trial::test("fault-matrix-is-large-enough", is_large_enough));
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    for bench in BENCHES.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        RUNTIME.block_on(bench.close());
    }
    conclusion.exit_code()
}

/// What was promised: two hundred cells in Chromium, sixty of them in the other engines.
#[expect(clippy::print_stderr, reason = "the number is part of the result")]
fn is_large_enough() -> Result<(), Failed> {
    let (all, everywhere) = (cells().count(), cells().filter(|cell| cell.everywhere).count());
    eprintln!("{all} cells in Chromium, {everywhere} of them in Firefox and WebKit");
    if all >= 200 && everywhere >= 60 { Ok(()) } else { Err("the matrix has lost cells".into()) }
}

/// Takes a browser that is free, or a new one. One with which a cell has failed is not used again.
#[expect(clippy::print_stderr, reason = "the harness shows it beside the failure")]
fn check(cell: Cell) -> Result<(), Failed> {
    let free = BENCHES.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut bench = free.unwrap_or_else(|| RUNTIME.block_on(Bench::start()));
    let outcome = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(cell.check(&mut bench))));
    match outcome {
        Ok(()) => {
            BENCHES.lock().unwrap_or_else(PoisonError::into_inner).push(bench);
            Ok(())
        }
        Err(panic) => {
            eprintln!("{}: {}", cell.name(), RUNTIME.block_on(bench.tell()));
            RUNTIME.block_on(bench.close());
            resume_unwind(panic)
        }
    }
}
