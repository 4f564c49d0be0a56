//! The page "Contracts": its filters, its order and its empty states.

use std::ops::RangeInclusive;

use landscape_licensing::components::data_table::sort::Sort;
use landscape_licensing::pages::contracts::list::ContractsPage;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::events::enter;
use crate::page::{Page, address};
use crate::pages::open;
use crate::people::signed_in;
use crate::server::Server;
use crate::wait::{hold_frames, release_frames, settle, until};

const CONTRACTS: &str = r#"{"results": [
    {"id": 3, "contract_id": "far", "expiration_date": "3000-01-01T00:00:00"},
    {"id": 1, "contract_id": "past", "expiration_date": "2020-12-31T00:00:00"},
    {"id": 2, "contract_id": "<b>next</b>", "expiration_date": "2999-12-31T00:00:00"}
]}"#;

fn open_contracts(query: &str) -> (Page, Server) {
    let page = open(&format!("/contracts{query}"));
    signed_in();
    let server = Server::answering(200, CONTRACTS);
    page.show(|| view! { <ContractsPage /> });
    (page, server)
}

/// What was asked for besides the computers on each contract.
fn lines(server: &Server) -> Vec<String> {
    server.lines().into_iter().filter(|line| !line.contains("/computers")).collect()
}

fn go_back() {
    window().history().and_then(|history| history.back()).expect("there is a page before");
}

fn steps() -> u32 {
    window().history().and_then(|history| history.length()).expect("steps are counted")
}

#[wasm_bindgen_test]
async fn contracts_are_a_table_with_the_soonest_end_first() {
    let (page, server) = open_contracts("");
    until(|| page.has("table")).await;
    assert_eq!(lines(&server), ["GET /api/v2/contracts"]);
    assert_eq!(page.names("columnheader"), ["Contract", "ID", "Expires", "Status", "Computers"]);
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
    assert_eq!(lines(&server).len(), 1, "sorting asks for nothing");
}

#[wasm_bindgen_test]
async fn active_only_is_in_the_url_and_in_the_request() {
    let (page, server) = open_contracts("?active_only=true");
    until(|| page.has("table")).await;
    assert_eq!(lines(&server), ["GET /api/v2/contracts?active_only=true"]);
    page.find("label", "Active only").click();
    until(|| lines(&server).len() == 2).await;
    assert_eq!(lines(&server)[1], "GET /api/v2/contracts");
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
async fn a_filter_that_is_ticked_and_a_sort_are_steps_to_go_back_from() {
    let (page, server) = open_contracts("");
    until(|| page.has("table")).await;
    page.find("label", "Active only").click();
    until(|| address() == "/licensing/contracts?active_only=true").await;
    until(|| lines(&server).len() == 2 && page.has("table")).await;
    page.press("ID");
    until(|| address().ends_with("sort=id")).await;
    go_back();
    until(|| address() == "/licensing/contracts?active_only=true").await;
    go_back();
    until(|| address() == "/licensing/contracts").await;
    until(|| lines(&server).last().map(String::as_str) == Some("GET /api/v2/contracts") && lines(&server).len() == 3)
        .await;
}

#[wasm_bindgen_test]
async fn letters_that_are_typed_are_no_steps() {
    let (page, _) = open_contracts("");
    until(|| page.has("table")).await;
    let before = steps();
    for typed in ["f", "fa", "far"] {
        enter(&page.find("searchbox", "Filter contracts"), typed);
        until(|| address() == format!("/licensing/contracts?filter={typed}")).await;
    }
    assert_eq!(steps(), before);
}

#[wasm_bindgen_test]
async fn an_empty_table_speaks_of_the_question_that_was_answered() {
    let page = open("/contracts?active_only=true");
    signed_in();
    let server = Server::answering(200, r#"{"results": []}"#);
    page.show(|| view! { <ContractsPage /> });
    until(|| page.text().contains("No active contracts")).await;
    let answer = server.hold();
    page.find("label", "Active only").click();
    until(|| lines(&server).len() == 2).await;
    settle().await;
    assert!(page.text().contains("No active contracts"), "{}", page.text());
    answer();
    until(|| page.text().contains("This account has no Ubuntu Pro contracts.")).await;
    assert!(!page.text().contains("No active contracts"));
}

#[wasm_bindgen_test]
async fn contracts_with_the_same_number_are_told_apart() {
    let page = open("/contracts");
    signed_in();
    Server::answering(200, r#"{"results": [{"id": 7, "contract_id": "ada"}, {"id": 7, "contract_id": "grace"}]}"#);
    page.show(|| view! { <ContractsPage /> });
    until(|| page.names("rowheader") == ["ada", "grace"]).await;
    enter(&page.find("searchbox", "Filter contracts"), "grace");
    until(|| page.text().contains("1 of 2 contracts")).await;
    settle().await;
    assert_eq!(page.names("rowheader"), ["grace"]);
}

/// As many rows as stand on the page at once, and one more.
const MORE_THAN_A_PART: usize = 51;

/// Contracts from "c001" on.
fn answer_of(many: usize) -> &'static str {
    let rows: Vec<_> = (1..=many).map(|id| format!(r#"{{"id": {id}, "contract_id": "c{id:03}"}}"#)).collect();
    Box::leak(format!(r#"{{"results": [{}]}}"#, rows.join(",")).into_boxed_str())
}

#[wasm_bindgen_test]
async fn a_long_list_is_there_in_parts_of_which_the_first_rows_come_at_once() {
    let page = open("/contracts?sort=id");
    signed_in();
    let _server = Server::answering(200, answer_of(MORE_THAN_A_PART));
    hold_frames();
    page.show(|| view! { <ContractsPage /> });
    until(|| page.has("table")).await;
    let at_first = page.names("rowheader").len();
    assert!((1..MORE_THAN_A_PART - 1).contains(&at_first), "{at_first} rows at first");
    release_frames();
    until(|| page.names("rowheader").len() == MORE_THAN_A_PART - 1).await;
    page.press("Next");
    until(|| page.names("rowheader") == ["c051"]).await;
    page.press("ID");
    let downwards: Vec<_> = (2..=MORE_THAN_A_PART).rev().map(|id| format!("c{id:03}")).collect();
    until(|| page.names("rowheader") == downwards).await;
}

#[wasm_bindgen_test]
async fn until_other_rows_come_those_of_before_stay_below() {
    let page = open("/contracts?sort=id");
    signed_in();
    let _server = Server::answering(200, answer_of(200));
    page.show(|| view! { <ContractsPage /> });
    let shows = async |ids: &[RangeInclusive<usize>]| {
        let expected: Vec<_> = ids.iter().cloned().flatten().map(|id| format!("c{id:03}")).collect();
        until(|| page.names("rowheader") == expected).await;
    };
    shows(&[1..=50]).await;
    hold_frames();
    page.press("Next");
    until(|| page.names("rowheader")[0] == "c051").await;
    // As many as the window shows.
    let seen = page.names("rowheader").iter().take_while(|id| id.as_str() > "c050").count();
    assert!((1..50).contains(&seen), "{seen} rows at first");
    shows(&[51..=50 + seen, seen + 1..=50]).await;
    release_frames();
    shows(&[51..=100]).await;
    hold_frames();
    enter(&page.find("searchbox", "Filter contracts"), "c0");
    shows(&[1..=seen, 51 + seen..=100]).await;
    release_frames();
    shows(&[1..=50]).await;
}
