//! Starting where one already is, and leaving for good.

use landscape_licensing::app::App;
use landscape_licensing::components::requirements::DeploymentRequirement;
use landscape_licensing::server_facts::{ServerFacts, use_server_facts};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::events::{dispatch, enter, value};
use crate::page::{Page, address, has_focus, storage};
use crate::people::signed_in;
use crate::server::Server;
use crate::wait::{frame, settle, until};

const ADA: &str = r#"{"token": "of-ada", "email": "ada@example.com", "name": "Ada", "current_account": "lab",
    "accounts": [{"name": "lab", "title": "Test lab"}]}"#;
const GRACE: &str = r#"{"token": "of-grace", "email": "grace@example.com", "name": "Grace", "current_account": "lab"}"#;
const ONLY_OKTA: &str = r#"{"password": {"available": false, "enabled": false},
    "pam": {"available": true, "enabled": false},
    "oidc": {"available": true, "configurations": [{"enabled": true, "id": 1, "name": "Okta"}]}}"#;

fn usual(line: &str) -> (u16, &'static str) {
    match line {
        "GET /api/v2/contracts" => (200, r#"{"results": [{"id": 1, "contract_id": "the-one"}]}"#),
        "POST /api/v2/logout" | "POST /api/v2/tokens/invalidate-me" => (200, ""),
        _ => (404, "{}"),
    }
}

fn ada(line: &str) -> (u16, &'static str) {
    if line == "GET /api/v2/me" { (200, ADA) } else { usual(line) }
}

fn open(path: &str, answers: fn(&str) -> (u16, &'static str)) -> (Page, Server) {
    let page = Page::at("/licensing/", &format!("/licensing{path}"));
    let server = Server::answering_lines(answers);
    page.show(|| view! { <App /> });
    (page, server)
}

fn has_button(page: &Page, name: &str) -> bool {
    page.names("button").contains(&name.to_owned())
}

/// How many requests begin with a line.
fn count(server: &Server, line: &str) -> usize {
    server.lines().iter().filter(|sent| *sent == line).count()
}

/// How far from the top of the page an element is.
fn top(element: &HtmlElement) -> i32 {
    element.offset_top()
}

#[wasm_bindgen_test]
async fn a_press_goes_on_with_the_session_and_leads_back() {
    let (page, server) = open("/contracts?filter=one", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    until(|| page.names("status") == ["You are signed in to Landscape"]).await;
    assert!(page.text().contains("Test lab"));
    settle().await;
    assert_eq!((page.names("h1"), storage().length()), (vec!["Sign in".to_owned()], Ok(0)), "it is never done unasked");
    page.press("Continue as Ada");
    until(|| address() == "/licensing/contracts?filter=one" && page.has("table")).await;
    assert_eq!(count(&server, "GET /api/v2/me"), 2, "the press asks for a token that is good now");
    let contracts = server.sent().pop().expect("the contracts were asked for");
    assert_eq!(contracts.authorization.as_deref(), Some("Bearer of-ada"));
}

#[wasm_bindgen_test]
async fn only_what_is_about_the_cookie_takes_it_along() {
    let (page, server) = open("/contracts", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    page.press("Continue as Ada");
    until(|| page.has("table")).await;
    page.press("Sign out");
    until(|| count(&server, "POST /api/v2/logout") == 1 && page.names("h1") == ["Sign in"]).await;
    for sent in server.sent() {
        let is_about_it = ["GET /api/v2/me", "POST /api/v2/logout"].contains(&sent.line.as_str());
        assert_eq!(sent.has_cookies, is_about_it, "{}", sent.line);
    }
}

#[wasm_bindgen_test]
async fn what_is_no_session_is_not_offered() {
    for body in [
        "{}",
        "null",
        "<html></html>",
        r#"{"token": null}"#,
        r#"{"token": "a b"}"#,
        r#"{"token": "t", "accounts": []}"#,
    ] {
        let page = Page::at("/licensing/", "/licensing/sign-in");
        let server = Server::answering(200, body);
        page.show(|| view! { <App /> });
        until(|| count(&server, "GET /api/v2/me") == 1 && page.has("form")).await;
        settle().await;
        assert!(!page.text().contains("Continue as"), "{body}");
    }
    for serve in [Server::unreachable as fn() -> Server, || Server::answering(500, ADA), || Server::answering(404, ADA)]
    {
        let page = Page::at("/licensing/", "/licensing/sign-in");
        serve();
        page.show(|| view! { <App /> });
        until(|| page.has("form")).await;
        settle().await;
        assert!(!page.text().contains("Continue as"));
    }
}

#[wasm_bindgen_test]
async fn a_late_offer_moves_nothing_under_the_hands_of_somebody_who_types() {
    let page = Page::at("/licensing/", "/licensing/sign-in");
    let server = Server::answering_lines(ada);
    let answer = server.hold();
    page.show(|| view! { <App /> });
    until(|| page.has("form")).await;
    frame().await;
    let field = page.field("Email or identity");
    field.focus().expect("a field takes the focus");
    enter(&field, "ada");
    let before = top(&field);
    answer();
    until(|| has_button(&page, "Continue as Ada")).await;
    assert!(has_focus(&field) && value(&field) == "ada");
    assert_eq!(top(&field), before);
    assert!(top(&page.find("button", "Continue as Ada")) > before, "it stands below");
}

#[wasm_bindgen_test]
async fn an_offer_comes_above_a_form_that_nobody_is_at_and_below_one_under_the_pointer() {
    let (page, _) = open("/sign-in", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    assert!(top(&page.find("button", "Continue as Ada")) < top(&page.field("Email or identity")));

    let page = Page::at("/licensing/", "/licensing/sign-in");
    let server = Server::answering_lines(ada);
    let answer = server.hold();
    page.show(|| view! { <App /> });
    until(|| page.has("form")).await;
    dispatch(&page.the("form"), "PointerEvent", "pointermove", &[]);
    answer();
    until(|| has_button(&page, "Continue as Ada")).await;
    assert!(top(&page.find("button", "Continue as Ada")) > top(&page.field("Email or identity")));
}

#[wasm_bindgen_test]
async fn a_session_that_has_ended_meanwhile_is_told_and_the_form_stays() {
    let (page, _) = open("/sign-in", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    enter(&page.field("Email or identity"), "ada");
    Server::answering(200, "{}");
    page.press("Continue as Ada");
    until(|| page.text().contains("You are no longer signed in to Landscape")).await;
    assert!(!page.text().contains("Continue as"));
    until(|| has_focus(&crate::page::by_id("offer"))).await;
    assert_eq!(value(&page.field("Email or identity")), "ada");
    assert_eq!(storage().length(), Ok(0));
}

#[wasm_bindgen_test]
async fn somebody_else_who_has_signed_in_meanwhile_is_named_before_it_goes_on() {
    let (page, _) = open("/sign-in", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    Server::answering_lines(|line| if line == "GET /api/v2/me" { (200, GRACE) } else { usual(line) });
    page.press("Continue as Ada");
    until(|| has_button(&page, "Continue as Grace")).await;
    assert!(page.text().contains("Meanwhile Grace has signed in"));
    assert_eq!(storage().length(), Ok(0));
    page.press("Continue as Grace");
    until(|| page.has("table")).await;
}

#[wasm_bindgen_test]
async fn a_press_that_fails_says_why_and_can_be_repeated() {
    let (page, _) = open("/sign-in", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    Server::unreachable();
    page.press("Continue as Ada");
    until(|| page.text().contains("You could not be signed in: The Landscape server could not be reached.")).await;
    Server::answering_lines(ada);
    page.press("Continue as Ada");
    until(|| page.has("table")).await;
}

#[wasm_bindgen_test]
async fn nobody_is_offered_before_the_server_knows_of_the_sign_out() {
    let (page, server) = open("/contracts", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    page.press("Continue as Ada");
    until(|| page.has("table")).await;
    let answer = server.hold();
    page.press("Sign out");
    until(|| page.names("h1") == ["Sign in"] && count(&server, "POST /api/v2/logout") == 1).await;
    assert_eq!(storage().length(), Ok(0), "nobody waits for the server");
    settle().await;
    assert_eq!(count(&server, "GET /api/v2/me"), 2);
    answer();
    until(|| count(&server, "GET /api/v2/me") == 3).await;
    let told = server.sent().into_iter().find(|sent| sent.line == "POST /api/v2/logout").expect("it was told");
    assert_eq!((told.authorization.as_deref(), told.body.as_str()), (Some("Bearer of-ada"), "{}"));
    until(|| has_button(&page, "Continue as Ada")).await;
    settle().await;
    assert_eq!((storage().length(), count(&server, "POST /api/v2/logout")), (Ok(0), 1), "an offer is only an offer");
}

#[wasm_bindgen_test]
async fn a_sign_out_is_one_whatever_the_server_says() {
    for serve in [Server::unreachable as fn() -> Server, || Server::answering(401, "{}")] {
        let (page, _) = open("/contracts", ada);
        until(|| has_button(&page, "Continue as Ada")).await;
        page.press("Continue as Ada");
        until(|| page.has("table")).await;
        serve();
        page.press("Sign out");
        until(|| page.text().contains("You have signed out")).await;
        settle().await;
        assert_eq!((storage().length(), address().as_str()), (Ok(0), "/licensing/sign-in"));
        assert!(!page.text().contains("Your session has ended"), "a refused goodbye concerns nobody");
    }
}

#[wasm_bindgen_test]
async fn only_the_ways_are_shown_that_the_server_offers() {
    let (page, _) =
        open("/sign-in", |line| if line == "GET /api/v2/login/methods" { (200, ONLY_OKTA) } else { usual(line) });
    until(|| page.names("label.tick") == ["Access key", "Token"]).await;
    page.field("Secret key");
    assert!(page.text().contains("Your organisation signs in by single sign-on (Okta)."));
    let link = page.find("link", "Open Landscape in a new tab");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/new_dashboard/"));
}

#[wasm_bindgen_test]
async fn ways_that_come_late_take_nothing_away_from_somebody_who_types() {
    let page = Page::at("/licensing/", "/licensing/sign-in");
    let server =
        Server::answering_lines(
            |line| {
                if line == "GET /api/v2/login/methods" { (200, ONLY_OKTA) } else { usual(line) }
            },
        );
    let answer = server.hold();
    page.show(|| view! { <App /> });
    until(|| page.has("form")).await;
    let field = page.field("Email or identity");
    field.focus().expect("a field takes the focus");
    enter(&field, "ada");
    answer();
    until(|| page.text().contains("(Okta)")).await;
    assert!(has_focus(&field) && value(&field) == "ada");
    assert_eq!(page.names("label.tick"), ["Password", "Access key", "Token"]);
}

#[wasm_bindgen_test]
async fn a_server_with_one_kind_of_person_asks_for_that_kind() {
    let (page, _) = open("/sign-in", |line| match line {
        "GET /api/v2/login/methods" => (200, r#"{"pam": {"available": false, "enabled": false}}"#),
        "GET /api/v2/about" => (200, r#"{"package_version": "26.04.1"}"#),
        line => usual(line),
    });
    until(|| page.names("label").contains(&"Email".to_owned())).await;
    until(|| page.text().contains("Landscape server 26.04.1")).await;
    page.press("Sign in");
    until(|| page.text().contains("Enter your email address.")).await;
}

#[wasm_bindgen_test]
async fn signing_out_everywhere_ends_the_tokens_once_and_then_the_session() {
    let (page, server) = open("/contracts", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    page.press("Continue as Ada");
    until(|| page.has("table")).await;
    page.press("Sign out everywhere");
    until(|| page.has("dialog")).await;
    page.press("End every token");
    until(|| page.text().contains("You have signed out everywhere")).await;
    until(|| count(&server, "POST /api/v2/logout") == 1).await;
    let lines = server.lines();
    let writes: Vec<_> = lines.iter().filter(|line| line.starts_with("POST")).collect();
    assert_eq!(writes, ["POST /api/v2/tokens/invalidate-me", "POST /api/v2/logout"]);
    assert_eq!(storage().length(), Ok(0));
}

#[wasm_bindgen_test]
async fn tokens_that_could_not_be_ended_leave_the_choice_to_sign_out_here() {
    let (page, _) = open("/contracts", ada);
    until(|| has_button(&page, "Continue as Ada")).await;
    page.press("Continue as Ada");
    until(|| page.has("table")).await;
    let refusals = [(403, "your tokens are as they were"), (502, "It is not known whether your tokens have ended")];
    for (status, meant) in refusals {
        Server::answering(status, "{}");
        page.press("Sign out everywhere");
        until(|| page.has("dialog")).await;
        page.press("End every token");
        until(|| page.text().contains(meant)).await;
        assert_eq!((storage().length(), page.has("table")), (Ok(1), true));
    }
    page.press("Sign out here only");
    until(|| page.text().contains("You have signed out") && storage().length() == Ok(0)).await;
}

fn show_deployment(answers: fn(&str) -> (u16, &'static str)) -> Page {
    let page = Page::new();
    Server::answering_lines(answers);
    provide_context(ServerFacts::new(signed_in()));
    page.show(|| view! { <DeploymentRequirement told=use_server_facts().deployment() /> });
    page
}

#[wasm_bindgen_test]
async fn the_note_on_detaching_says_what_the_server_says() {
    const FEATURE: &str = r#"{"results": [{"key": "ubuntu-pro-licensing", "enabled": false}]}"#;
    let off = show_deployment(|line| if line == "GET /api/v2/features" { (200, FEATURE) } else { (404, "{}") });
    until(|| off.text().contains("Ubuntu Pro licensing is switched off for this account")).await;
    let saas = show_deployment(|line| match line {
        "GET /api/v2/about" => (200, r#"{"self_hosted": false}"#),
        _ => (401, "{}"),
    });
    until(|| saas.text().contains("This server is not self-hosted. Detaching is available to select accounts")).await;
    let unknown = show_deployment(|_| (200, "<html>"));
    settle().await;
    settle().await;
    assert!(unknown.text().contains("only on self-hosted deployments and select SaaS accounts."));
    assert_eq!(storage().length(), Ok(1), "a refusal of what nobody documents ends no session");
}
