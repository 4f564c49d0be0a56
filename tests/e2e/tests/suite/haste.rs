//! Presses that come twice, and tabs that come back after long.

use std::time::Duration;

use e2e::{
    Setup, World,
    monkey::{number, press_twice},
    scenario, scenario_with,
};

fn slow() -> Setup {
    Setup { latency: Duration::from_millis(60), ..Setup::default() }
}

/// As many double presses as a walk of `E2E_STEPS` has tens of steps: 30 or 1,000.
fn rounds() -> u32 {
    number("E2E_STEPS", 300) / 10
}

#[test]
fn a_press_that_comes_twice_sends_once_whatever_lies_between_the_two() {
    scenario_with(slow(), async |world| {
        world.open_signed_in("/attach").await;
        world.sees("Computer IDs").await;
        for round in 0..rounds() {
            // A group and its one child have an id each.
            press_twice(world, round, &format!("Activity {}", 113 + 2 * round)).await;
            let sent = world.requests_to("POST", "/attach-token").len();
            assert_eq!(sent, usize::try_from(round + 1).unwrap_or_default(), "after {} double presses", round + 1);
        }
    });
}

async fn pretend_hidden(world: &World, is_hidden: bool) {
    let script = format!("Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => {is_hidden} }})");
    world.pretend(&script, "visibilitychange").await;
}

#[test]
fn a_tab_that_comes_back_after_an_hour_asks_twice_at_most() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.attach_without_a_page(&[33]).await;
        world.follow("Activities").await;
        world.follow("Activity 113").await;
        world.sees("0 of 1 done").await;
        pretend_hidden(world, true).await;
        // What was on its way comes to its end while another page is read, slowly.
        world.script("return fetch('/api/v2/contracts/stub-slow').then(() => 1)").await;
        world.stub.advance(Duration::from_secs(3_600));
        world.put_clock_forward(60).await;
        // In the page's own time: a look is two requests, and the next one is two seconds away.
        let script = "
            const fetch = window.fetch, woken = performance.now();
            window.sinceWaking = [];
            window.fetch = (...given) => {
                if (performance.now() - woken < 1500) window.sinceWaking.push(given[0].url);
                return fetch(...given);
            }
        ";
        world.script(script).await;
        pretend_hidden(world, false).await;
        world.sees_true("return window.sinceWaking.length > 0").await;
        world.script("return new Promise((resolve) => setTimeout(resolve, 1500))").await;
        let asked = world.script("return window.sinceWaking").await;
        let addresses: Vec<_> = asked.as_array().into_iter().flatten().filter_map(|address| address.as_str()).collect();
        let (of_data, others): (Vec<_>, Vec<_>) = addresses.into_iter().partition(|address| address.contains("/api/"));
        assert!((1..=2).contains(&of_data.len()), "on waking it asked for {of_data:?}");
        assert!(others.len() <= 1, "the page itself is asked for once, for a new release: {others:?}");
    });
}
