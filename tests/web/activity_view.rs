//! An activity with every field that it has.

use landscape_licensing::api::activity::Activity;
use landscape_licensing::components::activity_view::ActivityFields;
use landscape_licensing::format::{relative_seconds, seconds_until};
use landscape_licensing::navigation::Navigation;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, text};

const LABELS: [&str; 12] = [
    "ID",
    "Status",
    "Summary",
    "Type",
    "Creator",
    "Created",
    "Approved",
    "Completed",
    "Deliver delay window",
    "Parent",
    "Result code",
    "Result text",
];

const FULL: &str = include_str!("../../crates/landscape-stub/fixtures/activity.json");

fn show_activity(json: &str) -> Page {
    let page = Page::at("/licensing/", "/licensing/activities/115");
    let activity: Activity = serde_json::from_str(json).expect("it is an activity");
    provide_context(Navigation::start());
    page.show(move || view! { <ActivityFields activity /> });
    page
}

/// What stands beside a label.
#[track_caller]
fn field(page: &Page, label: &str) -> String {
    text(&page.find("term", label).next_element_sibling().expect("a term has its definition"))
}

#[track_caller]
fn check(json: &str, label: &str, expected: &str) {
    assert_eq!(field(&show_activity(json), label), expected, "{json}");
}

#[wasm_bindgen_test]
fn every_field_is_shown_in_its_order() {
    let page = show_activity(FULL);
    assert_eq!(page.names("term"), [&LABELS[..], &["Computer ID"]].concat());
    let distance = relative_seconds(seconds_until(jiff::civil::datetime(2025, 9, 19, 14, 24, 7, 0)));
    let moment = format!("19 Sep 2025, 14:24 UTC, {distance}");
    let expected = [
        "115",
        "Failed",
        "Attach a pro token to Busy with an upgrade",
        "AttachProRequest",
        "John Smith (john.smith@example.com)",
        &moment,
        "—",
        &moment,
        "0 minutes",
        "113",
        "1",
        "Unable to perform: pro attach.\nOperation in progress: pro enable (pid:1423)",
        "15",
    ];
    assert_eq!(page.names("definition"), expected);
}

#[wasm_bindgen_test]
fn what_is_null_or_missing_is_a_dash() {
    let page = show_activity(r#"{"id": 7, "summary": null, "result_text": "", "creator": {"name": null}}"#);
    assert_eq!(page.names("term"), LABELS);
    let mut expected = vec!["—"; LABELS.len()];
    (expected[0], expected[1]) = ("7", "Unknown");
    assert_eq!(page.names("definition"), expected);
}

#[wasm_bindgen_test]
fn a_creator_is_named_as_far_as_known() {
    check(r#"{"id": 7, "creator": {"name": "Ada"}}"#, "Creator", "Ada");
    check(r#"{"id": 7, "creator": {"email": "ada@example.com"}}"#, "Creator", "ada@example.com");
    check(r#"{"id": 7, "creator": {"id": 1}}"#, "Creator", "—");
}

#[wasm_bindgen_test]
fn zero_is_a_value() {
    check(r#"{"id": 7, "result_code": 0}"#, "Result code", "0");
    check(r#"{"id": 7, "deliver_delay_window": 0}"#, "Deliver delay window", "0 minutes");
    check(r#"{"id": 7, "deliver_delay_window": 1}"#, "Deliver delay window", "1 minute");
}

#[wasm_bindgen_test]
fn an_unknown_status_is_shown_in_the_servers_word() {
    check(r#"{"id": 7, "activity_status": "levitating"}"#, "Status", "levitating");
}

#[wasm_bindgen_test]
fn an_id_is_exact_to_the_last_digit() {
    check(r#"{"id": 9007199254740993}"#, "ID", "9007199254740993");
}

#[wasm_bindgen_test]
fn the_parent_is_a_link_to_its_page() {
    let page = show_activity(r#"{"id": 7, "parent_id": 113}"#);
    assert_eq!(page.find("link", "113").get_attribute("href").as_deref(), Some("/licensing/activities/113"));
}

#[wasm_bindgen_test]
fn text_from_outside_is_never_markup() {
    let text = "<img src=x onerror=alert(1)>&amp;</dl>";
    let json = serde_json::json!({
        "id": 7, "activity_status": text, "summary": text, "type": text, "result_text": text,
        "creator": {"name": text, "email": text}, "creation_time": text,
    });
    let page = show_activity(&json.to_string());
    assert!(!page.has("image"));
    for label in ["Status", "Summary", "Type", "Result text", "Created"] {
        assert_eq!(field(&page, label), text, "{label}");
    }
    assert_eq!(field(&page, "Creator"), format!("{text} ({text})"));
}

#[wasm_bindgen_test]
fn lines_of_a_result_stay_lines() {
    let page = show_activity(FULL);
    assert_eq!(text(&page.the("pre")), "Unable to perform: pro attach.\nOperation in progress: pro enable (pid:1423)");
}
