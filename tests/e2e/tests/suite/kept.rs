//! What outlives a reload, the end of a session and the browser's own memory of pages; and what does not.

use std::time::Duration;

use e2e::{Bundle, Role, Setup, World, journal::json_body, scenario, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Failure, Seed, Sizes};
use serde_json::json;

/// Three requests, if all of the computers are sent.
const FLEET: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 1200, children: 0 }),
    latency: Duration::ZERO,
    prefix: "/licensing/",
    language: "en-GB",
    zone: None,
};
const KEYS: &str = "return Object.keys({ ...sessionStorage }).sort()";
const SESSION: &str = "landscape-licensing.session";
const DRAFTS: &str = "landscape-licensing.drafts";

async fn type_both(world: &World) {
    world.fill("Computer IDs", "1, 2, 3").await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    world.fill("Only the first", "2").await;
}

async fn sees_both(world: &World) {
    world.sees_value("Computer IDs", "1, 2, 3").await;
    world.sees_value("Ubuntu Pro token", "").await;
    world.sees_value("Only the first", "2").await;
}

#[test]
fn what_is_typed_outlives_a_reload_but_for_the_token() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        type_both(world).await;
        world.sees_true(&format!("return sessionStorage['{DRAFTS}'].includes('1, 2, 3')")).await;
        world.reload().await;
        sees_both(world).await;
        world.follow("Detach token").await;
        world.fill("Computer IDs", "4").await;
        world.sees_true(&format!("return sessionStorage['{DRAFTS}'].includes('\"4\"')")).await;
        world.reload().await;
        world.sees_value("Computer IDs", "4").await;
        let kept = world.script_text(&format!("return sessionStorage['{DRAFTS}']")).await;
        assert!(!kept.contains(PRO_TOKEN) && !kept.contains("token"), "{kept}");
    });
}

#[test]
fn what_is_typed_outlives_an_ended_session_and_a_reload_after_it() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        type_both(world).await;
        world.stub.revoke_tokens();
        world.open("/contracts").await;
        world.sees("Your session has ended").await;
        assert_eq!(world.script(KEYS).await, json!([DRAFTS]));
        world.open("/attach").await;
        world.sees_heading("Sign in").await;
        world.shows_nowhere("1, 2, 3").await;
        world.sign_in().await;
        sees_both(world).await;
    });
}

#[test]
fn signing_out_keeps_nothing() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        type_both(world).await;
        assert_eq!(world.script(KEYS).await, json!([DRAFTS, SESSION]));
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        world.sees_true("return sessionStorage.length === 0").await;
    });
}

#[test]
fn what_was_sent_is_no_draft_any_more() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.sees("Queued for 1 of 1 computer").await;
        world.sees_value("Computer IDs", "").await;
        world.reload().await;
        world.sees("Queued for 1 of 1 computer").await;
        world.sees_value("Computer IDs", "").await;
        world.find(Role::Link, "Open this activity on its own page").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn garbage_among_what_is_kept_is_nothing() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for garbage in ["", "{", "null", "[]", "{\\\"of\\\": 7}", "{\\\"attach\\\": {\\\"ids\\\": 7}}"] {
            world.script(&format!("sessionStorage['{DRAFTS}'] = \"{garbage}\"")).await;
            world.reload().await;
            world.sees_heading("Attach token").await;
            world.sees_value("Computer IDs", "").await;
        }
    });
}

/// Begins three requests, of which the second is answered by nobody.
async fn send_into_the_void(world: &World) {
    world.open_signed_in("/attach").await;
    world.stub.fail_after(1, "POST", "/attach-token", Failure::Stall);
    let ids = (1..=1200).map(|id| id.to_string()).collect::<Vec<_>>().join(", ");
    world.paste("Computer IDs", &ids).await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    world.press("Attach token").await;
    world.dialog().await;
    world.press("Attach").await;
    world.sees("Request 2 of 3").await;
    world.sees_requests("POST", "/attach-token", 2).await;
}

#[test]
fn a_reload_in_the_middle_of_a_rollout_tells_what_was_sent_and_what_was_not() {
    scenario_with(FLEET, async |world| {
        send_into_the_void(world).await;
        let taken = json_body(&world.requests_to("POST", "/attach-token")[0])["computer_ids"].clone();
        world.reload().await;
        world.sees("500 computers may have been queued").await;
        world.sees("The page was reloaded or closed before the answer came.").await;
        let rows = world.rows("Requests").await;
        assert_eq!(rows.len(), 3, "{rows:?}");
        assert!(rows[0][3].starts_with("Activity "), "{rows:?}");
        assert!(rows[1][2] == "Not known" && rows[2][2] == "Not sent", "{rows:?}");
        // Only what was certainly not sent is in the form again.
        let again = world.value("Computer IDs").await;
        let again: Vec<u64> = again.split(", ").filter_map(|id| id.parse().ok()).collect();
        let taken: Vec<u64> = serde_json::from_value(taken).expect("there are computers");
        assert!(!again.is_empty() && again.iter().all(|id| !taken.contains(id)), "{again:?}");
        assert_eq!(world.writes(), 2, "a reload sends nothing");
        world.sees_value("Ubuntu Pro token", "").await;
    });
}

#[test]
fn a_copy_of_a_tab_does_not_take_its_rollout_over() {
    scenario_with(FLEET, async |world| {
        send_into_the_void(world).await;
        world.duplicate_tab().await;
        world.sees_heading("Attach token").await;
        world.sees_value("Computer IDs", "").await;
        world.sees_no_more("may have been queued").await;
        assert_eq!(world.writes(), 2);
    });
}

#[test]
fn where_the_browser_keeps_nothing_everything_works_and_that_is_said_once() {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    Bundle::beginning_with(full).scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees("This browser keeps nothing for this tab").await;
        world.press("Close").await;
        world.sees_no_more("This browser keeps nothing").await;
        world.fill("Computer IDs", "1").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.sees("Queued for 1 of 1 computer").await;
        world.shows_nowhere("This browser keeps nothing").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
    });
}

#[test]
fn a_storage_that_is_forbidden_is_no_obstacle() {
    let forbidden =
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    Bundle::beginning_with(forbidden).scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.sees("This browser keeps nothing for this tab").await;
        world.pretend_to_come_back().await;
        world.sees("11 contracts").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
    });
}

#[test]
fn a_page_that_the_browser_had_kept_asks_again() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let before = world.requests_to("GET", "/contracts").len();
        world.pretend_to_come_back().await;
        world.sees_requests("GET", "/contracts", before + 1).await;
        world.sees("11 contracts").await;
        world.stub.revoke_tokens();
        world.pretend_to_come_back().await;
        world.sees("Your session has ended").await;
        world.shows_nowhere("contract-id-1").await;
    });
}

#[test]
fn a_page_that_the_browser_had_kept_shows_nothing_once_somebody_has_signed_out() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        // Another page of the same tab has signed out since.
        world.script("sessionStorage.clear()").await;
        world.pretend_to_come_back().await;
        world.sees_heading("Sign in").await;
        world.shows_nowhere("contract-id-1").await;
    });
}

#[test]
fn back_after_leaving_the_app_and_signing_out_shows_nothing() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.goto("about:blank").await;
        world.open("/legacy-licenses").await;
        world.sees("9 licenses").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        for _ in 0..3 {
            world.back().await;
            world.sees_true("return !/contract-id|License /.test(document.body?.innerText ?? '')").await;
        }
    });
}

#[test]
fn signing_out_without_a_server_clears_everything_and_aborts_what_is_under_way() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.stub.fail_always("GET", "/legacy-licenses", Failure::Stall);
        let note = "
            const fetch = window.fetch;
            window.aborted = 0;
            window.fetch = (request, ...rest) => {
                request.signal?.addEventListener('abort', () => { window.aborted += 1 });
                return fetch(request, ...rest);
            };
        ";
        world.script(note).await;
        world.follow("Legacy licenses").await;
        world.sees_requests("GET", "/legacy-licenses", 1).await;
        world.stub.fail_always("*", "/", Failure::Drop);
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        world.sees_true("return window.aborted >= 1").await;
        assert_eq!(
            world.script("return sessionStorage.length + document.querySelectorAll('td').length").await,
            json!(0)
        );
    });
}

/// The app lets five reads out at a time: all that are under way are refused at once.
#[test]
fn refusals_of_all_that_is_under_way_are_one_end_and_filters_and_selection_are_kept() {
    scenario(async |world| {
        world.open_signed_in("/computers").await;
        world.click(Role::Checkbox, "Select Birch web front 1").await;
        world.click(Role::Checkbox, "Select Birch web front 2").await;
        world.sees("2 computers selected").await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        let note = "
            window.ends = 0;
            new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
                if (node.querySelector?.('.sign-in') || node.matches?.('.sign-in')) window.ends += 1;
            }))).observe(document.body, { childList: true, subtree: true });
        ";
        world.script(note).await;
        world.search("Filter contracts", "contract").await;
        world.sees_path("/contracts?filter=contract").await;
        world.follow("Overview").await;
        world.sees_heading("Overview").await;
        world.back().await;
        world.sees_path("/contracts?filter=contract").await;
        // The list is there; how many computers are on each contract was asked for one by one.
        world.sees("11 contracts").await;
        world.sees_counts().await;
        world.hold("/computers").await;
        world.stub.fail_always("GET", "/computers", Failure::json(401, "Unauthorized", "Who are you?"));
        world.put_clock_forward(5).await;
        world.tick("Active only").await;
        world.sees_path("/contracts?filter=contract&active_only=true").await;
        world.until("four refusals that are held back", async || Ok((refused(world) >= 4).then_some(()))).await;
        world.stub.heal();
        world.release().await;
        world.sees("Your session has ended").await;
        assert_eq!(refused(world), 4, "what was not under way is not sent");
        assert_eq!(world.script("return window.ends").await, json!(1));
        world.sign_in().await;
        world.sees_path("/contracts?filter=contract&active_only=true").await;
        world.sees("9 contracts").await;
        world.follow("Computers").await;
        world.sees("2 computers selected").await;
    });
}

fn refused(world: &World) -> usize {
    world.asked().iter().filter(|request| request.status == Some(401)).count()
}

#[test]
fn a_refusal_of_a_right_never_ends_a_session() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.stub.fail_always("GET", "/", Failure::json(403, "Forbidden", "Your account is disabled."));
        for link in ["Overview", "Computers", "Legacy licenses", "Activities", "Contracts"] {
            world.follow(link).await;
            world.sees("Your account is disabled.").await;
            world.button("Sign out").await;
        }
        world.stub.heal();
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
    });
}
