//! A new release that comes while a tab is open: the tab goes on, and says so.

use e2e::{Bundle, Role, World, world::PRO_TOKEN};
use landscape_stub::Failure;
use serde_json::json;

const NEW: &str = "A new version is available";

/// Puts another release in the place of the one that runs: one that vouches for other parts.
fn release_anew(bundle: &Bundle) {
    bundle.trust(&bundle.name("boot", ".js"));
}

async fn come_back(world: &World) {
    world.pretend("", "visibilitychange").await;
}

/// How often the page was asked for.
fn asked(world: &World) -> usize {
    world.stub.app_requests().iter().filter(|path| *path == "/licensing/").count()
}

#[test]
fn an_open_tab_tells_of_a_new_release_and_keeps_what_was_typed() {
    let bundle = Bundle::copy();
    bundle.scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1, 2").await;
        release_anew(&bundle);
        world.stay_for_an_hour().await;
        world.note_announcements().await;
        come_back(world).await;
        world.sees(NEW).await;
        world
            .sees_announced(
                "A new version is available. Reload this page to use it. What you have typed is kept, but for secrets.",
            )
            .await;
        world.sees_value("Computer IDs", "1, 2").await;
        assert_eq!(asked(world), 1, "nothing is loaded by itself");
        world.press("Reload").await;
        world.sees_no_more(NEW).await;
        world.sees_value("Computer IDs", "1, 2").await;
        world.stay_for_an_hour().await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        world.shows_nowhere(NEW).await;
    });
}

#[test]
fn a_notice_of_a_new_release_can_be_closed() {
    let bundle = Bundle::copy();
    bundle.scenario(async |world| {
        world.open_signed_in("/contracts").await;
        release_anew(&bundle);
        world.stay_for_an_hour().await;
        // A tab that is looked at all day learns of it on the way to another page.
        world.follow("Legacy licenses").await;
        world.sees_heading("Legacy licenses").await;
        world.sees(NEW).await;
        world.press("Close").await;
        world.sees_no_more(NEW).await;
        world.stay_for_an_hour().await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        world.shows_nowhere(NEW).await;
    });
}

#[test]
fn the_same_release_is_asked_for_once_an_hour_and_never_in_the_dark() {
    Bundle::copy().scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        for _ in 0..3 {
            come_back(world).await;
        }
        assert_eq!(asked(world), 0, "what has just come is new");
        world.stay_for_an_hour().await;
        let hide = "Object.defineProperty(document, 'hidden', { value: true, configurable: true })";
        world.pretend(hide, "visibilitychange").await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        assert_eq!(asked(world), 0, "nobody is asked while nobody sees the tab");
        world.pretend("delete document.hidden", "visibilitychange").await;
        world.until("a request for the page", async || Ok((asked(world) == 1).then_some(()))).await;
        for _ in 0..3 {
            come_back(world).await;
        }
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        assert_eq!(asked(world), 1);
        world.shows_nowhere(NEW).await;
    });
}

/// A proxy that wants somebody to sign in, or a server that is being mended.
#[test]
fn a_page_of_somebody_else_is_no_new_release() {
    let bundle = Bundle::copy();
    bundle.scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        bundle.write(
            "index.html",
            b"<!doctype html><script src=\"a.js\" integrity=\"sha384-a\"></script><h1>Sign in</h1>",
        );
        world.stay_for_an_hour().await;
        come_back(world).await;
        world.until("a request for the page", async || Ok((asked(world) == 1).then_some(()))).await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.shows_nowhere(NEW).await;
    });
}

#[test]
fn nobody_reloads_while_an_order_is_being_sent() {
    let bundle = Bundle::copy();
    bundle.scenario(async |world| {
        world.open_signed_in("/attach").await;
        release_anew(&bundle);
        world.stub.fail_next("POST", "/attach-token", Failure::Stall);
        world.fill("Computer IDs", "1").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.sees_requests("POST", "/attach-token", 1).await;
        world.stay_for_an_hour().await;
        come_back(world).await;
        world.sees("An order is being sent: you can reload once it has ended.").await;
        world.sees_attribute(Role::Button, "Reload", "aria-disabled", Some("true")).await;
        world.script("window.isTheSame = true").await;
        world.press("Reload").await;
        world.sees("Sending").await;
        assert_eq!(world.script("return window.isTheSame").await, json!(true));
    });
}
