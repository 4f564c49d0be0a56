//! A session of somebody who does nothing, and one whose token ends.

use std::time::Duration;

use e2e::{Bundle, World, scenario, world::PRO_TOKEN};
use serde_json::json;

const QUESTION: &str = "Are you still there?";

async fn open_contracts(world: &World) {
    world.open_signed_in("/contracts").await;
    world.sees("11 contracts").await;
    world.sees_counts().await;
}

#[test]
fn an_hour_of_nothing_is_warned_of_and_ends_the_session() {
    scenario(async |world| {
        open_contracts(world).await;
        world.put_clock_forward(54).await;
        world.sees_true("return Date.now() > 0").await;
        world.shows_nowhere(QUESTION).await;
        world.put_clock_forward(2).await;
        world.sees(QUESTION).await;
        assert!(world.dialog().await.contains("You will be signed out in 3 minutes."), "{}", world.dialog().await);
        world.put_clock_forward(4).await;
        world.sees("You were signed out").await;
        world.sees_heading("Sign in").await;
        world.shows_nowhere("contract-id-1").await;
        assert_eq!(world.script("return sessionStorage.length").await, json!(0));
        world.sign_in().await;
        world.sees_path("/contracts").await;
        world.shows_nowhere(QUESTION).await;
    });
}

#[test]
fn who_answers_stays_signed_in() {
    scenario(async |world| {
        open_contracts(world).await;
        for _ in 0..2 {
            world.put_clock_forward(57).await;
            world.dialog().await;
            world.press("Stay signed in").await;
            world.sees_no_dialog().await;
        }
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
    });
}

#[test]
fn who_wants_to_leave_is_signed_out_at_once() {
    scenario(async |world| {
        open_contracts(world).await;
        world.put_clock_forward(57).await;
        assert!(world.dialog().await.contains(QUESTION));
        let press =
            "[...document.querySelectorAll('dialog[open] button')].find((it) => it.innerText === 'Sign out').click()";
        world.script(press).await;
        world.sees("You have signed out").await;
    });
}

#[test]
fn a_key_is_a_sign_of_life_and_after_the_warning_none() {
    scenario(async |world| {
        open_contracts(world).await;
        world.put_clock_forward(40).await;
        world.pretend("", "keydown").await;
        world.put_clock_forward(40).await;
        world.pretend("", "pointermove").await;
        world.put_clock_forward(56).await;
        world.sees(QUESTION).await;
        world.pretend("", "pointermove").await;
        world.put_clock_forward(5).await;
        world.sees("You were signed out").await;
    });
}

#[test]
fn a_sign_of_life_in_one_tab_counts_for_its_copies() {
    scenario(async |world| {
        open_contracts(world).await;
        let first = world.this_tab().await;
        world.duplicate_tab().await;
        world.sees("11 contracts").await;
        let copy = world.this_tab().await;
        world.put_clock_forward(57).await;
        world.sees(QUESTION).await;
        world.look_at_tab(&first).await;
        world.put_clock_forward(50).await;
        world.pretend("", "keydown").await;
        world.look_at_tab(&copy).await;
        world.sees_no_dialog().await;
        world.open("/legacy-licenses").await;
        world.sees("9 licenses").await;
    });
}

#[test]
fn a_computer_that_slept_shows_nothing_to_whom_wakes_it() {
    scenario(async |world| {
        open_contracts(world).await;
        let before = world.asked().len();
        world.put_clock_forward(9 * 60).await;
        world.pretend("", "keydown").await;
        world.sees("You were signed out").await;
        world.shows_nowhere("contract-id-1").await;
        let asked =
            world.asked()[before..].iter().filter(|request| request.headers.contains_key("authorization")).count();
        assert_eq!(asked, 0, "nothing is asked with the token of before");
    });
}

#[test]
fn a_tab_that_is_restored_the_next_day_is_signed_out() {
    scenario(async |world| {
        open_contracts(world).await;
        let age = "
            const key = 'landscape-licensing.session', kept = JSON.parse(sessionStorage[key]);
            sessionStorage[key] = JSON.stringify({ ...kept, active_at: kept.active_at - 61 * 60 });
        ";
        world.script(age).await;
        world.reload().await;
        world.sees("You were signed out").await;
        assert_eq!(world.script("return sessionStorage.length").await, json!(0));
    });
}

#[test]
fn what_was_typed_is_there_after_signing_in_again() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1, 2, 3").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.put_clock_forward(61).await;
        world.sees("You were signed out").await;
        world.sign_in().await;
        world.sees_heading("Attach token").await;
        world.sees_value("Computer IDs", "1, 2, 3").await;
        world.sees_value("Ubuntu Pro token", "").await;
    });
}

#[test]
fn a_token_ends_the_session_by_the_servers_clock() {
    scenario(async |world| {
        world.open("/contracts").await;
        world.sign_in_with_token(&world.stub.token(40 * 60)).await;
        world.sees("11 contracts").await;
        // The server's time goes on, and an answer tells of it.
        world.stub.advance(Duration::from_secs(39 * 60 + 50));
        world.follow("Legacy licenses").await;
        world.sees("Less than a minute left").await;
        let before = world.asked().len();
        world.sees("Your session has ended").await;
        world.sees_heading("Sign in").await;
        let refused = world.asked()[before..].iter().filter(|request| request.status == Some(401)).count();
        assert_eq!(refused, 0, "it ends without asking");
    });
}

#[test]
fn a_browser_whose_clock_is_a_day_off_is_not_signed_out_for_it() {
    for hours in ["25", "-25"] {
        let wrong = format!("const now = Date.now.bind(Date); Date.now = () => now() + {hours} * 3_600_000");
        Bundle::beginning_with(&wrong).scenario(async |world| {
            world.open("/contracts").await;
            world.sees_heading("Sign in").await;
            world.sign_in_with_token(&world.stub.token(60 * 60)).await;
            world.sees("11 contracts").await;
            world.shows_nowhere("Time is over").await;
            world.reload().await;
            world.sees("11 contracts").await;
            world.press("Sign out").await;
            world.sees("You have signed out").await;
            assert!(world.asked().iter().all(|request| request.status != Some(401)));
        });
    }
}

/// What the host has set in the page.
fn set(minutes: &str) -> Bundle {
    let bundle = Bundle::copy();
    let name = "<meta name=\"licensing-idle-minutes\" content=\"";
    bundle.edit_page(|page| page.replace(&format!("{name}60\""), &format!("{name}{minutes}\"")));
    bundle
}

#[test]
fn a_host_can_set_other_minutes_or_none() {
    set("0").scenario(async |world| {
        open_contracts(world).await;
        world.put_clock_forward(23 * 60).await;
        world.pretend("", "keydown").await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
    });
    set("2").scenario(async |world| {
        open_contracts(world).await;
        world.put_clock_forward(1).await;
        world.sees("You will be signed out in less than a minute.").await;
    });
}
