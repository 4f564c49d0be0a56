//! A text field with its label, hint and problem.

use landscape_licensing::components::field::{Check, Field, FieldKind, LineKind};
use landscape_licensing::components::form::{ErrorSummary, Problem, Problems};
use landscape_licensing::lasting::Lasting;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::events::{dispatch, enter, value};
use crate::page::{Page, by_id, text};
use crate::wait::{settle, until};

/// A line that browsers may fill in.
fn line(autocomplete: &'static str) -> FieldKind {
    FieldKind::Line(LineKind { autocomplete, inputmode: "email", enterkeyhint: "next" })
}

fn show_field(kind: FieldKind, hint: &'static str) -> (Page, Lasting<String>, Problems) {
    let page = Page::new();
    let (typed, problems) = (Lasting::new("as before".to_owned()), Problems::new());
    page.show(move || view! { <Field id="person" label="Email or identity" hint kind value=typed problems /> });
    (page, typed, problems)
}

/// What describes a field, in the order of its ids.
fn described(field: &HtmlElement) -> Vec<String> {
    let ids = field.get_attribute("aria-describedby").unwrap_or_default();
    ids.split(' ').filter(|id| !id.is_empty()).map(|id| text(&by_id(id))).collect()
}

#[wasm_bindgen_test]
async fn a_label_is_tied_to_its_field_and_the_text_goes_both_ways() {
    for (kind, tag) in [(line("username"), "INPUT"), (FieldKind::Lines, "TEXTAREA")] {
        let (page, typed, _) = show_field(kind, "");
        let field = page.field("Email or identity");
        assert_eq!(field.tag_name(), tag);
        until(|| value(&field) == "as before").await;
        enter(&field, " john ");
        assert_eq!(typed.get_untracked(), " john ", "it is not trimmed while one types");
        typed.set(String::new());
        until(|| value(&field).is_empty()).await;
    }
}

#[wasm_bindgen_test]
fn a_line_says_what_browsers_may_fill_in() {
    let (page, _, _) = show_field(line("username"), "");
    let field = page.field("Email or identity");
    for (attribute, expected) in [("autocomplete", "username"), ("inputmode", "email"), ("enterkeyhint", "next")] {
        assert_eq!(field.get_attribute(attribute).as_deref(), Some(expected));
    }
}

#[wasm_bindgen_test]
async fn a_hint_and_a_problem_describe_their_field() {
    for kind in [line("off"), FieldKind::Lines] {
        let (page, _, problems) = show_field(kind, "As in Landscape.");
        let field = page.field("Email or identity");
        assert_eq!(described(&field), ["As in Landscape."]);
        assert_eq!(field.get_attribute("aria-invalid"), None);

        problems.tell(vec![Problem::new("other", "Not this one."), Problem::new("person", "Enter your email.")]);
        until(|| described(&field) == ["As in Landscape.", "Enter your email."]).await;
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert!(!page.text().contains("Not this one."));

        problems.clear();
        until(|| described(&field) == ["As in Landscape."]).await;
        assert_eq!(field.get_attribute("aria-invalid"), None);
    }
}

#[wasm_bindgen_test]
async fn a_field_without_a_hint_is_described_by_its_problem_alone() {
    let (page, _, problems) = show_field(line("off"), "");
    let field = page.field("Email or identity");
    assert_eq!(field.get_attribute("aria-describedby"), None);
    problems.tell(vec![Problem::new("person", "Enter your email.")]);
    until(|| described(&field) == ["Enter your email."]).await;
}

/// A form with one field, which takes nothing but "good".
fn show_checked() -> (Page, Problems, HtmlElement) {
    let page = Page::new();
    let (typed, problems) = (Lasting::default(), Problems::new());
    let check: Check = |text| (text != "good").then(|| Problem::new("person", format!("“{text}” is bad.")));
    page.show(move || {
        view! {
            <ErrorSummary problems />
            <Field id="person" label="Email or identity" kind=line("off") value=typed check problems />
        }
    });
    let field = page.field("Email or identity");
    (page, problems, field)
}

fn leave_with(field: &HtmlElement, text: &str) {
    enter(field, text);
    dispatch(field, "FocusEvent", "blur", &[]);
}

#[wasm_bindgen_test]
async fn a_problem_is_told_when_its_field_is_left_and_not_while_one_types() {
    let (page, _, field) = show_checked();
    enter(&field, "ba");
    settle().await;
    assert_eq!(described(&field), [""; 0]);
    leave_with(&field, "bad");
    until(|| described(&field) == ["“bad” is bad."]).await;
    assert!(!page.has("alert"), "the summary is for what was sent");
    enter(&field, "good");
    settle().await;
    assert_eq!(described(&field), ["“bad” is bad."]);
    leave_with(&field, "good");
    until(|| described(&field).is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_field_that_is_left_empty_says_nothing_until_the_form_is_sent() {
    let (_, problems, field) = show_checked();
    leave_with(&field, "");
    settle().await;
    assert_eq!(described(&field), [""; 0]);
    problems.tell(vec![Problem::new("person", "Enter your email.")]);
    until(|| described(&field) == ["Enter your email."]).await;
    leave_with(&field, "");
    settle().await;
    assert_eq!(described(&field), ["Enter your email."]);
}

#[wasm_bindgen_test]
async fn what_is_mended_leaves_the_summary_and_nothing_new_comes_into_it() {
    let (page, problems, field) = show_checked();
    problems.tell(vec![Problem::new("person", "Enter your email."), Problem::new("", "The server is away.")]);
    until(|| page.has("alert")).await;
    leave_with(&field, "bad");
    until(|| page.names("li") == ["The server is away."]).await;
    assert_eq!(described(&field), ["“bad” is bad."]);
}
