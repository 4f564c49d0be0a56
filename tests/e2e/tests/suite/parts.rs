//! The code of most pages, which comes with the first visit of one.

use e2e::{Bundle, World, scenario};
use fantoccini::key::Key;

const NOT_ARRIVED: &str = "The code of this page did not arrive";

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
        assert_eq!(asked(world), ["landscape-licensing"]);
        world.key(Key::Tab).await;
        world
            .until("the code of all pages", async || {
                let asked = asked(world);
                Ok(["look", "change"].iter().all(|part| asked.iter().any(|name| name == part)).then_some(()))
            })
            .await;
        world.sign_in().await;
        for (link, seen) in [("Attach token", "Computer IDs"), ("Legacy licenses", "9 licenses")] {
            world.follow(link).await;
            world.sees(seen).await;
            world.sees_focus("heading", link).await;
        }
        let mut names = asked(world);
        names.sort();
        names.dedup();
        assert_eq!(asked(world).len(), names.len(), "each is asked for once: {names:?}");
    });
}

#[test]
fn one_changed_bit_in_the_code_of_other_pages_stops_those_alone() {
    let (shows, changes) = (("Legacy licenses", "9 licenses"), ("Attach token", "Computer IDs"));
    for (part, stopped, others) in [
        ("look-", vec![shows], vec![changes]),
        ("change-", vec![changes], vec![shows]),
        ("chunk_", vec![shows, changes], vec![]),
    ] {
        let bundle = Bundle::copy();
        let name = bundle.name(part, ".wasm");
        bundle.flip(&name);
        bundle.scenario(async |world| {
            world.open_signed_in("/contracts").await;
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
