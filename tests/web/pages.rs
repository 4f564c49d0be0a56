//! Pages, as far as they need no more than a server's one answer.

use landscape_licensing::components::data_table::sort::Sort;
use landscape_licensing::navigation::Navigation;
use landscape_licensing::pages::attach::AttachPage;
use landscape_licensing::pages::attach::draft::AttachDraft;
use landscape_licensing::pages::contracts::list::ContractsPage;
use landscape_licensing::pages::detach::DetachPage;
use landscape_licensing::pages::detach::draft::DetachDraft;
use landscape_licensing::pages::not_found::NotFoundPage;
use landscape_licensing::pages::sign_in::SignInPage;
use landscape_licensing::session::{Farewell, Session};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::events::{enter, value};
use crate::page::{Page, address, leave, storage, text};
use crate::people::{signed_in, token};
use crate::server::Server;
use crate::wait::{settle, until};

const CONTRACTS: &str = r#"{"results": [
    {"id": 3, "contract_id": "far", "expiration_date": "3000-01-01T00:00:00"},
    {"id": 1, "contract_id": "past", "expiration_date": "2020-12-31T00:00:00"},
    {"id": 2, "contract_id": "<b>next</b>", "expiration_date": "2999-12-31T00:00:00"}
]}"#;
const PARTIAL: &str = r#"{"activity": {"id": 113, "activity_status": "queued"},
    "invalid_computer_ids": [2], "nonexistent_computer_ids": [3]}"#;
const REFUSED: &str = r#"{"error": "InvalidParameterError", "message": "token is not valid"}"#;

fn open(path: &str) -> Page {
    let page = Page::at("/licensing/", &format!("/licensing{path}"));
    provide_context(Navigation::start());
    page
}

fn open_contracts(query: &str) -> (Page, Server) {
    let page = open(&format!("/contracts{query}"));
    signed_in();
    let server = Server::answering(200, CONTRACTS);
    page.show(|| view! { <ContractsPage /> });
    (page, server)
}

fn open_attach() -> (Page, AttachDraft) {
    let page = open("/attach");
    signed_in();
    let draft = AttachDraft::new();
    provide_context(draft);
    page.show(|| view! { <AttachPage /> });
    (page, draft)
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
async fn contracts_are_a_table_with_the_soonest_end_first() {
    let (page, server) = open_contracts("");
    until(|| page.has("table")).await;
    assert_eq!(server.lines(), ["GET /api/v2/contracts"]);
    assert_eq!(page.names("columnheader"), ["Contract", "ID", "Expires", "Status"]);
    assert_eq!(page.names("rowheader"), ["past", "<b>next</b>", "far"]);
    assert!(page.text().contains("3 contracts"));
    let link = page.find("link", "<b>next</b>");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/licensing/contracts/%3Cb%3Enext%3C%2Fb%3E"));
    page.press("ID");
    until(|| page.names("rowheader") == ["past", "<b>next</b>", "far"]).await;
    assert_eq!(address(), "/licensing/contracts?sort=id");
    assert_eq!(Sort::by("id").pressed("id").direction.word(), "descending");
    page.press("ID");
    until(|| page.names("rowheader") == ["far", "<b>next</b>", "past"]).await;
    assert_eq!(server.lines().len(), 1, "sorting asks for nothing");
}

#[wasm_bindgen_test]
async fn active_only_is_in_the_url_and_in_the_request() {
    let (page, server) = open_contracts("?active_only=true");
    until(|| page.has("table")).await;
    assert_eq!(server.lines(), ["GET /api/v2/contracts?active_only=true"]);
    page.find("label", "Active only").click();
    until(|| server.lines().len() == 2).await;
    assert_eq!(server.lines()[1], "GET /api/v2/contracts");
    assert_eq!(address(), "/licensing/contracts");
}

#[wasm_bindgen_test]
async fn a_filter_that_matches_nothing_says_so() {
    let (page, _) = open_contracts("");
    until(|| page.has("table")).await;
    let filter = page.find("searchbox", "Filter contracts");
    enter(&filter, "FAR");
    until(|| page.names("rowheader") == ["far"]).await;
    assert!(page.text().contains("1 of 3 contracts"));
    enter(&filter, "nothing like it");
    until(|| page.text().contains("No matching contracts")).await;
    assert!(!page.has("table"));
}

#[wasm_bindgen_test]
async fn attaching_sends_nothing_until_the_form_is_good() {
    let (page, _) = open_attach();
    let server = Server::answering(200, PARTIAL);
    enter(&page.field("Computer IDs"), "1, x");
    page.press("Attach token");
    until(|| page.has("alert")).await;
    let problems = ["“x” is not a computer ID. IDs are whole numbers, such as 17.", "Enter the Ubuntu Pro token."];
    assert_eq!(page.names("li"), problems);
    settle().await;
    assert_eq!(server.lines(), [""; 0]);
}

#[wasm_bindgen_test]
async fn attaching_shows_what_came_of_it_and_empties_the_token() {
    let (page, _) = open_attach();
    let server = Server::answering(200, PARTIAL);
    enter(&page.field("Computer IDs"), "1, 2\n3 1");
    enter(&page.field("Ubuntu Pro token"), " C1 ");
    page.press("Attach token");
    page.press("Attach token");
    until(|| page.names("heading").contains(&"Activity 113".to_owned())).await;
    assert_eq!(server.lines(), ["POST /api/v2/attach-token"]);
    assert_eq!(server.sent()[0].body, r#"{"computer_ids":[1,2,3],"token":"C1"}"#);
    assert!(page.text().contains("Queued for 1 of 3 computers"));
    until(|| value(&page.field("Ubuntu Pro token")).is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_refused_attachment_is_told_at_its_field_and_keeps_the_draft() {
    let (page, _) = open_attach();
    Server::answering(400, REFUSED);
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
    until(|| page.names("heading").contains(&"The request may have been queued".to_owned())).await;
    page.find("link", "Look at recent activities");
    assert_eq!(value(&page.field("Ubuntu Pro token")), "C1");
    settle().await;
    assert_eq!(server.lines().len(), 1);
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
    let server = Server::answering(200, PARTIAL);
    enter(&page.field("Computer IDs"), "1 2 3 2");
    page.press("Detach token");
    until(|| page.has("dialog")).await;
    assert!(text(&page.the("dialog")).contains("Detach Ubuntu Pro from 3 computers?"));
    page.press("Cancel");
    until(|| !page.has("dialog")).await;
    assert_eq!(server.lines(), [""; 0]);

    page.press("Detach token");
    until(|| page.has("dialog")).await;
    page.press("Detach");
    until(|| page.names("heading").contains(&"Activity 113".to_owned())).await;
    assert_eq!(server.lines(), ["POST /api/v2/detach-token"]);
    assert_eq!(server.sent()[0].body, r#"{"computer_ids":[1,2,3]}"#);
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
