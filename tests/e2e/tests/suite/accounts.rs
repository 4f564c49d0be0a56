//! Accounts and sessions that follow one another: nothing of one is ever shown in the next.

use e2e::{Role, World, scenario, world::PRO_TOKEN};
use landscape_stub::Failure;
use serde_json::json;

const ONWARD: &str = "Onward, Inc.";
const LAB: &str = "Test lab";

async fn change_account(world: &World, account: &str) {
    world.select("Account", account).await;
    world.sees_selected("Account", account).await;
}

/// Asks for the other account; its answer is on its way until it is released.
async fn ask_for_lab_and_sign_out(world: &World) {
    world.open_signed_in("/contracts").await;
    world.sees("11 contracts").await;
    world.hold("/switch-account").await;
    world.select("Account", LAB).await;
    world.sees_held().await;
    world.press("Sign out").await;
    world.sees_heading("Sign in").await;
}

async fn attach(world: &World) {
    world.fill("Computer IDs", "1 2").await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    world.press("Attach token").await;
}

/// Neither the page nor what is kept of it shows a result, now and after a look at another page.
async fn sees_no_result(world: &World, page: &str) {
    world.misses(Role::Heading, "Activity 113").await;
    for _ in 0..2 {
        for words in ["Queued for", "may have been queued", "Nothing was queued", "Sending…"] {
            world.sees_no_more(words).await;
        }
        world.follow("Legacy licenses").await;
        world.sees_heading("Legacy licenses").await;
        world.follow(page).await;
        world.sees_heading(page).await;
    }
    assert!(!world.has(Role::Heading, "Activity 113").await);
}

#[test]
fn a_late_answer_to_a_change_of_account_never_lands_in_the_next_session() {
    scenario(async |world| {
        ask_for_lab_and_sign_out(world).await;
        let token = world.stub.token(3600);
        world.sign_in_with_token(&token).await;
        world.sees_heading("Overview").await;
        world.release().await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.sees("onward").await;
        world.shows_nowhere(LAB).await;
        let stored = world.script_text("return JSON.stringify(sessionStorage)").await;
        assert!(stored.contains(&token), "the session is the one that was begun");
        world.reload().await;
        world.sees("9 licenses").await;
        let requests = world.asked();
        let last = requests.last().expect("there were requests");
        assert_eq!(last.headers["authorization"], format!("Bearer {token}"));
    });
}

#[test]
fn a_late_answer_to_a_change_of_account_begins_no_session() {
    scenario(async |world| {
        ask_for_lab_and_sign_out(world).await;
        world.release().await;
        world.fill("Email or identity", "somebody").await;
        world.sees_heading("Sign in").await;
        assert_eq!(world.script("return sessionStorage.length").await, json!(0));
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        assert_eq!(world.requests_to("GET", "/contracts").len(), 1);
    });
}

#[test]
fn a_late_refusal_of_a_change_of_account_is_not_told_to_the_next_session() {
    scenario(async |world| {
        world.stub.fail_next("POST", "/switch-account", Failure::json(401, "Unauthorized", "Over."));
        ask_for_lab_and_sign_out(world).await;
        world.sign_in_with_token(&world.stub.token(3600)).await;
        world.sees_heading("Overview").await;
        world.release().await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.shows_nowhere("could not be changed").await;
    });
}

#[test]
fn no_row_of_the_old_account_stands_under_the_name_of_the_new_one() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        for (path, old, new) in [
            ("/contracts", "contract-id-1", "lab-contract"),
            ("/legacy-licenses", "License 8", "License 52"),
            ("/contracts/contract-id-2", "31 Dec 2026", "Contract not found"),
            ("/legacy-licenses/8", "17 Sep 2026", "Legacy license not found"),
            ("/activities", "Activity 101", "No activities"),
            ("/activities/107", "ActivityGroup", "Activity not found"),
        ] {
            world.open(path).await;
            world.sees(old).await;
            world.hold(if path == "/activities" { "/activities/parents" } else { path }).await;
            change_account(world, LAB).await;
            world.sees_held().await;
            world.shows_nowhere(old).await;
            world.release().await;
            world.sees(new).await;
            world.shows_nowhere(old).await;
            change_account(world, ONWARD).await;
            world.sees(old).await;
        }
    });
}

#[test]
fn no_row_of_the_old_account_stays_where_the_new_one_cannot_be_read() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.stub.fail_next("GET", "/contracts", Failure::json(500, "InternalServerError", "A gear is stuck."));
        change_account(world, LAB).await;
        world.sees("A gear is stuck.").await;
        world.shows_nowhere("contract-id-1").await;
        world.shows_nowhere("11 contracts").await;
        world.press("Retry").await;
        world.sees_column("Contracts", 0, &["lab-contract"]).await;
    });
}

#[test]
fn the_results_of_attaching_and_detaching_are_forgotten_when_the_account_changes() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world).await;
        world.sees("Queued for 2 of 2 computers").await;
        change_account(world, LAB).await;
        sees_no_result(world, "Attach token").await;
        change_account(world, ONWARD).await;
        sees_no_result(world, "Attach token").await;
        world.stub.fail_next("POST", "/detach-token", Failure::html(502));
        world.follow("Detach token").await;
        world.fill("Computer IDs", "4").await;
        world.press("Detach token").await;
        world.press("Detach").await;
        world.sees("may have been queued").await;
        change_account(world, LAB).await;
        sees_no_result(world, "Detach token").await;
        assert_eq!(world.requests_to("POST", "/detach-token").len(), 1);
    });
}

#[test]
fn a_late_result_is_not_shown_in_another_account() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.hold("/attach-token").await;
        attach(world).await;
        world.sees_held().await;
        change_account(world, LAB).await;
        world.release().await;
        // The token is still there: it would be asked about when the page is left.
        world.fill("Ubuntu Pro token", "").await;
        sees_no_result(world, "Attach token").await;
        world.only_request("POST", "/attach-token");
    });
}

#[test]
fn a_late_result_is_not_shown_in_the_next_session() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.hold("/attach-token").await;
        attach(world).await;
        world.sees_held().await;
        world.press("Sign out").await;
        world.sign_in_with_token(&world.stub.token(3600)).await;
        world.follow("Attach token").await;
        world.sees_heading("Attach token").await;
        world.release().await;
        sees_no_result(world, "Attach token").await;
        world.sees_value("Computer IDs", "").await;
        world.sees_value("Ubuntu Pro token", "").await;
    });
}

/// A token that no server has signed, for somebody else than the demo user.
async fn somebody_elses_token(world: &World) -> String {
    let script = "
        const part = (claims) => btoa(JSON.stringify(claims)).replace(/=/g, '').replace(/\\+/g, '-').replace(/\\//g, '_');
        return [{ alg: 'HS256', typ: 'JWT' }, { sub: 'jane@example.com', acc: 'onward' }, 0].map(part).join('.');
    ";
    world.script_text(script).await
}

#[test]
fn what_one_person_typed_is_not_shown_to_another_who_signs_in_after_the_session_ended() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.stub.revoke_tokens();
        world.press("Attach token").await;
        world.sees("Your session has ended").await;
        let token = somebody_elses_token(world).await;
        world.sign_in_with_token(&token).await;
        world.sees_heading("Attach token").await;
        world.sees("jane@example.com").await;
        world.sees_value("Computer IDs", "").await;
        world.sees_value("Ubuntu Pro token", "").await;
        world.shows_nowhere("session had ended").await;
    });
}
