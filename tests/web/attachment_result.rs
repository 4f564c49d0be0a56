//! What came of attaching or detaching.

use landscape_licensing::api::attachment::Attachment;
use landscape_licensing::api::id::ComputerId;
use landscape_licensing::components::attachment_result::{AttachmentResult, Sent};
use landscape_licensing::navigation::Navigation;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, has_focus, text, within};
use crate::wait::until;

const PARTIAL: &str = r#"{"activity": {"id": 113, "activity_status": "queued"},
    "invalid_computer_ids": [3], "nonexistent_computer_ids": [4, 9007199254740993]}"#;
const WHOLE: &str = r#"{"activity": {"id": 113, "activity_status": "queued"},
    "invalid_computer_ids": [], "nonexistent_computer_ids": []}"#;
const NONE: &str = r#"{"activity": null, "invalid_computer_ids": [1, 2], "nonexistent_computer_ids": []}"#;

fn show_result(answer: &str, computers: &[i64]) -> Page {
    show_folded(answer, computers, 0)
}

fn show_folded(answer: &str, computers: &[i64], duplicates: usize) -> Page {
    let page = Page::at("/licensing/", "/licensing/attach");
    let attachment: Attachment = serde_json::from_str(answer).expect("it is an answer");
    let sent = Sent { computer_ids: computers.iter().copied().map(ComputerId).collect(), duplicates, attachment };
    provide_context(Navigation::start());
    page.show(move || view! { <AttachmentResult sent /> });
    page
}

/// What stands in the part of a heading.
#[track_caller]
fn part(page: &Page, heading: &str) -> String {
    let heading = page.find("heading", heading);
    text(&heading.parent_element().expect("a heading stands in its part"))
}

#[wasm_bindgen_test]
fn a_partial_answer_names_every_computer_that_was_left_out() {
    let page = show_result(PARTIAL, &[1, 2, 3, 4, 9_007_199_254_740_993]);
    let headings = ["Activity 113", "Queued for 2 of 5 computers", "Invalid computer IDs", "Nonexistent computer IDs"];
    assert_eq!(page.names("heading"), headings);
    assert!(part(&page, "Invalid computer IDs").contains("1 computer. These computers cannot carry it out.3"));
    let nonexistent = part(&page, "Nonexistent computer IDs");
    assert!(nonexistent.contains("2 computers. ") && nonexistent.contains("4, 9007199254740993"), "{nonexistent}");
    assert_eq!(page.names("button"), ["Copy", "Copy"]);
}

#[wasm_bindgen_test]
fn a_whole_answer_leaves_nobody_out() {
    let page = show_result(WHOLE, &[1, 2]);
    assert_eq!(page.names("heading"), ["Activity 113", "Queued for 2 of 2 computers"]);
    assert!(!page.has("button"));
}

#[wasm_bindgen_test]
fn an_answer_shows_its_activity_and_leads_to_its_page() {
    let page = show_result(WHOLE, &[1, 2]);
    let status = page.find("term", "Status").next_element_sibling().expect("a term has its definition");
    assert_eq!(text(&status), "Queued");
    let link = page.find("link", "Open this activity on its own page");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/licensing/activities/113"));
}

#[wasm_bindgen_test]
fn a_null_activity_is_no_success() {
    let page = show_result(NONE, &[1, 2]);
    let sentence = "Nothing was queued for 2 computers: the server made no activity";
    assert_eq!(page.names("heading"), ["No activity", sentence, "Invalid computer IDs"]);
    assert!(part(&page, "Invalid computer IDs").contains("1, 2"));
    assert!(page.has(".p-notification--negative") && !page.has(".p-notification--positive"));
    assert!(!page.has("term") && !page.has("link"));
}

#[wasm_bindgen_test]
async fn a_result_takes_the_focus_by_its_heading() {
    let page = show_result(PARTIAL, &[1, 2, 3, 4, 5]);
    let heading = page.find("heading", "Activity 113");
    until(|| has_focus(&heading)).await;
    let section = heading.closest("section").ok().flatten().expect("it heads a section");
    assert_eq!(section.get_attribute("aria-labelledby"), Some(heading.id()));
    assert_eq!(within(&section, "h2").len(), 2);
}

/// What is said below the sentence of the outcome.
fn note(page: &Page) -> String {
    text(&page.the(".p-notification__message"))
}

#[wasm_bindgen_test]
fn duplicates_that_were_folded_are_told() {
    let follow = "How it goes on is shown below.";
    assert_eq!(note(&show_folded(WHOLE, &[1, 2], 0)), follow);
    assert_eq!(note(&show_folded(WHOLE, &[1, 2], 1)), format!("1 duplicate was folded. {follow}"));
    let left_out = "3 computers were left out, and are named below. 2 duplicates were folded.";
    assert_eq!(note(&show_folded(PARTIAL, &[1, 3, 4, 9_007_199_254_740_993], 2)), format!("{left_out} {follow}"));
    let left_out = "2 computers were left out, and are named below. 1 duplicate was folded.";
    assert_eq!(note(&show_folded(NONE, &[1, 2], 1)), left_out);
}

#[track_caller]
fn check_tone(status: &str, left_out: &str, sentence: &str, tone: &str) {
    let answer =
        format!(r#"{{"activity": {{"id": 113, "activity_status": {status}}}, "invalid_computer_ids": [{left_out}]}}"#);
    let page = show_result(&answer, &[1, 2]);
    page.find("heading", sentence);
    assert!(page.has(&format!(".p-notification--{tone}")), "{status}: {}", page.root().inner_html());
    assert_eq!(page.all("[class^=p-notification--]").len(), 1);
}

#[wasm_bindgen_test]
fn the_tone_follows_the_status_of_the_activity() {
    let sent = "Sent for 2 of 2 computers";
    for status in [r#""queued""#, r#""undelivered""#] {
        check_tone(status, "", "Queued for 2 of 2 computers", "positive");
        check_tone(status, "2", "Queued for 1 of 2 computers", "caution");
    }
    for status in [r#""delivered""#, r#""in-progress""#, r#""succeeded""#, r#""scheduled""#] {
        check_tone(status, "", sent, "positive");
        check_tone(status, "2", "Sent for 1 of 2 computers", "caution");
    }
    for status in [r#""blocked""#, r#""unapproved""#, r#""canceled""#, r#""levitating""#, "null"] {
        check_tone(status, "", sent, "caution");
    }
    check_tone(r#""failed""#, "", sent, "negative");
    check_tone(r#""failed""#, "2", "Sent for 1 of 2 computers", "negative");
}
