//! The code of most pages, which comes with the first visit of one.

use e2e::{Bundle, World, scenario};
use fantoccini::key::Key;
use landscape_stub::Failure;
use serde_json::json;

/// The names of the code that other pages need alone.
const PAGES: [&str; 2] = ["change", "look"];

const NOT_ARRIVED: &str = "The code of this page did not arrive";

/// Longer than a test takes, in seconds.
const SESSION: i64 = 600;

/// Those of the app's modules that the page has asked for, without their hashes.
fn asked(world: &World) -> Vec<String> {
    let asked = world.stub.app_requests();
    let modules = asked.iter().filter_map(|path| path.strip_suffix(".wasm")?.rsplit('/').next()?.rsplit_once('-'));
    modules.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn other_pages_come_once_somebody_does_something() {
    scenario(async |world| {
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        world.field("Password").await;
        let at_first = asked(world);
        assert!(at_first.iter().all(|name| !PAGES.contains(&name.as_str())), "{at_first:?}");
        world.has_all_code().await;
        world.sign_in().await;
        for (link, seen) in [("Attach token", "Computer IDs"), ("Legacy licenses", "9 licenses")] {
            world.follow(link).await;
            world.sees(seen).await;
            world.sees_focus("heading", link).await;
        }
        let mut all = asked(world);
        all.sort();
        assert!(PAGES.iter().all(|name| all.iter().any(|asked| asked == name)), "{all:?}");
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "each is asked for once: {all:?}");
    });
}

/// Without waiting for what starts the app, and not twice. What some pages have in common is numbered otherwise in each build.
#[test]
fn the_code_of_the_page_that_is_gone_to_is_asked_for_at_once() {
    for (path, seen, expected) in [
        ("/contracts", "11 contracts", &["landscape-licensing"] as &[&str]),
        ("/attach", "Computer IDs", &["change", "landscape-licensing", "rest"]),
        ("/contracts/contract-id-2", "Expires 31 Dec", &["landscape-licensing", "look", "rest"]),
    ] {
        scenario(async |world| {
            world.open_with_session(path, &world.stub.token(SESSION), 5).await;
            world.sees(seen).await;
            let (mut common, mut own): (Vec<_>, Vec<_>) =
                asked(world).into_iter().partition(|name| name.starts_with("chunk_"));
            own.sort();
            assert_eq!(own, expected, "{path}");
            common.sort();
            assert!(common.windows(2).all(|pair| pair[0] != pair[1]), "each is asked for once: {common:?}");
            assert_eq!(common.is_empty(), expected.len() == 1, "{path}: {common:?}");
        });
    }
}

/// Waits until the rest of what starts the app has been asked for, in a way that lets the page go on.
async fn sees_rest_asked_for(world: &World) {
    let rest = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/rest-'))";
    world.sees_true(&format!("return {rest}.length > 0")).await;
    let ways = world.script(&format!("return {rest}.map((entry) => entry.initiatorType)")).await;
    assert_eq!(ways, json!(["fetch"]));
}

/// Signs in, and loads the page again.
async fn come_again(world: &World) {
    world.open_signed_in("/contracts").await;
    world.sees("11 contracts").await;
    world.open("/contracts").await;
    world.sees("11 contracts").await;
}

/// What a first visit does without comes with the first press.
#[test]
fn the_rest_of_what_starts_the_app_comes_with_the_first_press() {
    scenario(async |world| {
        come_again(world).await;
        world.sees_counts().await;
        let has_come = "return performance.getEntriesByType('resource').some((entry) => entry.name.includes('/rest-'))";
        assert_eq!(world.script(has_come).await, json!(false));
        world.key(Key::Shift).await;
        sees_rest_asked_for(world).await;
        world.search("Filter contracts", "id-1").await;
        world.sees("of 11 contracts").await;
        sees_rest_asked_for(world).await;
    });
}

/// A tab that nobody touches has all code at last, and so goes on when the server has another release.
#[test]
fn all_code_comes_by_itself_at_last() {
    let bundle = Bundle::copy();
    bundle.scenario(async |world| {
        come_again(world).await;
        let arrived = "const arrived = performance.getEntriesByType('resource').map((entry) => entry.name);";
        let parts = "['look', 'change', 'sign_in'].every((part) => arrived.some((name) => name.includes(`/${part}-`)))";
        world.sees_true(&format!("{arrived} return {parts}")).await;
        sees_rest_asked_for(world).await;
        for name in bundle.later_parts() {
            bundle.remove(&name);
        }
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.press("Sign out").await;
        world.field("Password").await;
    });
}

/// Also before anything else has come: the browser waits for nothing then.
#[test]
fn a_page_is_left_without_the_rest() {
    let bundle = Bundle::copy();
    bundle.remove(&bundle.name("rest-", ".wasm"));
    bundle.scenario(async |world| {
        world.open_with_session("/contracts", &world.stub.token(SESSION), 5).await;
        world.sees("11 contracts").await;
        world
            .script("dispatchEvent(new Event('beforeunload')); dispatchEvent(new PageTransitionEvent('pagehide'))")
            .await;
        world.shows_nowhere("Something went wrong").await;
        world.open("/contracts").await;
        world.sees("11 contracts").await;
        world.shows_nowhere("Something went wrong").await;
    });
}

#[test]
fn what_cannot_wait_for_the_rest_has_it_at_once() {
    scenario(async |world| {
        // A refusal is read by code that a visit which goes well does without.
        world.stub.fail_next("GET", "/contracts", Failure::json(403, "Forbidden", "Not for you."));
        world.open_with_session("/contracts", &world.stub.token(SESSION), 5).await;
        world.sees("You do not have permission").await;
        assert_eq!(asked(world), ["landscape-licensing", "rest"]);
        world.press("Retry").await;
        world.sees("11 contracts").await;
    });
}

#[test]
fn without_the_rest_what_cannot_wait_for_it_fails_as_a_whole() {
    for is_changed in [false, true] {
        let bundle = Bundle::copy();
        let name = bundle.name("rest-", ".wasm");
        if is_changed {
            bundle.flip(&name);
        } else {
            bundle.remove(&name);
        }
        bundle.scenario(async |world| {
            world.stub.fail_always("GET", "/contracts", Failure::json(403, "Forbidden", "Not for you."));
            world.open_with_session("/contracts", &world.stub.token(SESSION), 5).await;
            world.sees("Something went wrong").await;
        });
    }
}

#[test]
fn one_changed_bit_in_the_code_of_other_pages_stops_those_alone() {
    let (shows, changes) = (("Legacy licenses", "9 licenses"), ("Attach token", "Computer IDs"));
    let bundle = Bundle::copy();
    for (name, stopped, others) in [
        (bundle.name("look-", ".wasm"), vec![shows], vec![changes]),
        (bundle.name("change-", ".wasm"), vec![changes], vec![shows]),
        (bundle.name("rest-", ".wasm"), vec![shows, changes], vec![]),
        (bundle.common_part(), vec![shows, changes], vec![]),
    ] {
        bundle.flip(&name);
        bundle.scenario(async |world| {
            world.open_with_session("/contracts", &world.stub.token(SESSION), 5).await;
            world.sees("11 contracts").await;
            for (link, _) in &stopped {
                world.follow(link).await;
                world.sees_heading(link).await;
                world.sees(NOT_ARRIVED).await;
            }
            for (link, seen) in others.iter().chain([&("Contracts", "11 contracts")]) {
                world.follow(link).await;
                world.sees(seen).await;
            }
            bundle.flip(&name);
            for (link, seen) in &stopped {
                world.follow(link).await;
                world.sees(seen).await;
            }
        });
    }
}

#[test]
fn code_that_did_not_arrive_comes_by_retry() {
    let bundle = Bundle::copy();
    let name = bundle.name("look-", ".wasm");
    let whole = bundle.read(&name);
    bundle.remove(&name);
    bundle.scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.follow("Activities").await;
        world.sees(NOT_ARRIVED).await;
        world.sees_focus("heading", "Activities").await;
        bundle.write(&name, &whole);
        world.press("Retry").await;
        world.sees("Activity 110").await;
        world.sees_no_more(NOT_ARRIVED).await;
        world.sees_focus("heading", "Activities").await;
    });
}
