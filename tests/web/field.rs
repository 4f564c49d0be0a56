//! A text field with its label, hint and problem.

use landscape_licensing::components::field::{Field, FieldKind};
use landscape_licensing::components::form::Problem;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::events::{enter, value};
use crate::page::{Page, by_id, text};
use crate::wait::until;

type Problems = RwSignal<Vec<Problem>>;

fn show_field(kind: FieldKind, hint: &'static str) -> (Page, RwSignal<String>, Problems) {
    let page = Page::new();
    let (typed, problems) = (RwSignal::new("as before".to_owned()), RwSignal::new(Vec::new()));
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
    for (kind, tag) in [(FieldKind::Line("username"), "INPUT"), (FieldKind::Lines, "TEXTAREA")] {
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
    let (page, _, _) = show_field(FieldKind::Line("username"), "");
    assert_eq!(page.field("Email or identity").get_attribute("autocomplete").as_deref(), Some("username"));
}

#[wasm_bindgen_test]
async fn a_hint_and_a_problem_describe_their_field() {
    for kind in [FieldKind::Line("off"), FieldKind::Lines] {
        let (page, _, problems) = show_field(kind, "As in Landscape.");
        let field = page.field("Email or identity");
        assert_eq!(described(&field), ["As in Landscape."]);
        assert_eq!(field.get_attribute("aria-invalid"), None);

        problems.set(vec![Problem::new("other", "Not this one."), Problem::new("person", "Enter your email.")]);
        until(|| described(&field) == ["As in Landscape.", "Enter your email."]).await;
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert!(!page.text().contains("Not this one."));

        problems.set(Vec::new());
        until(|| described(&field) == ["As in Landscape."]).await;
        assert_eq!(field.get_attribute("aria-invalid"), None);
    }
}

#[wasm_bindgen_test]
async fn a_field_without_a_hint_is_described_by_its_problem_alone() {
    let (page, _, problems) = show_field(FieldKind::Line("off"), "");
    let field = page.field("Email or identity");
    assert_eq!(field.get_attribute("aria-describedby"), None);
    problems.set(vec![Problem::new("person", "Enter your email.")]);
    until(|| described(&field) == ["Enter your email."]).await;
}
