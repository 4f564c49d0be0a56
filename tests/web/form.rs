//! A form's problems, told at its top.

use landscape_licensing::components::field::{Field, FieldKind};
use landscape_licensing::components::form::{ErrorSummary, Problem};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, has_focus, within};
use crate::wait::{settle, until};

type Problems = RwSignal<Vec<Problem>>;

fn show_form() -> (Page, Problems) {
    let page = Page::new();
    let (typed, problems) = (RwSignal::default(), RwSignal::new(Vec::new()));
    page.show(move || {
        view! {
            <ErrorSummary problems />
            <Field id="person" label="Email or identity" kind=FieldKind::Line("off") value=typed problems />
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
    problems.set(problems_of_two());
    until(|| page.has("alert")).await;
    let summary = page.the("alert");
    until(|| has_focus(&summary)).await;
    assert_eq!(page.names("heading"), ["There is a problem"]);
    assert_eq!(page.names("li"), ["Enter your email.", "The server is away."]);
    problems.set(Vec::new());
    until(|| !page.has("alert")).await;
}

#[wasm_bindgen_test]
async fn further_problems_take_the_focus_again() {
    let (page, problems) = show_form();
    problems.set(problems_of_two());
    until(|| page.has("alert")).await;
    until(|| has_focus(&page.the("alert"))).await;
    page.field("Email or identity").focus().expect("a field takes the focus");
    assert!(!has_focus(&page.the("alert")));
    problems.set(vec![Problem::new("person", "Enter your email.")]);
    until(|| has_focus(&page.the("alert"))).await;
    assert_eq!(page.names("li"), ["Enter your email."]);
}

#[wasm_bindgen_test]
async fn a_problem_leads_to_its_field_and_stays_on_the_page() {
    let (page, problems) = show_form();
    let before = location().href().expect("a page has an address");
    problems.set(problems_of_two());
    until(|| page.has("alert")).await;
    page.find("link", "Enter your email.").click();
    assert!(has_focus(&page.field("Email or identity")));
    assert_eq!(location().href().expect("a page has an address"), before);
}

#[wasm_bindgen_test]
async fn a_problem_of_the_whole_form_is_no_link() {
    let (page, problems) = show_form();
    problems.set(problems_of_two());
    until(|| page.has("alert")).await;
    assert_eq!(within(&page.the("alert"), "link").len(), 1);
}
