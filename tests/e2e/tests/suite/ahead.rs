//! The list that the first page shows, asked for while the app itself is still on its way.

use e2e::{Bundle, scenario};

/// Longer than a test takes, in seconds.
const SESSION: i64 = 600;
const CONTRACTS: &str = "/contracts";

/// Without what starts the app, nobody else can ask.
#[test]
fn contracts_are_asked_for_without_the_app() {
    let bundle = Bundle::copy();
    bundle.remove(&bundle.name("landscape-licensing-", ".wasm"));
    for (path, away, expected) in [(CONTRACTS, 5, 1), ("/", 5, 1), (CONTRACTS, 70, 0), ("/legacy-licenses", 5, 0)] {
        bundle.scenario(async |world| {
            world.open_with_session(path, &world.stub.token(SESSION), away).await;
            world.sees("Landscape licensing could not be loaded").await;
            world.sees_requests("GET", CONTRACTS, expected).await;
        });
    }
}

#[test]
fn the_app_goes_on_with_what_was_asked_for() {
    for (path, seen) in
        [(CONTRACTS, "11 contracts"), ("/contracts?filter=id-1", "of 11 contracts"), ("/", "Contracts expiring")]
    {
        scenario(async |world| {
            world.open_with_session(path, &world.stub.token(SESSION), 5).await;
            world.sees(seen).await;
            assert_eq!(world.requests_to("GET", CONTRACTS).len(), 1, "{path}");
        });
    }
}

#[test]
fn what_is_not_on_the_page_is_not_asked_for() {
    for (path, seen, times) in [("/legacy-licenses", "9 licenses", 0), ("/contracts?active_only=true", "contracts", 1)]
    {
        scenario(async |world| {
            world.open_with_session(path, &world.stub.token(SESSION), 5).await;
            world.sees(seen).await;
            assert_eq!(world.requests_to("GET", CONTRACTS).len(), times, "{path}");
        });
    }
}

#[test]
fn who_was_away_for_a_minute_is_looked_at_by_the_app_first() {
    scenario(async |world| {
        world.open_with_session(CONTRACTS, &world.stub.token(SESSION), 70).await;
        world.sees("11 contracts").await;
        assert_eq!(world.requests_to("GET", CONTRACTS).len(), 1);
    });
    scenario(async |world| {
        world.open_with_session(CONTRACTS, &world.stub.token(SESSION), 2 * 60 * 60).await;
        world.sees("You were signed out").await;
        assert_eq!(world.requests_to("GET", CONTRACTS).len(), 0);
    });
}

#[test]
fn a_token_that_is_refused_ends_the_session() {
    scenario(async |world| {
        world.open_with_session(CONTRACTS, &world.stub.token(-SESSION), 5).await;
        world.sees_heading("Sign in").await;
        world.sees("Your session has ended").await;
        assert_eq!(world.requests_to("GET", CONTRACTS).len(), 1);
        world.sign_in().await;
        world.sees("11 contracts").await;
        assert_eq!(world.requests_to("GET", CONTRACTS).len(), 2);
    });
}
