//! What stays where it is while a page loads, and what comes out of a printer. In Chromium, which can tell.

use std::time::Duration;

use e2e::{Setup, World, devtools, scenario_with};
use landscape_stub::{Seed, Sizes};
use serde_json::{Value, json};

/// Adds up how far things that were shown have moved, as a share of the screen.
const SHIFTS: &str = "
    window.shifted = 0;
    const add = (list) => list.getEntries().forEach((shift) => { window.shifted += shift.value; });
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
";

/// Once what is on the page was painted, and that was told.
const SHIFTED: &str =
    "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.shifted))))";

#[test]
fn a_cold_load_of_the_contracts_moves_next_to_nothing() {
    if !devtools::are_there() {
        return;
    }
    let slow = Setup { latency: Duration::from_millis(700), ..Setup::default() };
    scenario_with(slow, async |world| {
        world.open_signed_in("/attach").await;
        world.tools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        world.before_every_page(SHIFTS).await;
        for width in [360, 1280] {
            world.widen(width).await;
            world.open("/contracts").await;
            world.sees("11 contracts").await;
            let shifted = world.script(SHIFTED).await;
            assert!(shifted.as_f64().is_some_and(|shifted| shifted < 0.02), "{width} px: it moved by {shifted}");
        }
    });
}

/// How many pages of A4 a page is.
async fn printed_pages(world: &World) -> Value {
    let pdf = world.tools("Page.printToPDF", json!({ "paperWidth": 8.27, "paperHeight": 11.69 })).await;
    let pdf = pdf["data"].as_str().expect("there is a document").to_owned();
    world.script(&format!("return atob('{pdf}').match(/\\/Type \\/Page\\b/g).length")).await
}

/// It once was the first screen of it.
#[test]
fn a_table_is_printed_to_its_end() {
    if !devtools::are_there() {
        return;
    }
    let many = Setup { seed: Seed::Many(Sizes { contracts: 50, ..Sizes::default() }), ..Setup::default() };
    scenario_with(many, async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("50 contracts").await;
        world.sees_rows("Contracts", 50).await;
        assert_eq!(printed_pages(world).await, 3);
    });
}
