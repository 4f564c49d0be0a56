//! A status in words, and in a colour for each tone.

use landscape_licensing::components::status_badge::StatusBadge;
use landscape_licensing::expiry::ExpiryStatus;
use landscape_licensing::status::{Status, Tone};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, text};

#[track_caller]
fn check(status: impl Into<Status> + 'static, label: &str, class: &str) {
    let page = Page::new();
    page.show(move || view! { <StatusBadge status=status /> });
    let badge = page.the("span");
    assert_eq!((text(&badge).as_str(), badge.class_name().as_str()), (label, class));
}

#[wasm_bindgen_test]
fn every_tone_has_a_colour_beside_its_word() {
    let status = |tone| Status { label: "Word".to_owned(), tone };
    check(status(Tone::Positive), "Word", "p-status-label--positive");
    check(status(Tone::Caution), "Word", "p-status-label--caution");
    check(status(Tone::Negative), "Word", "p-status-label--negative");
    check(status(Tone::Information), "Word", "p-status-label--information");
    check(status(Tone::Neutral), "Word", "p-status-label");
}

#[wasm_bindgen_test]
fn an_end_is_a_badge() {
    check(ExpiryStatus::Active, "Active", "p-status-label--positive");
    check(ExpiryStatus::ExpiresIn(38), "Expires in 38 days", "p-status-label--caution");
    check(ExpiryStatus::Expired, "Expired", "p-status-label--negative");
    check(ExpiryStatus::Never, "Never expires", "p-status-label--positive");
}

#[wasm_bindgen_test]
fn a_word_from_outside_stays_text() {
    let status = Status { label: "<img src=x>".to_owned(), tone: Tone::Neutral };
    check(status, "<img src=x>", "p-status-label");
}
