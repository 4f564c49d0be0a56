//! Tells which functions of what starts the app are called in a first visit of "Contracts", whether it goes well or not:
//! numbers in a line, of the bundle that `cargo xtask profile` builds.

use std::collections::BTreeSet;

use e2e::{Bundle, Setup, World, scenario_with};
use fantoccini::key::Key;
use landscape_stub::{Failure, Seed, Sizes};
use serde_json::Value;

/// Longer than a visit takes, in seconds.
const SESSION: i64 = 600;
/// More than fit into a part of the table.
const MANY: Sizes = Sizes { contracts: 200, licenses: 1, computers: 20, children: 0 };

/// In milliseconds: longer than it takes until all other code comes by itself, which is longer than a session goes unseen.
const UNTOUCHED: u32 = 12_000;
/// What a browser tells a page of itself and of its surroundings. When it leaves the page, it waits for nothing.
const LEAVING: &str = "
    for (const event of ['blur', 'focus', 'offline', 'online', 'resize', 'scroll', 'beforeunload']) dispatchEvent(new Event(event));
    document.dispatchEvent(new Event('visibilitychange'));
    for (const event of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(event));
";

fn main() {
    let mut called = BTreeSet::new();
    for seed in [Seed::Demo, Seed::Many(MANY)] {
        scenario_with(Setup { seed, ..Setup::default() }, async |world| {
            visit(world, "contracts").await;
            world.sees_counts().await;
            world.still().await;
            called.extend(numbers(world).await);
        });
    }
    scenario_with(Setup { seed: Seed::Many(MANY), ..Setup::default() }, async |world| {
        visit(world, "contracts").await;
        world.key(Key::Shift).await;
        world.search("Filter contracts", "9").await;
        world.search("Filter contracts", "").await;
        world.press("ID").await;
        world.press("Next").await;
        world.still().await;
        called.extend(numbers(world).await);
    });
    // Who has signed in, and loads the page again: untouched for longer than the session is looked at, and then left.
    scenario_with(Setup::default(), async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.open("/contracts").await;
        world.sees("11 contracts").await;
        world.sees_true(&format!("return performance.now() > {UNTOUCHED}")).await;
        world.script(LEAVING).await;
        called.extend(numbers(world).await);
        // And comes back to where they were.
        world
            .script("document.querySelector('tbody a').focus(); document.querySelector('.l-main').scrollTop = 99")
            .await;
        world.reload().await;
        world.sees("11 contracts").await;
        world.still().await;
        called.extend(numbers(world).await);
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.back().await;
        world.sees("11 contracts").await;
        world.still().await;
        called.extend(numbers(world).await);
    });
    for failure in failures() {
        scenario_with(Setup::default(), async |world| {
            world.stub.fail_always("GET", "/contracts", failure);
            visit(world, "").await;
            world.still().await;
            called.extend(numbers(world).await);
        });
    }
    let without_others = Bundle::copy();
    for name in without_others.later_parts() {
        without_others.remove(&name);
    }
    without_others.scenario(async |world| {
        visit(world, "contracts").await;
        for link in ["Legacy licenses", "Attach token"] {
            world.follow(link).await;
            world.sees_heading(link).await;
            world.sees("did not arrive").await;
        }
        world.press("Retry").await;
        world.sees("did not arrive").await;
        called.extend(numbers(world).await);
        for path in ["/", "/contracts/contract-id-2", "/attach"] {
            world.open(path).await;
            world.sees("did not arrive").await;
            called.extend(numbers(world).await);
        }
        world.follow("Contracts").await;
        world.sees("contracts").await;
        world.still().await;
        called.extend(numbers(world).await);
    });
    without_others.scenario(async |world| {
        world.open("/contracts").await;
        world.sees("did not arrive").await;
        called.extend(numbers(world).await);
    });
    // The last resort: that something else did not come.
    scenario_with(Setup::default(), async |world| {
        visit(world, "contracts").await;
        world.script("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('forced') }))").await;
        world.sees("Something went wrong").await;
        called.extend(numbers(world).await);
    });
    tell(&called);
}

/// What comes where nothing else can be asked for either.
fn failures() -> [Failure; 2] {
    [Failure::html(502), Failure::Drop]
}

async fn visit(world: &World, words: &str) {
    world.open_with_session("/contracts", &world.stub.token(SESSION), 5).await;
    world.sees(words).await;
}

async fn numbers(world: &World) -> Vec<u64> {
    // What nobody holds any more is dropped at a time of the browser's own.
    world.collect_garbage().await;
    let numbers = world.script("return [...window.called]").await;
    numbers.as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
}

#[expect(clippy::print_stdout, reason = "it is for the program that asked")]
fn tell(called: &BTreeSet<u64>) {
    let numbers: Vec<String> = called.iter().map(ToString::to_string).collect();
    println!("{}", numbers.join(" "));
}
