//! A secret is hidden unless the person shows it, and is never part of the page's markup.

use landscape_licensing::components::form::{Problem, Problems};
use landscape_licensing::components::secret_field::SecretField;
use landscape_licensing::lasting::Lasting;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::events::{enter, value};
use crate::page::{Page, by_id, text};
use crate::wait::{settle, until};

struct Form {
    page: Page,
    secret: Lasting<String>,
    problems: Problems,
    field: HtmlElement,
}

async fn show_secret() -> Form {
    let page = Page::new();
    let (secret, problems) = (Lasting::new(String::new()), Problems::new());
    page.show(move || {
        view! { <SecretField id="pro-token" label="Ubuntu Pro token" hint="Kept nowhere." autocomplete="off" value=secret problems /> }
    });
    let field = page.field("Ubuntu Pro token");
    settle().await;
    Form { page, secret, problems, field }
}

impl Form {
    fn kind(&self) -> String {
        self.field.get_attribute("type").expect("it has a type")
    }
}

#[wasm_bindgen_test]
async fn a_secret_is_hidden_until_the_person_shows_it() {
    let form = show_secret().await;
    enter(&form.field, "C123SECRET");
    assert_eq!(form.kind(), "password");
    form.page.press("Show");
    until(|| form.kind() == "text").await;
    assert_eq!(form.page.names("button"), ["Hide"]);
    assert_eq!(value(&form.field), "C123SECRET");
    form.page.press("Hide");
    until(|| form.kind() == "password").await;
    assert_eq!(form.page.names("button"), ["Show"]);
}

#[wasm_bindgen_test]
async fn a_secret_is_never_part_of_the_markup() {
    let form = show_secret().await;
    enter(&form.field, "C123SECRET");
    assert_eq!(form.secret.get_untracked(), "C123SECRET");
    form.page.press("Show");
    until(|| form.kind() == "text").await;
    assert!(!form.page.root().outer_html().contains("SECRET"));
    form.secret.set("C456SECRET".to_owned());
    until(|| value(&form.field) == "C456SECRET").await;
    assert!(!form.page.root().outer_html().contains("SECRET"));
}

#[wasm_bindgen_test]
async fn a_secret_that_was_sent_and_emptied_is_hidden_again() {
    let form = show_secret().await;
    enter(&form.field, "C123SECRET");
    form.page.press("Show");
    until(|| form.kind() == "text").await;
    form.problems.clear();
    form.secret.set(String::new());
    until(|| form.kind() == "password" && value(&form.field).is_empty()).await;
}

/// Each sending of the form sets its problems anew, whether there are any or not.
#[wasm_bindgen_test]
async fn a_secret_is_hidden_again_by_each_sending() {
    let form = show_secret().await;
    enter(&form.field, "C123SECRET");
    for problems in [vec![], vec![Problem::new("pro-token", "No.")], vec![Problem::new("other", "No.")], vec![]] {
        form.page.press("Show");
        until(|| form.kind() == "text").await;
        form.problems.tell(problems);
        until(|| form.kind() == "password").await;
        assert_eq!(form.page.names("button"), ["Show"]);
        assert_eq!(value(&form.field), "C123SECRET");
    }
}

#[wasm_bindgen_test]
async fn a_secret_that_is_shown_stays_so_while_one_types() {
    let form = show_secret().await;
    form.page.press("Show");
    until(|| form.kind() == "text").await;
    enter(&form.field, "C123SECRET");
    settle().await;
    assert_eq!(form.kind(), "text");
}

#[wasm_bindgen_test]
async fn a_problem_of_a_secret_describes_its_field() {
    let form = show_secret().await;
    form.problems.tell(vec![Problem::new("pro-token", "Enter the token.")]);
    until(|| form.field.get_attribute("aria-invalid").as_deref() == Some("true")).await;
    let described = form.field.get_attribute("aria-describedby").expect("it is described");
    let told: Vec<_> = described.split(' ').map(|id| text(&by_id(id))).collect();
    assert_eq!(told, ["Kept nowhere.", "Enter the token."]);
}

#[wasm_bindgen_test]
async fn show_names_the_field_that_it_shows() {
    let form = show_secret().await;
    assert_eq!(form.page.find("button", "Show").get_attribute("aria-controls"), Some(form.field.id()));
}
