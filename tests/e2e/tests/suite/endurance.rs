//! What shows only after long: a random walk while answers go wrong, and a tab that is worked in for hours.
//!
//! Short here; `cargo xtask monkey` goes the whole way.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use e2e::{
    devtools,
    faults::bench::Bench,
    long_use::Kept,
    monkey::{number, walk, writes},
    scenario,
};
use tokio::runtime::Builder;

/// How many steps a walk has.
fn steps() -> u32 {
    number("E2E_STEPS", 300)
}

#[test]
#[expect(clippy::print_stderr, reason = "a walk is worth nothing without its seed")]
fn a_random_walk_while_answers_go_wrong_stops_no_page_and_sends_nothing_twice() {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("there are threads");
    let seed = number("E2E_SEED", 20_261_125);
    eprintln!("a walk of {} steps from the seed {seed}", steps());
    let bench = runtime.block_on(Bench::start_in_time());
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(walk(&bench, seed, steps()))));
    match &outcome {
        Ok(walk) => eprintln!(
            "{} steps, {} confirmations, {} writes, {} requests, {} of {} parts cut short",
            walk.steps,
            walk.confirms,
            writes(&bench),
            bench.proxy.came().len(),
            walk.cut_short,
            walk.parts
        ),
        Err(_) => eprintln!("seed {seed}: {}", runtime.block_on(bench.tell())),
    }
    runtime.block_on(bench.close());
    let walk = outcome.unwrap_or_else(|panic| resume_unwind(panic));
    assert!(
        walk.cut_short * 3 <= walk.parts,
        "{} of {} parts were cut short: that is no walk",
        walk.cut_short,
        walk.parts
    );
}

/// How much more a tab may keep, in per cent.
const MORE: u64 = 10;

fn grown(before: Kept, after: Kept) -> Vec<&'static str> {
    let is_more = |before: u64, after: u64| after * 100 > before * (100 + MORE);
    let found = [
        ("heap", is_more(before.heap, after.heap)),
        ("nodes", is_more(before.nodes, after.nodes)),
        ("listeners", is_more(before.listeners, after.listeners)),
        ("memory", is_more(before.memory, after.memory)),
    ];
    found.into_iter().filter(|(_, is_more)| *is_more).map(|(name, _)| name).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "the numbers are the result")]
fn a_tab_that_is_worked_in_for_long_keeps_no_more_than_at_first() {
    if !devtools::are_there() {
        return;
    }
    let (first, last) = if steps() < 10_000 { (60, 300) } else { (100, 2_000) };
    scenario(async |world| {
        world.note_memory().await;
        world.open_signed_in("/contracts").await;
        world.work(0, first).await;
        let before: Kept = world.kept().await;
        world.work(first, last).await;
        let after = world.kept().await;
        eprintln!("after {first}: {before}\nafter {last}: {after}");
        let grown = grown(before, after);
        assert!(grown.is_empty(), "more of {grown:?}: after {first} turns {before}, after {last} {after}");
    });
}
