//! Starting where one already is: with the session that the browser has with Landscape. And ending it.

use e2e::{Role, World, scenario};
use landscape_stub::{Failure, Site};
use serde_json::json;

/// As if the person had gone to another tab, and come back: not every headless browser tells of that.
async fn sign_in_to_landscape_in_another_tab(world: &World) {
    world.script("return fetch('/new_dashboard/sign-in', { method: 'POST' }).then(() => 1)").await;
    world.pretend("", "visibilitychange").await;
}

async fn open_and_continue(world: &World, path: &str) {
    world.sign_in_to_landscape().await;
    world.open(path).await;
    world.press("Continue as John Smith").await;
    world.button("Sign out").await;
}

/// Waits until the server was asked so often whose session the browser has.
async fn sees_looks(world: &World, expected: usize) {
    world.sees_answers("GET", "/me", 200, expected).await;
}

async fn stored(world: &World) -> i64 {
    world.script("return sessionStorage.length + localStorage.length").await.as_i64().unwrap_or(-1)
}

#[test]
fn who_is_signed_in_to_landscape_goes_on_with_one_press() {
    scenario(async |world| {
        open_and_continue(world, "/legacy-licenses?active_only=true").await;
        world.sees_heading("Legacy licenses").await;
        world.sees_path("/legacy-licenses?active_only=true").await;
        world.sees_selected("Account", "Onward, Inc.").await;
        assert_eq!(world.requests_to("POST", "/login").len(), 0);
        world.reload().await;
        world.sees_heading("Legacy licenses").await;
        assert_eq!(world.requests_to("GET", "/me").len(), 2);
    });
}

#[test]
fn only_what_is_about_the_cookie_takes_it_along() {
    scenario(async |world| {
        open_and_continue(world, "/contracts").await;
        world.sees("11 contracts").await;
        world.follow("Detach token").await;
        world.sees_requests("GET", "/features", 1).await;
        world.select("Account", "Test lab").await;
        world.follow("Legacy licenses").await;
        world.sees("1 license").await;
        world.press("Sign out").await;
        world.sees_answers("POST", "/logout", 200, 1).await;
        let mut with_cookie: Vec<_> = world.stub.requests();
        with_cookie.retain(|request| request.headers.contains_key("cookie"));
        let mut paths: Vec<_> = with_cookie.iter().map(|request| request.path.as_str()).collect();
        paths.dedup();
        assert_eq!(paths, ["/api/v2/me", "/api/v2/logout"]);
    });
}

#[test]
fn signing_in_by_the_form_begins_no_session_with_landscape() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.goto(&world.stub.dashboard_url().expect("there is a dashboard")).await;
        world.sees("You are not signed in to Landscape.").await;
    });
}

#[test]
fn signing_out_tells_the_server_and_offers_nothing_after() {
    scenario(async |world| {
        open_and_continue(world, "/contracts").await;
        world.sees("11 contracts").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        world.sees_answers("POST", "/logout", 200, 1).await;
        let told = world.only_request("POST", "/logout");
        assert!(told.headers["authorization"].starts_with("Bearer "));
        sees_looks(world, 3).await;
        world.misses(Role::Button, "Continue as John Smith").await;
        world.goto(&world.stub.dashboard_url().expect("there is a dashboard")).await;
        world.sees("You are not signed in to Landscape.").await;
    });
}

#[test]
fn a_goodbye_that_the_server_never_hears_leaves_an_offer_and_no_session() {
    scenario(async |world| {
        open_and_continue(world, "/contracts").await;
        world.sees("11 contracts").await;
        world.stub.fail_next("POST", "/logout", Failure::html(502));
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        assert_eq!(stored(world).await, 0);
        world.button("Continue as John Smith").await;
        world.reload().await;
        world.button("Continue as John Smith").await;
        world.sees_heading("Sign in").await;
        assert_eq!((stored(world).await, world.requests_to("POST", "/logout").len()), (0, 1));
    });
}

#[test]
fn offline_one_signs_out_at_once() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.has_all_code().await;
        world.stub.stop().await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        assert_eq!(stored(world).await, 0);
        world.field("Password").await;
    });
}

#[test]
fn a_server_that_tells_nothing_is_one_like_any_other() {
    scenario(async |world| {
        for site in
            [None, Some(Failure::html(200)), Some(Failure::html(503)), Some(Failure::Drop), Some(Failure::garbage())]
        {
            match site {
                None => world.stub.answer_as(None),
                Some(failure) => {
                    for path in ["/me", "/login/methods", "/about", "/features", "/logout"] {
                        world.stub.fail_always("*", path, failure.clone());
                    }
                }
            }
            world.open_signed_in("/detach").await;
            world.sees("Detaching is available only on self-hosted deployments and select SaaS accounts.").await;
            world.press("Sign out").await;
            world.sees("You have signed out").await;
            world.shows_nowhere("Continue as").await;
            world.shows_nowhere("Landscape server").await;
            world.stub.heal();
        }
    });
}

#[test]
fn a_server_that_does_not_answer_holds_nobody_up() {
    scenario(async |world| {
        for path in ["/me", "/login/methods", "/about", "/features", "/logout"] {
            world.stub.fail_always("*", path, Failure::Stall);
        }
        world.open_signed_in("/detach").await;
        world.sees_heading("Detach token").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        world.sign_in().await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
    });
}

#[test]
fn a_session_that_ended_meanwhile_is_told_and_nothing_typed_is_lost() {
    scenario(async |world| {
        world.sign_in_to_landscape().await;
        world.open("/contracts").await;
        world.button("Continue as John Smith").await;
        world.fill("Email or identity", "jsmith").await;
        world.stub.revoke_tokens();
        world.press("Continue as John Smith").await;
        world.sees_focus_on_text("You are no longer signed in to Landscape").await;
        world.misses(Role::Button, "Continue as John Smith").await;
        world.sees_value("Email or identity", "jsmith").await;
        assert_eq!(stored(world).await, 0);
    });
}

#[test]
fn a_session_that_has_ended_here_goes_on_from_landscape() {
    scenario(async |world| {
        world.open("/attach").await;
        world.sign_in_with_token(&world.stub.token(3600)).await;
        world.fill("Computer IDs", "1, 2").await;
        world.stub.revoke_tokens();
        world.follow("Contracts").await;
        world.sees("Your session has ended").await;
        sign_in_to_landscape_in_another_tab(world).await;
        world.press("Continue as John Smith").await;
        world.sees("11 contracts").await;
        world.follow("Attach token").await;
        world.sees_value("Computer IDs", "1, 2").await;
    });
}

#[test]
fn an_organisation_with_single_sign_on_is_led_to_landscape_and_back() {
    scenario(async |world| {
        world.stub.answer_as(Some(Site::SINGLE_SIGN_ON));
        world.open("/contracts").await;
        world.sees("Your organisation signs in by single sign-on (Okta).").await;
        world.misses(Role::Radio, "Password").await;
        world.field("Secret key").await;
        let link = world.attribute(Role::Link, "Open Landscape in a new tab", "href").await;
        assert!(link.is_some_and(|link| link.ends_with("/new_dashboard/")));
        sign_in_to_landscape_in_another_tab(world).await;
        world.press("Continue as John Smith").await;
        world.sees("11 contracts").await;
    });
}

#[test]
fn the_server_tells_its_version_and_what_it_offers() {
    scenario(async |world| {
        world.stub.answer_as(Some(Site::SAAS));
        world.open("/detach").await;
        world.sees("Landscape server 26.04.1").await;
        world.field("Email").await;
        world.fill("Email", landscape_stub::EMAIL).await;
        world.fill("Password", landscape_stub::PASSWORD).await;
        world.press("Sign in").await;
        world.sees("This server says that Ubuntu Pro licensing is switched off for this account.").await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        world.follow("Detach token").await;
        world.sees("Ubuntu Pro licensing is switched off").await;
        for path in ["/about", "/features", "/login/methods"] {
            assert_eq!(world.requests_to("GET", path).len(), 1, "{path} is asked for once");
        }
    });
}

#[test]
fn signing_out_everywhere_ends_the_tokens_of_scripts_too() {
    scenario(async |world| {
        let of_a_script = world.stub.token(3600);
        world.widen(320).await;
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.press("Sign out everywhere").await;
        let asked = world.dialog().await;
        assert!(asked.contains("Every token of yours ends") && asked.contains("Scripts and programs"), "{asked}");
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        assert_eq!(world.requests_to("POST", "/tokens/invalidate-me").len(), 0);
        world.press("Sign out everywhere").await;
        world.dialog().await;
        world.press("End every token").await;
        world.sees("You have signed out everywhere").await;
        assert_eq!(stored(world).await, 0);
        let told = world.only_request("POST", "/tokens/invalidate-me");
        assert_eq!((told.status, told.headers["content-type"].as_str()), (Some(200), "application/json"));
        let ask = format!(
            "return fetch('/api/v2/contracts', {{ headers: {{ Authorization: 'Bearer {of_a_script}' }} }})
                .then((answer) => answer.status)"
        );
        assert_eq!(world.script(&ask).await, json!(401));
        world.sees_requests("POST", "/logout", 1).await;
    });
}

#[test]
fn tokens_that_were_not_ended_are_told_of_and_the_session_stays() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        for (failure, meant) in [
            (Failure::json(403, "Forbidden", "Not you."), "your tokens are as they were"),
            (Failure::html(502), "It is not known whether your tokens have ended"),
        ] {
            world.stub.fail_next("POST", "/tokens/invalidate-me", failure);
            world.press("Sign out everywhere").await;
            world.dialog().await;
            world.press("End every token").await;
            world.sees(meant).await;
            world.sees("11 contracts").await;
            assert_eq!(stored(world).await, 1);
        }
        world.press("Sign out here only").await;
        world.sees("You have signed out").await;
        assert_eq!(stored(world).await, 0);
    });
}
