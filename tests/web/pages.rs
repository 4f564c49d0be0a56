//! Pages, as far as they need no more than a server's one answer.

use landscape_licensing::navigation::Navigation;
use landscape_licensing::pages::attach::AttachPage;
use landscape_licensing::pages::attach::draft::AttachDraft;
use landscape_licensing::pages::detach::DetachPage;
use landscape_licensing::pages::detach::draft::DetachDraft;
use landscape_licensing::pages::not_found::NotFoundPage;
use landscape_licensing::pages::sign_in::SignInPage;
use landscape_licensing::session::{Farewell, Session};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::events::{enter, value};
use crate::page::{Page, by_id, leave, said, storage, text, within};
use crate::people::{signed_in, token};
use crate::server::Server;
use crate::wait::{settle, until};

const PARTIAL: &str = r#"{"activity": {"id": 113, "activity_status": "queued"},
    "invalid_computer_ids": [2], "nonexistent_computer_ids": [3]}"#;
const REFUSED: &str = r#"{"error": "InvalidParameterError", "message": "token is not valid"}"#;

/// Three unlicensed computers, and the same three attached.
const UNLICENSED: &str = r#"{"count": 3, "results": [{"id": 1}, {"id": 2}, {"id": 3}]}"#;
const ATTACHED: &str = r#"{"count": 3, "results": [{"id": 1, "ubuntu_pro_info": {"attached": true}},
    {"id": 2, "ubuntu_pro_info": {"attached": true}}, {"id": 3, "ubuntu_pro_info": {"attached": true}}]}"#;
const NONE: &str = r#"{"count": 0, "results": []}"#;

/// A server that lists computers, all of them able to attach and detach, and answers whatever else is asked alike.
fn server(computers: &'static str, status: u16, body: &'static str) -> Server {
    Server::answering_lines(move |line| match line {
        _ if line.contains("has-pro-management") => (200, NONE),
        _ if line.starts_with("GET /api/v2/computers") => (200, computers),
        _ => (status, body),
    })
}

/// A page of the app, without its frame.
pub fn open(path: &str) -> Page {
    let page = Page::at("/licensing/", &format!("/licensing{path}"));
    provide_context(Navigation::start());
    page
}

fn open_attach() -> (Page, AttachDraft) {
    let page = open("/attach");
    signed_in();
    let draft = AttachDraft::new();
    provide_context(draft);
    page.show(|| view! { <AttachPage /> });
    (page, draft)
}

/// The writes among all requests: what was queued is watched, which only reads.
fn writes(server: &Server) -> Vec<String> {
    server.lines().into_iter().filter(|line| !line.starts_with("GET ")).collect()
}

fn bodies(server: &Server) -> Vec<String> {
    server.sent().into_iter().map(|sent| sent.body).filter(|body| !body.is_empty()).collect()
}

fn open_detach() -> Page {
    let page = open("/detach");
    signed_in();
    provide_context(DetachDraft::new());
    page.show(|| view! { <DetachPage /> });
    page
}

#[wasm_bindgen_test]
fn a_page_that_is_not_there_leads_to_the_contracts() {
    let page = open("/nonsense");
    page.show(|| view! { <NotFoundPage /> });
    assert_eq!(page.names("h1"), ["Page not found"]);
    let link = page.find("link", "Go to the contracts");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/licensing/contracts"));
}

#[wasm_bindgen_test]
async fn attaching_sends_nothing_until_the_form_is_good() {
    let (page, _) = open_attach();
    let server = Server::answering(200, PARTIAL);
    enter(&page.field("Computer IDs"), "1, -x");
    page.press("Attach token");
    until(|| page.has("alert")).await;
    let problems = [
        "“-x” is neither a computer ID nor a hostname. IDs are whole numbers, such as 17.",
        "Enter the Ubuntu Pro token.",
    ];
    assert_eq!(page.names("li"), problems);
    settle().await;
    assert_eq!(server.lines(), [""; 0]);
}

#[wasm_bindgen_test]
async fn attaching_shows_what_came_of_it_and_empties_the_token() {
    let (page, _) = open_attach();
    let server = server(UNLICENSED, 200, PARTIAL);
    enter(&page.field("Computer IDs"), "1, 2\n3 1");
    enter(&page.field("Ubuntu Pro token"), " C1 ");
    page.press("Attach token");
    page.press("Attach token");
    until(|| page.names("heading").contains(&"Activity 113".to_owned())).await;
    assert_eq!(writes(&server), ["POST /api/v2/attach-token"]);
    assert_eq!(bodies(&server), [r#"{"computer_ids":[1,2,3],"token":"C1"}"#]);
    assert!(page.text().contains("Queued for 1 of 3 computers"));
    until(|| said().contains("2 computers were left out, and are named below. 1 duplicate was folded.")).await;
    until(|| value(&page.field("Ubuntu Pro token")).is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_refused_attachment_is_told_at_its_field_and_keeps_the_draft() {
    let (page, _) = open_attach();
    server(UNLICENSED, 400, REFUSED);
    enter(&page.field("Computer IDs"), "1");
    enter(&page.field("Ubuntu Pro token"), "C1");
    page.press("Attach token");
    let told = "The server refused this: “token is not valid”";
    until(|| page.names("li") == [told]).await;
    assert_eq!(value(&page.field("Ubuntu Pro token")), "C1");
    assert_eq!(value(&page.field("Computer IDs")), "1");
}

#[wasm_bindgen_test]
async fn an_attachment_with_unknown_outcome_keeps_the_draft_and_says_where_to_look() {
    let (page, _) = open_attach();
    let server = Server::unreachable();
    enter(&page.field("Computer IDs"), "1");
    enter(&page.field("Ubuntu Pro token"), "C1");
    page.press("Attach token");
    until(|| page.has("dialog")).await;
    assert!(text(&page.the("dialog")).contains("The computers could not be checked"));
    page.press("Attach");
    until(|| page.names("heading").contains(&"The request may have been queued".to_owned())).await;
    page.find("link", "Look at recent activities");
    assert_eq!(value(&page.field("Ubuntu Pro token")), "C1");
    settle().await;
    assert_eq!(writes(&server).len(), 1);
}

#[wasm_bindgen_test]
async fn leaving_the_page_drops_the_pro_token_and_keeps_the_computers() {
    let (page, draft) = open_attach();
    enter(&page.field("Computer IDs"), "1");
    enter(&page.field("Ubuntu Pro token"), "C1");
    leave();
    assert_eq!((draft.ids.get_untracked(), draft.token.get_untracked()), ("1".to_owned(), String::new()));
}

#[wasm_bindgen_test]
async fn detaching_asks_before_it_acts() {
    let page = open_detach();
    let server = server(ATTACHED, 200, PARTIAL);
    enter(&page.field("Computer IDs"), "1 2 3 2");
    page.press("Detach token");
    until(|| page.has("dialog")).await;
    assert!(text(&page.the("dialog")).contains("Detach Ubuntu Pro from 3 computers?"));
    page.press("Cancel");
    until(|| !page.has("dialog")).await;
    assert_eq!(writes(&server), [""; 0]);

    page.press("Detach token");
    until(|| page.has("dialog")).await;
    page.press("Detach");
    until(|| page.names("heading").contains(&"Activity 113".to_owned())).await;
    assert_eq!(writes(&server), ["POST /api/v2/detach-token"]);
    assert_eq!(bodies(&server), [r#"{"computer_ids":[1,2,3]}"#]);
}

#[wasm_bindgen_test]
async fn detaching_asks_nothing_until_the_form_is_good() {
    let page = open_detach();
    page.press("Detach token");
    until(|| page.names("li") == ["Enter the ID of at least one computer."]).await;
    assert!(!page.has("dialog"));
}

#[wasm_bindgen_test]
async fn a_pasted_token_signs_in() {
    let page = open("/sign-in");
    let session = Session::start();
    provide_context(session);
    page.show(|| view! { <SignInPage farewell=Signal::stored(Farewell::Ended) /> });
    assert!(page.text().contains("Your session has ended"));
    page.find("label", "Token").click();
    until(|| page.names("label").contains(&"JSON Web Token".to_owned())).await;
    enter(&page.field("JSON Web Token"), "not.a.token");
    page.press("Sign in");
    until(|| page.has("li")).await;
    assert_eq!(storage().length(), Ok(0));
    enter(&page.field("JSON Web Token"), &format!(" Bearer {}\n", token(1)));
    page.press("Sign in");
    until(|| untrack(|| session.profile()).is_some()).await;
}

#[track_caller]
fn check_refused_in_summary(page: &Page, told: &str) {
    assert_eq!(page.names("li"), [told]);
    assert!(within(&page.the("alert"), "link").is_empty(), "it leads to no field");
    assert!(!page.names("heading").contains(&"Nothing was queued".to_owned()), "it is told once");
    assert!(!page.has("[aria-invalid]"));
}

#[wasm_bindgen_test]
async fn a_refusal_that_names_no_field_is_told_at_the_top_alone() {
    let (page, _) = open_attach();
    server(UNLICENSED, 409, r#"{"message": "The attach-token endpoint is off"}"#);
    enter(&page.field("Computer IDs"), "1");
    enter(&page.field("Ubuntu Pro token"), "C1");
    page.press("Attach token");
    until(|| page.has("li")).await;
    let told = "The Landscape server refused the request (status 409). It said: “The attach-token endpoint is off”";
    check_refused_in_summary(&page, told);

    let page = open_detach();
    server(ATTACHED, 400, "{}");
    enter(&page.field("Computer IDs"), "1");
    page.press("Detach token");
    until(|| page.has("dialog")).await;
    page.press("Detach");
    until(|| page.has("li")).await;
    check_refused_in_summary(&page, "The Landscape server refused the request (status 400).");
}

#[wasm_bindgen_test]
async fn a_server_that_failed_may_have_queued_the_request() {
    for status in [500, 503, 504] {
        let (page, _) = open_attach();
        let server = server(UNLICENSED, status, r#"{"message": "token store is down"}"#);
        enter(&page.field("Computer IDs"), "1");
        enter(&page.field("Ubuntu Pro token"), "C1");
        page.press("Attach token");
        until(|| page.names("heading").contains(&"The request may have been queued".to_owned())).await;
        page.find("link", "Look at recent activities");
        assert!(!page.has("li"), "it is no problem of a field");
        assert_eq!((writes(&server).len(), value(&page.field("Ubuntu Pro token")).as_str()), (1, "C1"), "{status}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_says_nothing_of_an_activity_may_have_queued_one() {
    let (page, _) = open_attach();
    server(UNLICENSED, 200, "{}");
    enter(&page.field("Computer IDs"), "1");
    enter(&page.field("Ubuntu Pro token"), "C1");
    page.press("Attach token");
    until(|| page.names("heading").contains(&"The request may have been queued".to_owned())).await;
    assert_eq!(value(&page.field("Ubuntu Pro token")), "C1");
}

#[wasm_bindgen_test]
async fn a_token_that_is_shown_is_hidden_by_sending_it() {
    let (page, _) = open_attach();
    let server = server(UNLICENSED, 200, PARTIAL);
    let kind = || page.field("Ubuntu Pro token").get_attribute("type");
    enter(&page.field("Computer IDs"), "1");
    enter(&page.field("Ubuntu Pro token"), "C1");
    until(|| page.text().contains("The token will be sent for 1 of 1 computer.")).await;
    page.press("Show");
    until(|| kind().as_deref() == Some("text")).await;
    let answer = server.hold();
    page.press("Attach token");
    until(|| writes(&server).len() == 1 && kind().as_deref() == Some("password")).await;
    answer();
    until(|| page.names("heading").contains(&"Activity 113".to_owned())).await;
    assert_eq!(kind().as_deref(), Some("password"));
}

#[wasm_bindgen_test]
fn what_attaching_and_detaching_need_is_said() {
    let clients = "Which computers can do this".to_owned();
    let deployments = "Where this is available".to_owned();
    let (page, _) = open_attach();
    assert!(page.names("heading").contains(&clients) && !page.names("heading").contains(&deployments));
    assert!(page.text().contains("only available for client versions 25.10 and newer"));
    let page = open_detach();
    assert!(page.names("heading").contains(&clients) && page.names("heading").contains(&deployments));
    assert!(page.text().contains("only on self-hosted deployments and select SaaS accounts"));
}

#[track_caller]
fn autocomplete(page: &Page, label: &str) -> Option<String> {
    let label = page.find("label[for]", label);
    by_id(&label.get_attribute("for").expect("it was found by it")).get_attribute("autocomplete")
}

/// Another value, such as "new-password", makes Chromium ask for a field for the name.
#[wasm_bindgen_test]
async fn no_saved_password_is_filled_in_for_a_token_or_a_key() {
    let none = Some("off".to_owned());
    assert_eq!(autocomplete(&open_attach().0, "Ubuntu Pro token"), none);
    let page = open("/sign-in");
    provide_context(Session::start());
    page.show(|| view! { <SignInPage farewell=Signal::stored(Farewell::None) /> });
    assert_eq!(autocomplete(&page, "Password").as_deref(), Some("current-password"));
    for (way, labels) in [("Access key", &["Access key", "Secret key"][..]), ("Token", &["JSON Web Token"])] {
        page.find("label.tick", way).click();
        until(|| page.names("label[for]") == labels).await;
        for label in labels {
            assert_eq!(autocomplete(&page, label), none, "{label}");
        }
    }
}
