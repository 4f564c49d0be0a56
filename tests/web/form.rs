//! A form's problems, told at its top.

use landscape_licensing::api::error::ApiError;
use landscape_licensing::components::field::{Field, FieldKind};
use landscape_licensing::components::form::{ErrorSummary, Problem, Problems, refused_fields};
use landscape_licensing::lasting::Lasting;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, has_focus, within};
use crate::wait::{settle, until};

fn show_form() -> (Page, Problems) {
    let page = Page::new();
    let (typed, problems) = (Lasting::default(), Problems::new());
    page.show(move || {
        view! {
            <ErrorSummary problems />
            <Field id="person" label="Email or identity" kind=FieldKind::Lines value=typed problems />
        }
    });
    (page, problems)
}

fn problems_of_two() -> Vec<Problem> {
    vec![Problem::new("person", "Enter your email."), Problem::new("", "The server is away.")]
}

#[wasm_bindgen_test]
async fn problems_are_told_at_the_top_which_takes_the_focus() {
    let (page, problems) = show_form();
    settle().await;
    assert!(!page.has("alert"));
    problems.tell(problems_of_two());
    until(|| page.has("alert")).await;
    let summary = page.the("alert");
    until(|| has_focus(&summary)).await;
    assert_eq!(page.names("heading"), ["There is a problem"]);
    assert_eq!(page.names("li"), ["Enter your email.", "The server is away."]);
    problems.clear();
    until(|| !page.has("alert")).await;
}

#[wasm_bindgen_test]
async fn further_problems_take_the_focus_again() {
    let (page, problems) = show_form();
    problems.tell(problems_of_two());
    until(|| page.has("alert")).await;
    until(|| has_focus(&page.the("alert"))).await;
    page.field("Email or identity").focus().expect("a field takes the focus");
    assert!(!has_focus(&page.the("alert")));
    problems.tell(vec![Problem::new("person", "Enter your email.")]);
    until(|| has_focus(&page.the("alert"))).await;
    assert_eq!(page.names("li"), ["Enter your email."]);
}

#[wasm_bindgen_test]
async fn a_problem_leads_to_its_field_and_stays_on_the_page() {
    let (page, problems) = show_form();
    let before = location().href().expect("a page has an address");
    problems.tell(problems_of_two());
    until(|| page.has("alert")).await;
    page.find("link", "Enter your email.").click();
    assert!(has_focus(&page.field("Email or identity")));
    assert_eq!(location().href().expect("a page has an address"), before);
}

#[wasm_bindgen_test]
async fn a_problem_of_the_whole_form_is_no_link() {
    let (page, problems) = show_form();
    problems.tell(problems_of_two());
    until(|| page.has("alert")).await;
    assert_eq!(within(&page.the("alert"), "link").len(), 1);
}

#[track_caller]
fn check_refused(status: u16, words: Option<&str>, told_at: &[&str]) {
    let error = ApiError::Rejected { status, message: words.map(str::to_owned) };
    let problems = refused_fields(&error, &[("computer_ids", "ids"), ("token", "pro-token")]);
    let fields: Vec<_> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, told_at, "{words:?}");
    for problem in problems {
        assert!(problem.message.contains(words.unwrap_or("refused the request")), "{}", problem.message);
    }
}

#[wasm_bindgen_test]
fn every_refusal_is_told_in_the_summary() {
    for status in [400, 402, 405, 409, 413, 415, 422, 451] {
        check_refused(status, None, &[""]);
        check_refused(status, Some("It is not available."), &[""]);
        check_refused(status, Some("token is not valid"), &["pro-token"]);
    }
}

#[wasm_bindgen_test]
fn a_field_is_named_by_a_whole_word_alone() {
    check_refused(400, Some("The attach-token endpoint is off."), &[""]);
    check_refused(400, Some("pro_token, tokens and Tokenizer"), &[""]);
    check_refused(400, Some("`token`: is not valid"), &["pro-token"]);
    check_refused(400, Some("Give computer_ids and \"token\"."), &["ids", "pro-token"]);
    check_refused(400, Some("computer_ids[0] is none"), &["ids"]);
}

#[wasm_bindgen_test]
fn what_is_no_refusal_is_not_the_forms() {
    let fields = &[("token", "pro-token")];
    let words = || Some("token is not valid".to_owned());
    for error in [ApiError::Network, ApiError::Forbidden(words()), ApiError::Server { status: 500, message: words() }] {
        assert_eq!(refused_fields(&error, fields), []);
    }
}
