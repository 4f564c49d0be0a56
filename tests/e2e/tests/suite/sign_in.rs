//! Signing in, by each of its three ways.

use std::time::Duration;

use e2e::{Role, Setup, World, journal::json_body, scenario, scenario_with};
use landscape_stub::{ACCESS_KEY, EMAIL, Failure, IDENTITY, PASSWORD, SECRET_KEY};
use serde_json::json;

async fn type_password(world: &World, person: &str, password: &str) {
    world.fill("Email or identity", person).await;
    world.fill("Password", password).await;
    world.press("Sign in").await;
}

async fn type_access_key(world: &World, access_key: &str, secret_key: &str) {
    world.tick("Access key").await;
    world.fill("Access key", access_key).await;
    world.fill("Secret key", secret_key).await;
    world.press("Sign in").await;
}

/// The summary of problems names each of them and has the focus.
async fn sees_problems(world: &World, problems: &[&str]) {
    for problem in problems {
        world.sees_focus_on_text(problem).await;
    }
    world.sees_heading("Sign in").await;
}

#[test]
fn the_page_offers_three_ways_and_the_fields_of_each() {
    scenario(async |world| {
        world.open("/sign-in").await;
        world.sees_heading("Sign in").await;
        world.sees_ticked(Role::Radio, "Password", true).await;
        for label in ["Email or identity", "Password", "Account (optional)"] {
            world.field(label).await;
        }
        world.tick("Access key").await;
        for label in ["Access key", "Secret key"] {
            world.field(label).await;
        }
        world.misses(Role::Textbox, "Email or identity").await;
        world.tick("Token").await;
        world.field("JSON Web Token").await;
        world.button("Sign in").await;
        assert!(world.asked().is_empty());
    });
}

#[test]
fn an_email_address_and_a_password_sign_in() {
    scenario(async |world| {
        world.open("/sign-in").await;
        type_password(world, EMAIL, PASSWORD).await;
        world.sees_heading("Overview").await;
        world.sees_path("/").await;
        let request = world.only_request("POST", "/login");
        assert_eq!(json_body(&request), json!({ "email": EMAIL, "password": PASSWORD }));
        assert_eq!(request.headers["content-type"], "application/json");
        assert!(!request.headers.contains_key("authorization"));
    });
}

#[test]
fn an_identity_and_a_password_sign_in() {
    scenario(async |world| {
        world.open("/sign-in").await;
        type_password(world, IDENTITY, PASSWORD).await;
        world.sees_heading("Overview").await;
        let request = world.only_request("POST", "/login");
        assert_eq!(json_body(&request), json!({ "identity": IDENTITY, "password": PASSWORD }));
    });
}

#[test]
fn an_account_name_chooses_the_account() {
    scenario(async |world| {
        world.open("/sign-in?next=%2Fcontracts").await;
        world.fill("Account (optional)", "lab").await;
        type_password(world, EMAIL, PASSWORD).await;
        world.sees_column("Contracts", 0, &["lab-contract"]).await;
        world.sees_selected("Account", "Test lab").await;
        let request = world.only_request("POST", "/login");
        assert_eq!(json_body(&request), json!({ "email": EMAIL, "password": PASSWORD, "account": "lab" }));
    });
}

#[test]
fn an_access_key_and_its_secret_sign_in() {
    scenario(async |world| {
        world.open("/sign-in").await;
        type_access_key(world, ACCESS_KEY, SECRET_KEY).await;
        world.sees_heading("Overview").await;
        world.sees("John Smith").await;
        let request = world.only_request("POST", "/login/access-key");
        assert_eq!(json_body(&request), json!({ "access_key": ACCESS_KEY, "secret_key": SECRET_KEY }));
    });
}

#[test]
fn a_pasted_token_signs_in_with_bearer_and_white_space_around_it() {
    scenario(async |world| {
        let token = world.stub.token(3600);
        for pasted in
            [token.clone(), format!("  Bearer {token} "), format!("\tbearer  {token}\n"), format!("\n{token}")]
        {
            world.open("/sign-in?next=%2Flegacy-licenses").await;
            world.tick("Token").await;
            world.paste("JSON Web Token", &pasted).await;
            world.press("Sign in").await;
            world.sees_heading("Legacy licenses").await;
            world.sees("9 licenses").await;
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
        }
        let requests = world.asked();
        assert!(requests.iter().all(|request| request.method == "GET"));
        assert!(requests.iter().any(|request| request.path == "/api/v2/legacy-licenses"));
        assert!(requests.iter().all(|request| request.headers["authorization"] == format!("Bearer {token}")));
    });
}

#[test]
fn a_wrong_password_is_told_as_such_and_can_be_corrected() {
    scenario(async |world| {
        world.open("/sign-in").await;
        type_password(world, EMAIL, "not the password").await;
        sees_problems(world, &["do not match", "The server said: “Invalid credentials.”"]).await;
        world.shows_nowhere("Your session has ended").await;
        world.sees_value("Email or identity", EMAIL).await;
        type_password(world, EMAIL, PASSWORD).await;
        world.sees_heading("Overview").await;
    });
}

#[test]
fn a_wrong_secret_key_is_told_as_such() {
    scenario(async |world| {
        world.open("/sign-in").await;
        type_access_key(world, ACCESS_KEY, "not the secret").await;
        sees_problems(world, &["do not match", "The server said: “Invalid credentials.”"]).await;
    });
}

#[test]
fn an_unknown_account_is_told_as_such() {
    scenario(async |world| {
        world.open("/sign-in").await;
        world.fill("Account (optional)", "nobody").await;
        type_password(world, EMAIL, PASSWORD).await;
        sees_problems(world, &["account"]).await;
        world.sees_value("Account (optional)", "nobody").await;
    });
}

#[test]
fn each_empty_field_is_named_and_nothing_is_sent() {
    scenario(async |world| {
        world.open("/sign-in").await;
        world.press("Sign in").await;
        sees_problems(world, &["Enter your email address or identity.", "Enter your password."]).await;
        for label in ["Email or identity", "Password"] {
            world.sees_attribute(Role::Textbox, label, "aria-invalid", Some("true")).await;
        }
        world.follow("Enter your password.").await;
        world.sees_focus("textbox", "Password").await;
        world.tick("Access key").await;
        world.press("Sign in").await;
        sees_problems(world, &["Enter your access key.", "Enter your secret key."]).await;
        world.tick("Token").await;
        world.press("Sign in").await;
        sees_problems(world, &["Paste a JSON Web Token."]).await;
        assert!(world.asked().is_empty());
    });
}

#[test]
fn a_malformed_token_is_refused_before_any_request() {
    scenario(async |world| {
        let token = world.stub.token(3600);
        let cut = token.rsplit_once('.').expect("a token has three parts").0;
        let malformed =
            ["nonsense", "Bearer", "a.b.c", cut, &format!("{token}.x"), &format!("{token} x"), &format!("x{token}")];
        world.open("/sign-in").await;
        world.tick("Token").await;
        for text in malformed {
            world.fill("JSON Web Token", "").await;
            world.press("Sign in").await;
            sees_problems(world, &["Paste a JSON Web Token."]).await;
            world.fill("JSON Web Token", text).await;
            world.press("Sign in").await;
            let problem = if text == "Bearer" { "Paste a JSON Web Token." } else { "This is not a JSON Web Token" };
            sees_problems(world, &[problem]).await;
        }
        assert!(world.asked().is_empty());
    });
}

#[test]
fn a_token_whose_signature_is_not_canonical_is_left_to_the_server() {
    scenario(async |world| {
        let body = r#"{"results": []}"#.to_owned();
        let answer = Failure::Answer { status: 200, content_type: "application/json".to_owned(), body };
        world.stub.fail_always("GET", "/contracts", answer);
        let token = world.stub.token(3600);
        let unsigned = token.rsplit_once('.').expect("a token has three parts").0;
        world.open("/sign-in?next=%2Fcontracts").await;
        world.sign_in_with_token(&format!("{unsigned}.ab")).await;
        world.sees("0 contracts").await;
        let request = world.only_request("GET", "/contracts");
        assert_eq!(request.headers["authorization"], format!("Bearer {unsigned}.ab"));
    });
}

#[test]
fn a_token_from_the_server_that_cannot_be_sent_is_no_session() {
    scenario(async |world| {
        world.open("/sign-in").await;
        for token in ["", "two words", "line\nbreak"] {
            let body = json!({ "token": token, "email": EMAIL }).to_string();
            let answer = Failure::Answer { status: 200, content_type: "application/json".to_owned(), body };
            world.stub.fail_next("POST", "/login", answer);
            type_password(world, EMAIL, PASSWORD).await;
            sees_problems(world, &["could not be read"]).await;
            assert_eq!(world.script("return sessionStorage.length").await, json!(0));
        }
    });
}

#[test]
fn an_expired_token_is_refused_before_any_request() {
    scenario(async |world| {
        world.open("/sign-in").await;
        world.sign_in_with_token(&world.stub.token(-60)).await;
        sees_problems(world, &["This token expired on"]).await;
        assert!(world.asked().is_empty());
    });
}

#[test]
fn a_token_that_the_server_refuses_leads_back_to_the_sign_in() {
    scenario(async |world| {
        let token = world.stub.token(3600);
        world.stub.revoke_tokens();
        world.open("/legacy-licenses").await;
        world.sign_in_with_token(&token).await;
        world.sees("Your session has ended").await;
        world.sees_heading("Sign in").await;
        world.sign_in().await;
        world.sees_heading("Legacy licenses").await;
    });
}

#[test]
fn a_server_that_fails_is_told_in_a_sentence_and_the_form_stays() {
    scenario(async |world| {
        let failures = [
            (Failure::json(500, "InternalServerError", "A gear is stuck."), "A gear is stuck."),
            (Failure::html(502), "502"),
            (Failure::html(200), "could not be read"),
            (Failure::garbage(), "could not be read"),
            (Failure::json(429, "TooManyRequests", "Slow down."), "Too many requests"),
            (Failure::json(403, "Forbidden", "The account is disabled."), "The account is disabled."),
        ];
        world.open("/sign-in").await;
        for (failure, words) in failures {
            world.stub.fail_next("POST", "/login", failure);
            type_password(world, EMAIL, PASSWORD).await;
            sees_problems(world, &[words]).await;
            world.shows_nowhere("Apache").await;
        }
        world.stub.stop().await;
        type_password(world, EMAIL, PASSWORD).await;
        sees_problems(world, &["could not be reached"]).await;
        world.stub.restart().await.expect("the port is free again");
        type_password(world, EMAIL, PASSWORD).await;
        world.sees_heading("Overview").await;
    });
}

#[test]
fn many_presses_sign_in_once() {
    let slow = Setup { latency: Duration::from_millis(400), ..Setup::default() };
    scenario_with(slow, async |world| {
        world.open("/sign-in").await;
        world.fill("Email or identity", EMAIL).await;
        world.fill("Password", PASSWORD).await;
        world.press_fast("Sign in", 4).await;
        world.sees_heading("Overview").await;
        world.sees_requests("POST", "/login", 1).await;
    });
}
