//! The whole app: who is signed in, and what they see.

use landscape_licensing::api::auth::Login;
use landscape_licensing::app::App;
use landscape_licensing::session::{Session, Viewer};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::events::{choose, enter};
use crate::page::{Page, address, storage};
use crate::people::token;
use crate::server::Server;
use crate::wait::{settle, until};

const LOGIN: &str = r#"{"token": "first", "email": "ada@example.com", "name": "Ada", "current_account": "onward",
    "accounts": [{"name": "onward", "title": "Onward, Inc."}, {"name": "lab", "title": "Test lab"}]}"#;

fn answers(line: &str) -> (u16, &'static str) {
    match line {
        "POST /api/v2/switch-account" => (200, r#"{"token": "switched"}"#),
        "GET /api/v2/contracts" => (200, r#"{"results": [{"id": 1, "contract_id": "next"}]}"#),
        _ => (404, "{}"),
    }
}

fn open(path: &str) -> (Page, Server) {
    let page = Page::at("/licensing/", &format!("/licensing{path}"));
    let server = Server::answering_lines(answers);
    page.show(|| view! { <App /> });
    (page, server)
}

/// Opens the contracts of Ada, who may use two accounts.
async fn open_as_ada() -> (Page, Server) {
    let page = Page::at("/licensing/", "/licensing/contracts");
    let server = Server::answering_lines(answers);
    let login: Login = serde_json::from_str(LOGIN).expect("it is an answer");
    Session::start().sign_in(Viewer::from_login(login));
    page.show(|| view! { <App /> });
    until(|| page.has("table")).await;
    (page, server)
}

fn account(page: &Page) -> String {
    page.find("combobox", "Account").unchecked_into::<HtmlSelectElement>().value()
}

/// What the tab keeps of the session.
fn kept() -> String {
    let key = storage().key(0).ok().flatten().expect("a session is kept");
    storage().get_item(&key).ok().flatten().expect("the key has a value")
}

async fn sign_in_by_token(page: &Page, token: &str) {
    until(|| page.has("label.tick")).await;
    page.find("label.tick", "Token").click();
    until(|| page.names("label").contains(&"JSON Web Token".to_owned())).await;
    enter(&page.field("JSON Web Token"), token);
    page.press("Sign in");
}

#[wasm_bindgen_test]
async fn changing_the_account_asks_for_its_contracts() {
    let (page, server) = open_as_ada().await;
    until(|| account(&page) == "onward").await;
    let answer = server.hold();
    choose(&page.find("combobox", "Account"), "lab");
    until(|| server.lines().len() == 2).await;
    assert_eq!(server.lines()[1], "POST /api/v2/switch-account");
    assert!(kept().contains("first") && page.has("table"), "nothing has changed yet");
    answer();
    until(|| account(&page) == "lab" && kept().contains("switched")).await;
    until(|| server.lines().len() == 3 && page.has("table")).await;
    assert_eq!(server.sent()[2].authorization.as_deref(), Some("Bearer switched"));
}

#[wasm_bindgen_test]
async fn a_late_change_of_account_does_not_reach_the_next_person() {
    let (page, server) = open_as_ada().await;
    let answer = server.hold();
    choose(&page.find("combobox", "Account"), "lab");
    until(|| server.lines().contains(&"POST /api/v2/switch-account".to_owned())).await;
    page.press("Sign out");
    until(|| address() == "/licensing/sign-in" && page.names("h1") == ["Sign in"]).await;
    sign_in_by_token(&page, &token(1)).await;
    until(|| page.names("h1") == ["Overview"] && server.lines().len() > 2).await;
    let before = kept();
    assert!(before.contains(&token(1)));

    answer();
    until(|| page.has("table")).await;
    settle().await;
    assert_eq!(kept(), before);
    let asked = server.sent();
    assert!(
        asked.iter().all(|sent| sent.authorization.as_deref() != Some("Bearer switched")),
        "nothing is asked with the other person's token"
    );
    assert!(!page.text().contains("The account could not be changed"));
}

#[wasm_bindgen_test]
async fn a_late_change_of_account_does_not_sign_in_again() {
    let (page, server) = open_as_ada().await;
    let answer = server.hold();
    choose(&page.find("combobox", "Account"), "lab");
    until(|| server.lines().len() == 2).await;
    page.press("Sign out");
    until(|| address() == "/licensing/sign-in" && page.names("h1") == ["Sign in"]).await;
    answer();
    settle().await;
    settle().await;
    assert_eq!((address().as_str(), storage().length()), ("/licensing/sign-in", Ok(0)));
}

#[wasm_bindgen_test]
async fn a_page_that_is_not_there_is_said_so_after_signing_in_too() {
    let (page, _) = open("/nonsense?filter=ada");
    until(|| address() == "/licensing/sign-in?next=%2Fnonsense%3Ffilter%3Dada").await;
    until(|| page.names("h1") == ["Sign in"]).await;
    sign_in_by_token(&page, &token(1)).await;
    until(|| address() == "/licensing/nonsense?filter=ada").await;
    until(|| page.names("h1") == ["Page not found"]).await;
}
