//! The code of most pages, which comes with the first visit of one.

use e2e::{Bundle, World, scenario};
use serde_json::json;

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
        assert_eq!(asked(world), ["landscape-licensing"]);
        world.has_all_code().await;
        world.sign_in().await;
        for (link, seen) in [("Attach token", "Computer IDs"), ("Legacy licenses", "9 licenses")] {
            world.follow(link).await;
            world.sees(seen).await;
            world.sees_focus("heading", link).await;
        }
        assert_eq!(asked(world).len(), 4, "each is asked for once: {:?}", asked(world));
    });
}

/// Without waiting for what starts the app, and not twice.
#[test]
fn the_code_of_the_page_that_is_gone_to_is_asked_for_at_once() {
    for (path, seen, expected) in [
        ("/contracts", "11 contracts", &["landscape-licensing"] as &[&str]),
        ("/attach", "Computer IDs", &["change", "chunk_3", "landscape-licensing"]),
        ("/contracts/contract-id-2", "Expires 31 Dec", &["chunk_3", "landscape-licensing", "look"]),
    ] {
        scenario(async |world| {
            // Not by a page of the app, which would load what is to be seen to be loaded.
            world.goto(&world.stub.dashboard_url().expect("there is a dashboard")).await;
            let session = json!({ "token": world.stub.token(SESSION) }).to_string();
            let script = "sessionStorage.setItem('landscape-licensing.session', arguments[0])";
            world.script_with(script, vec![json!(session)]).await;
            world.open(path).await;
            world.sees(seen).await;
            let mut asked = asked(world);
            asked.sort();
            assert_eq!(asked, expected, "{path}");
        });
    }
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
