//! A session from its beginning to its end.

use std::time::Duration;

use e2e::{World, journal::json_body, scenario, world::PRO_TOKEN};
use landscape_stub::Failure;
use serde_json::json;

/// What the end of a session is warned of with: a number would be read out again every minute.
const WARNING: &str = "Your session is about to end \
    Finish what you are doing, or sign out and in again for a new session.";

/// The token that the latest request was authorized with.
fn token_in_use(world: &World) -> String {
    let requests = world.asked();
    let bearer = requests.iter().rev().find_map(|request| request.headers.get("authorization"));
    bearer.and_then(|bearer| bearer.strip_prefix("Bearer ")).expect("a request was authorized").to_owned()
}

#[test]
fn the_token_is_under_one_key_of_the_session_storage_and_nowhere_else() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let token = token_in_use(world);
        assert_eq!(world.script("return sessionStorage.length").await, json!(1));
        let stored = world.script_text("return sessionStorage.getItem(sessionStorage.key(0))").await;
        assert!(stored.contains(&token));
        assert_eq!(world.script("return localStorage.length").await, json!(0));
        assert_eq!(world.script("return document.cookie").await, json!(""));
        let elsewhere = "
            const values = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
            return [
                location.href, document.documentElement.outerHTML, window.name, JSON.stringify(history.state), ...values,
            ].join('\\n');
        ";
        assert!(!world.script_text(elsewhere).await.contains(&token));
        assert_eq!(world.script("return indexedDB.databases().then((all) => all.length)").await, json!(0));
        assert!(world.asked().iter().all(|request| !request.query.contains(&token)));
    });
}

#[test]
fn a_reload_keeps_the_session() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses?available_only=true").await;
        world.sees("7 licenses").await;
        world.reload().await;
        world.sees_path("/legacy-licenses?available_only=true").await;
        world.sees("7 licenses").await;
        world.sees("John Smith").await;
        assert_eq!(world.requests_to("POST", "/login").len(), 1);
    });
}

#[test]
fn another_tab_does_not_get_the_session() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.open_tab().await;
        let before = world.asked().len();
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        world.shows_nowhere("Your session has ended").await;
        assert_eq!(world.asked().len(), before);
    });
}

#[test]
fn sign_out_clears_everything_and_back_shows_no_data() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("contract-id-2").await;
        world.follow("Attach token").await;
        world.fill("Computer IDs", "1, 2, 3").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Sign out").await;
        world.sees_heading("Sign in").await;
        world.sees_path("/sign-in").await;
        assert_eq!(world.script("return sessionStorage.length + localStorage.length").await, json!(0));
        let before = world.asked().len();
        for _ in 0..2 {
            world.back().await;
            world.sees_heading("Sign in").await;
            world.shows_nowhere("contract-id-2").await;
        }
        assert_eq!(world.asked().len(), before);
        world.open_signed_in("/attach").await;
        world.sees_value("Computer IDs", "").await;
        world.sees_value("Ubuntu Pro token", "").await;
    });
}

#[test]
fn what_was_typed_is_forgotten_when_somebody_signs_out_and_in_without_a_reload() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1, 2, 3").await;
        world.press("Sign out").await;
        world.sign_in().await;
        world.follow("Attach token").await;
        world.sees_value("Computer IDs", "").await;
    });
}

#[test]
fn the_header_says_who_is_signed_in_to_which_account() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("John Smith").await;
        world.sees_selected("Account", "Onward, Inc.").await;
    });
}

#[test]
fn another_account_brings_its_own_data_and_survives_a_reload() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let before = token_in_use(world);
        world.select("Account", "Test lab").await;
        world.sees_column("Contracts", 0, &["lab-contract"]).await;
        world.sees("1 contract").await;
        assert_eq!(json_body(&world.only_request("POST", "/switch-account")), json!({ "account_name": "lab" }));
        assert_ne!(token_in_use(world), before);
        world.reload().await;
        world.sees_column("Contracts", 0, &["lab-contract"]).await;
        world.follow("Legacy licenses").await;
        world.sees("1 license").await;
        world.select("Account", "Onward, Inc.").await;
        world.sees("9 licenses").await;
    });
}

#[test]
fn an_account_that_cannot_be_changed_to_is_told_and_the_old_one_stays_chosen() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.stub.fail_next("POST", "/switch-account", Failure::json(403, "Forbidden", "Not your account."));
        world.select("Account", "Test lab").await;
        world.sees("Not your account.").await;
        world.sees("11 contracts").await;
        world.sees_selected("Account", "Onward, Inc.").await;
    });
}

#[test]
fn the_minutes_left_are_shown_when_under_thirty() {
    scenario(async |world| {
        for (seconds, shown) in [
            (45 * 60, None),
            (30 * 60 - 1, Some("29 minutes left")),
            (29 * 60 - 1, Some("28 minutes left")),
            (12 * 60 + 55, Some("12 minutes left")),
        ] {
            world.open("/contracts").await;
            world.sign_in_with_token(&world.stub.token(seconds)).await;
            world.sees("11 contracts").await;
            match shown {
                Some(text) => world.sees(text).await,
                None => world.shows_nowhere("minutes left").await,
            }
            world.shows_nowhere("about to end").await;
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
        }
    });
}

#[test]
fn the_last_five_minutes_are_warned_of_without_a_number() {
    scenario(async |world| {
        for (seconds, left) in [(4 * 60 + 55, "4 minutes left"), (55, "Less than a minute left")] {
            world.open("/contracts").await;
            world.sign_in_with_token(&world.stub.token(seconds)).await;
            world.sees(left).await;
            world.sees(WARNING).await;
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
            world.shows_nowhere("about to end").await;
        }
    });
}

#[test]
fn the_time_left_follows_the_clock() {
    scenario(async |world| {
        // Where nothing more is asked: with an answer comes the server's time.
        world.open("/attach").await;
        world.sign_in_with_token(&world.stub.token(40 * 60 + 50)).await;
        world.sees_heading("Attach token").await;
        world.shows_nowhere("minutes left").await;
        world.put_clock_forward(20).await;
        world.sees("20 minutes left").await;
        world.shows_nowhere("about to end").await;
        world.put_clock_forward(17).await;
        world.sees("Your session is about to end").await;
        world.sees("3 minutes left").await;
    });
}

#[test]
fn a_storage_that_somebody_broke_is_no_session() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        for broken in ["", "{", "null", "[]", r#"{"token": 7}"#] {
            let key = "Object.keys(sessionStorage)[0] ?? remembered";
            let script = format!("const remembered = window.name; const key = {key}; window.name = key;");
            world.script(&format!("{script} sessionStorage.setItem(key, '{broken}')")).await;
            world.reload().await;
            world.sees_heading("Sign in").await;
        }
        world.sign_in().await;
        world.sees_heading("Contracts").await;
    });
}

#[test]
fn a_session_that_ended_leads_to_the_sign_in_and_back_to_every_page() {
    scenario(async |world| {
        let pages = [
            ("/contracts?active_only=true&filter=team&sort=id", "Contracts"),
            ("/contracts/contract-id-1", "contract-id-1"),
            ("/contracts/team%2Falpha%2050%25", "team/alpha 50%"),
            ("/legacy-licenses?active_only=true&available_only=true", "Legacy licenses"),
            ("/legacy-licenses/8", "License 8"),
            ("/activities/101", "Activity 101"),
        ];
        world.open_signed_in("/attach").await;
        for (path, heading) in pages {
            world.stub.revoke_tokens();
            world.open(path).await;
            world.sees("Your session has ended").await;
            world.sees_heading("Sign in").await;
            assert_eq!(world.script("return sessionStorage.length").await, json!(0));
            world.sign_in().await;
            world.sees_heading(heading).await;
            world.sees_path(path).await;
            world.shows_nowhere("Your session has ended").await;
        }
    });
}

#[test]
fn a_session_that_ran_out_leads_to_the_sign_in_without_a_reload() {
    scenario(async |world| {
        // A page that reads nothing by itself: a list that still counts its computers would end the session before.
        world.open_signed_in("/attach").await;
        world.stub.advance(Duration::from_secs(60 * 60 * 24 * 30));
        world.follow("Legacy licenses").await;
        world.sees("Your session has ended").await;
        world.sees_heading("Sign in").await;
        world.shows_nowhere("Legacy licenses").await;
    });
}

#[test]
fn a_401_in_the_middle_of_the_attach_form_keeps_the_ids_and_not_the_token() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1, 2\n3").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees("The token will be sent for 3 of 3 computers.").await;
        world.stub.revoke_tokens();
        world.press("Attach token").await;
        world.sees("Your session has ended").await;
        world.sign_in().await;
        world.sees_heading("Attach token").await;
        world.sees_path("/attach").await;
        world.sees_value("Computer IDs", "1, 2\n3").await;
        world.sees_value("Ubuntu Pro token", "").await;
        assert_eq!(world.writes(), 1);
        assert_eq!(world.only_request("POST", "/attach-token").status, Some(401));
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.sees("Queued for 3 of 3 computers").await;
    });
}

#[test]
fn a_401_in_the_middle_of_the_detach_form_keeps_the_ids() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.fill("Computer IDs", "4 5").await;
        world.press("Detach token").await;
        world.dialog().await;
        world.stub.revoke_tokens();
        world.press("Detach").await;
        world.sees("Your session has ended").await;
        world.sign_in().await;
        world.sees_heading("Detach token").await;
        world.sees_value("Computer IDs", "4 5").await;
        assert_eq!(world.only_request("POST", "/detach-token").status, Some(401));
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn a_401_while_changing_the_account_leads_to_the_sign_in() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.sees("9 licenses").await;
        world.sees_counts().await;
        world.stub.revoke_tokens();
        world.select("Account", "Test lab").await;
        world.sees("Your session has ended").await;
        world.sign_in().await;
        world.sees_heading("Legacy licenses").await;
    });
}
