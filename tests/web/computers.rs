//! Computers: found, chosen by row and by page, seen, trimmed, and put into the forms.

use landscape_licensing::api::computer::Computer;
use landscape_licensing::api::id::ComputerId;
use landscape_licensing::components::computer_rows::ComputerRows;
use landscape_licensing::components::selection_bar::SelectionBar;
use landscape_licensing::forms::{Form, Forms};
use landscape_licensing::lasting::Lasting;
use landscape_licensing::pages::computers::detail::ComputerPage;
use landscape_licensing::pages::computers::list::ComputersPage;
use landscape_licensing::selection::Selection;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::events::{choose, dispatch, enter, value};
use crate::page::{Page, address, has_focus, said, text, within};
use crate::pages::open;
use crate::people::signed_in;
use crate::server::Server;
use crate::wait::{settle, until};

const TABLE: &str = "Computers";
const HEAD: &str = "Select all computers on this page";

/// Three of five: one with a title, one with a hostname, one with neither.
const PART: &str = r#"{"count": 5, "results": [
    {"id": 1, "title": "Birch", "hostname": "birch", "tags": ["web", "prod"], "last_ping_time": null,
        "ubuntu_pro_info": {"attached": true, "expires": "9999-12-31T00:00:00Z", "contract": {"id": "team/a"}}},
    {"id": 2, "hostname": "cedar", "ubuntu_pro_info": {"attached": false, "expires": "n/a"}},
    {"id": 3, "title": " ", "hostname": null}
]}"#;

fn computers() -> Vec<Computer> {
    let page: serde_json::Value = serde_json::from_str(PART).expect("it is JSON");
    serde_json::from_value(page["results"].clone()).expect("they are computers")
}

/// The rows with a bar above them, a selection, and what is put into the form "Attach token".
fn show_rows() -> (Page, Selection, Lasting<String>) {
    let page = open("/computers");
    let (selection, ids) = (Selection::new(), Lasting::new(String::new()));
    let form = Form { ids, fill: Callback::new(move |text| ids.set(text)) };
    provide_context(Forms { attach: form, detach: form });
    let shown = [1, 2, 3].map(ComputerId).to_vec();
    page.show(move || {
        view! {
            <SelectionBar selection shown=Signal::stored(shown) />
            <ComputerRows computers=computers().into() caption=TABLE selection />
        }
    });
    (page, selection, ids)
}

/// Whether a checkbox is ticked, and whether it is between.
fn ticked(page: &Page, name: &str) -> (bool, bool) {
    let checkbox: HtmlInputElement = page.find("checkbox", name).unchecked_into();
    (checkbox.checked(), checkbox.indeterminate())
}

fn chosen(selection: Selection) -> Vec<i64> {
    untrack(|| selection.entries()).into_iter().map(|(id, _)| id.0).collect()
}

#[wasm_bindgen_test]
fn a_row_says_what_is_known_and_nothing_where_nothing_is() {
    let (page, ..) = show_rows();
    let columns = ["", "Title", "Hostname", "ID", "Ubuntu Pro", "Contract", "Pro expires", "Tags", "Last seen"];
    assert_eq!(page.names("columnheader"), columns);
    let cells: Vec<Vec<String>> =
        page.all("row").iter().map(|row| within(row, "cell").iter().map(|cell| text(cell)).collect()).collect();
    assert_eq!(cells[0], ["", "Birch", "birch", "1", "Attached", "team/a", "Never expires", "web, prod", "—"]);
    assert_eq!(cells[1], ["", "Computer 2", "cedar", "2", "Not attached", "—", "n/a", "—", "—"]);
    assert_eq!(cells[2], ["", "Computer 3", "—", "3", "Not reported", "—", "—", "—", "—"]);
    let href = |name| page.find("link", name).get_attribute("href");
    assert_eq!(href("Birch").as_deref(), Some("/licensing/computers/1"));
    assert_eq!(href("team/a").as_deref(), Some("/licensing/contracts/team%2Fa"));
}

#[wasm_bindgen_test]
fn without_a_selection_nothing_can_be_chosen() {
    let page = open("/contracts/team");
    page.show(|| view! { <ComputerRows computers=computers().into() caption=TABLE /> });
    assert!(!page.has("checkbox"));
    assert_eq!(page.names("columnheader").len(), 8);
}

#[wasm_bindgen_test]
async fn the_head_is_ticked_empty_or_between() {
    let (page, selection, _) = show_rows();
    assert_eq!(page.names("checkbox"), [HEAD, "Select Birch", "Select cedar", "Select Computer 3"]);
    selection.add_entries([(ComputerId(9), "elsewhere".into())]);
    settle().await;
    assert_eq!(ticked(&page, HEAD), (false, false));
    page.find("checkbox", "Select cedar").click();
    until(|| ticked(&page, HEAD) == (false, true)).await;
    assert_eq!(chosen(selection), [2, 9]);
    page.find("checkbox", HEAD).click();
    until(|| ticked(&page, HEAD) == (true, false)).await;
    until(|| ticked(&page, "Select Computer 3").0).await;
    assert_eq!(chosen(selection), [1, 2, 3, 9]);
    page.find("checkbox", "Select Birch").click();
    until(|| ticked(&page, HEAD) == (false, true)).await;
    page.find("checkbox", HEAD).click();
    until(|| ticked(&page, HEAD) == (true, false)).await;
    page.find("checkbox", HEAD).click();
    until(|| ticked(&page, HEAD) == (false, false)).await;
    assert_eq!(chosen(selection), [9], "what is not shown stays chosen");
}

#[wasm_bindgen_test]
async fn the_selection_is_counted_and_told_with_those_that_are_elsewhere() {
    let (page, selection, _) = show_rows();
    assert!(page.text().contains("No computers selected Select computers to attach or detach a token."));
    settle().await;
    assert_eq!(said(), "");
    page.find("checkbox", "Select cedar").click();
    until(|| said() == "1 computer selected").await;
    selection.add_entries([(ComputerId(8), "".into()), (ComputerId(9), "".into())]);
    until(|| page.text().contains("3 computers selected 2 of them are not on this page.")).await;
    until(|| said() == "3 computers selected").await;
    selection.clear();
    until(|| said() == "No computers selected").await;
}

#[wasm_bindgen_test]
async fn nothing_goes_into_a_form_until_something_is_chosen() {
    let (page, _, ids) = show_rows();
    let attach = page.find("button", "Attach token");
    assert_eq!(attach.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(attach.get_attribute("aria-describedby").as_deref(), Some("selection-count"));
    attach.click();
    settle().await;
    assert_eq!(address(), "/licensing/computers");
    page.find("checkbox", HEAD).click();
    until(|| !attach.has_attribute("aria-disabled")).await;
    attach.click();
    until(|| address() == "/licensing/attach").await;
    assert_eq!(ids.get_untracked(), "1, 2, 3");
}

#[wasm_bindgen_test]
async fn what_is_typed_in_the_form_is_not_replaced_unasked() {
    let (page, _, ids) = show_rows();
    ids.set("7".to_owned());
    page.find("checkbox", "Select cedar").click();
    until(|| page.text().contains("1 computer selected")).await;
    page.press("Detach token");
    until(|| page.has("dialog")).await;
    page.press("Cancel");
    until(|| !page.has("dialog")).await;
    assert_eq!((ids.get_untracked().as_str(), address().as_str()), ("7", "/licensing/computers"));
    page.press("Detach token");
    until(|| page.has("dialog")).await;
    page.press("Replace");
    until(|| address() == "/licensing/detach").await;
    assert_eq!(ids.get_untracked(), "2");
}

#[wasm_bindgen_test]
async fn the_selection_can_be_seen_by_name_and_trimmed() {
    let (page, selection, _) = show_rows();
    page.find("checkbox", HEAD).click();
    selection.add_entries((10..40).map(|id| (ComputerId(id), format!("many {id}").into())));
    page.press("Show selection");
    until(|| page.has("dialog")).await;
    let dialog = page.the("dialog");
    let names = || within(&dialog, "rowheader").iter().map(|row| text(row)).collect::<Vec<_>>();
    until(|| names().len() == 20).await;
    assert_eq!(names()[..4], ["Birch", "cedar", "Computer 3", "many 10"]);
    assert!(text(&dialog).contains("33 computers selected"));
    page.press("Remove cedar");
    until(|| has_focus(&page.find("button", "Remove Computer 3"))).await;
    assert_eq!((names().len(), names()[1].as_str()), (20, "Computer 3"));
    page.press("Next");
    until(|| names().len() == 12).await;
    page.press("Remove many 39");
    until(|| has_focus(&page.find("button", "Remove many 38"))).await;
    page.press("Clear all");
    until(|| !page.has("dialog")).await;
    assert_eq!(chosen(selection), [0; 0]);
}

#[wasm_bindgen_test]
async fn the_last_one_that_goes_leaves_the_focus_on_the_way_out() {
    let (page, selection, _) = show_rows();
    selection.add(&computers()[..1]);
    page.press("Show selection");
    until(|| page.names("button").contains(&"Remove Birch".to_owned())).await;
    page.press("Remove Birch");
    until(|| has_focus(&page.find("button", "Close"))).await;
    assert!(text(&page.the("dialog")).contains("No computers are selected."));
}

/// Refuses one search, and knows no computer by another.
fn answer(line: &str) -> (u16, &'static str) {
    match line {
        _ if line.contains("/contracts") => (200, r#"{"results": [{"id": 1, "contract_id": "team/a"}]}"#),
        _ if line.contains("query=odd%3Ax") => (400, r#"{"error": "InvalidQueryError", "message": "No odd terms."}"#),
        _ if line.contains("nothing") => (200, r#"{"count": 0, "results": []}"#),
        _ if line.contains("offset=50") => (200, r#"{"count": 5, "results": []}"#),
        _ => (200, PART),
    }
}

fn open_list(query: &str) -> (Page, Server, Selection) {
    let page = open(&format!("/computers{query}"));
    signed_in();
    let selection = Selection::new();
    provide_context(selection);
    let server = Server::answering_lines(answer);
    page.show(|| view! { <ComputersPage /> });
    (page, server, selection)
}

fn asked(server: &Server) -> Vec<String> {
    let lines = server.lines().into_iter();
    lines.filter_map(|line| line.strip_prefix("GET /api/v2/computers?").map(str::to_owned)).collect()
}

#[wasm_bindgen_test]
async fn a_search_is_asked_for_once_after_the_last_key() {
    let (page, server, _) = open_list("?page=2");
    until(|| page.text().contains("There is no such page")).await;
    let field = page.find("searchbox", "Search computers");
    for typed in ["t", "ta", "tag", "tag:web"] {
        enter(&field, typed);
        settle().await;
    }
    assert_eq!(address(), "/licensing/computers?page=2");
    until(|| page.has("table")).await;
    assert_eq!(address(), "/licensing/computers?query=tag%3Aweb");
    let lines = ["limit=50&offset=50&root_only=false", "query=tag%3Aweb&limit=50&offset=0&root_only=false"];
    assert_eq!(asked(&server), lines);
}

#[wasm_bindgen_test]
async fn enter_asks_at_once() {
    let (page, server, _) = open_list("");
    until(|| page.has("table")).await;
    let field = page.find("searchbox", "Search computers");
    enter(&field, "nothing");
    dispatch(&field, "KeyboardEvent", "keydown", &[("key", JsValue::from("Enter"))]);
    assert_eq!(address(), "/licensing/computers?query=nothing");
    until(|| page.text().contains("No matching computers")).await;
    page.find("link", "Clear the filters").click();
    until(|| page.has("table")).await;
    assert_eq!((value(&field).as_str(), address().as_str()), ("", "/licensing/computers"));
    assert_eq!(asked(&server).len(), 3);
}

#[wasm_bindgen_test]
async fn what_the_server_does_not_understand_is_told_at_the_field() {
    let (page, _, _) = open_list("?query=odd%3Ax");
    until(|| page.has("alert")).await;
    assert_eq!(text(&page.the("alert")), "The server refused this: “No odd terms.”");
    let field = page.find("searchbox", "Search computers");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(field.get_attribute("aria-describedby").as_deref(), Some("computer-query-problem"));
    assert!(page.text().contains("No computers are shown"));
    assert!(!page.names("button").contains(&"Retry".to_owned()));
    enter(&field, "tag:web");
    until(|| page.has("table")).await;
    assert!(!page.has("alert") && !field.has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn words_with_or_are_not_sent_beside_filters() {
    let (page, server, _) = open_list("?query=tag%3Aa+OR+tag%3Ab&license=pro");
    until(|| page.has("alert")).await;
    assert!(text(&page.the("alert")).contains("cannot be asked for together with the filters"));
    settle().await;
    assert_eq!(asked(&server), [""; 0]);
    choose(&page.find("combobox", "License"), "");
    until(|| page.has("table")).await;
    assert_eq!(asked(&server), ["query=tag%3Aa+OR+tag%3Ab&limit=50&offset=0&root_only=false"]);
}

#[wasm_bindgen_test]
async fn filters_are_in_the_url_and_begin_with_the_first_page() {
    let (page, server, _) = open_list("?page=2&contract=not-listed&license_id=8");
    until(|| page.names("option").contains(&"team/a".to_owned())).await;
    let contract = page.find("combobox", "Contract");
    let chosen = || contract.dyn_ref::<web_sys::HtmlSelectElement>().expect("it is a select").value();
    assert_eq!(chosen(), "not-listed");
    choose(&contract, "team/a");
    until(|| address() == "/licensing/computers?contract=team%2Fa&license_id=8").await;
    until(|| chosen() == "team/a").await;
    page.press("Show others too");
    until(|| address() == "/licensing/computers?contract=team%2Fa").await;
    assert!(has_focus(&page.find("searchbox", "Search computers")));
    choose(&page.find("combobox", "Contract expires within"), "30");
    page.find("label", "Pro management on").click();
    until(|| address().ends_with("?contract=team%2Fa&expires_within=30&pro_management=true")).await;
    let query = "query=contract%3A%22team%2Fa%22+has-pro-management%3Atrue+contract-expires-within-days%3A30";
    until(|| asked(&server).last().is_some_and(|line| line.starts_with(query))).await;
}

#[wasm_bindgen_test]
async fn all_that_match_are_read_and_nothing_is_added_by_halves() {
    let (page, _, selection) = open_list("?query=tag%3Aweb");
    until(|| page.has("table")).await;
    // The server counts five and has three: the list is another one than it was.
    page.press("Select all 5 that match");
    until(|| page.text().contains("The list changed while it was read. 3 computers were added to the selection")).await;
    assert_eq!(chosen(selection), [1, 2, 3]);
    selection.clear();
    Server::answering(500, "{}");
    page.press("Select all 5 that match");
    until(|| page.has("alert")).await;
    assert!(text(&page.the("alert")).contains("Nothing was added to the selection."));
    assert_eq!(chosen(selection), [0; 0]);
}

#[wasm_bindgen_test]
async fn reading_all_that_match_can_be_stopped_and_ends_with_the_filter() {
    let (page, server, selection) = open_list("");
    until(|| page.has("table")).await;
    let answer = server.hold();
    page.press("Select all 5 that match");
    until(|| page.text().contains("Reading 0 of 5…")).await;
    let stop = page.find("button", "Stop");
    stop.focus().expect("it takes the focus");
    stop.click();
    until(|| page.text().contains("Stopped. Nothing was added to the selection.")).await;
    assert!(has_focus(&page.find("button", "Select all 5 that match")));
    answer();
    settle().await;
    assert_eq!(chosen(selection), [0; 0]);
    let answer = server.hold();
    page.press("Select all 5 that match");
    until(|| page.text().contains("Reading 0 of 5…")).await;
    choose(&page.find("combobox", "License"), "pro");
    until(|| !page.text().contains("Reading")).await;
    answer();
    settle().await;
    assert_eq!(chosen(selection), [0; 0]);
}

const PRO: &str = r#"{"count": 1, "results": [{"id": 7, "title": "Birch", "hostname": "birch", "tags": ["web"],
    "distribution": "24.04", "access_group": "global", "is_wsl_instance": true,
    "cloud_instance_metadata": {"provider": "aws"},
    "ubuntu_pro_info": {"attached": true, "expires": "2999-12-31T00:00:00Z",
        "contract": {"id": "c-1", "name": "Main"}, "account": {"id": "a-1", "name": "Onward"},
        "errors": [{"message": "<b>lock</b> held"}, {}],
        "services": [{"name": "esm-apps", "status": "disabled", "available": "yes", "entitled": "yes",
            "description": "Updates"}, {"name": "ros", "status": "n/a", "available": "no"}]}}]}"#;

fn open_computer(status: u16, body: &'static str) -> (Page, Server) {
    let page = open("/computers/7");
    signed_in();
    let server = Server::answering(status, body);
    page.show(|| view! { <ComputerPage id=ComputerId(7) /> });
    (page, server)
}

fn facts(page: &Page) -> Vec<(String, String)> {
    page.names("term").into_iter().zip(page.names("definition")).collect()
}

#[wasm_bindgen_test]
async fn a_computer_tells_its_services_and_what_went_wrong() {
    let (page, server) = open_computer(200, PRO);
    until(|| page.has("table")).await;
    assert_eq!(asked(&server), ["query=id%3A7&limit=1&offset=0&root_only=false"]);
    let facts = facts(&page);
    for (term, definition) in [
        ("Title", "Birch"),
        ("Access group", "global"),
        ("WSL instance", "Yes"),
        ("In a cloud", "Yes"),
        ("Ubuntu Pro", "Attached"),
        ("Contract", "Main c-1"),
        ("Account", "Onward (a-1)"),
    ] {
        assert!(facts.contains(&(term.to_owned(), definition.to_owned())), "{term}: {facts:?}");
    }
    assert!(page.names("heading").contains(&"The Pro client reported 2 errors".to_owned()));
    assert_eq!(page.names("li"), ["<b>lock</b> held", "An error without a message."]);
    let cells: Vec<_> = page.all("cell").iter().map(|cell| text(cell)).collect();
    assert_eq!(cells, ["esm-apps", "Disabled", "Updates", "yes", "yes", "ros", "n/a", "—", "no", "—"]);
    assert!(page.text().contains("Attaching a token enables no service by itself."));
}

#[wasm_bindgen_test]
async fn a_computer_that_has_told_nothing_says_why() {
    let (page, _) = open_computer(200, r#"{"count": 1, "results": [{"id": 7, "ubuntu_pro_info": null}]}"#);
    until(|| page.names("heading").contains(&"Not reported yet".to_owned())).await;
    assert!(page.text().contains("Clients report it every 15 minutes"));
    assert!(!page.has("table"));
}

#[wasm_bindgen_test]
async fn a_computer_that_is_not_there_leads_to_those_that_are() {
    let (page, _) = open_computer(200, r#"{"count": 0, "results": []}"#);
    until(|| page.text().contains("Computer not found")).await;
    assert_eq!(page.find("link", "Computers").get_attribute("href").as_deref(), Some("/licensing/computers"));
    assert!(!page.names("button").contains(&"Attach token".to_owned()));
}
