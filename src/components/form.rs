//! A form's problems, told at its top and at each field.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::error::ApiError;
use crate::words::errors;

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the field's input; empty where it concerns the form as a whole.
    pub field: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem of one field.
    pub fn new(field: &'static str, message: impl Into<String>) -> Self {
        Self { field, message: message.into() }
    }
}

/// A refused form, told at the field that the server's words name, and at its top alone where they name none. Nothing
/// where it failed in another way.
///
/// `fields` pairs each name of the API with the id of the input that it comes from.
pub fn refused_fields(error: &ApiError, fields: &[(&str, &'static str)]) -> Vec<Problem> {
    let ApiError::Rejected { message, .. } = error else { return Vec::new() };
    let words = message.as_deref().unwrap_or_default();
    let named: Vec<_> = fields.iter().filter(|(name, _)| names(words, name)).map(|(_, id)| *id).collect();
    if named.is_empty() {
        return vec![Problem::new("", error.to_string())];
    }
    named.into_iter().map(|id| Problem::new(id, errors::refused_field(words))).collect()
}

/// Whether a text has a name as a word of its own: "token" is not named by "attach-token".
fn names(text: &str, name: &str) -> bool {
    let is_of_a_word = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_');
    text.split(|character| !is_of_a_word(character)).any(|word| word == name)
}

/// The problem of one field, if it has one.
pub fn problem_of(problems: RwSignal<Vec<Problem>>, field: &'static str) -> Memo<Option<String>> {
    Memo::new(move |_| {
        problems.with(|problems| {
            problems.iter().find(|problem| problem.field == field).map(|problem| problem.message.clone())
        })
    })
}

/// The problems of a form, each leading to its field. Takes the focus when it appears.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let summary = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let (Some(summary), false) = (summary.get(), problems.read().is_empty()) {
            let _ = summary.focus();
        }
    });
    let items =
        move || problems.get().into_iter().map(|problem| view! { <li><ProblemLine problem /></li> }).collect_view();
    move || {
        (!problems.read().is_empty()).then(|| {
            view! {
                <div node_ref=summary class="p-notification--negative form__summary" role="alert" tabindex="-1">
                    <div class="p-notification__content">
                        <h2 class="p-notification__title">{errors::PROBLEM}</h2>
                        <ul class="p-notification__message form__problems">{items}</ul>
                    </div>
                </div>
            }
        })
    }
}

#[component]
fn ProblemLine(problem: Problem) -> impl IntoView {
    let Problem { field, message } = problem;
    if field.is_empty() {
        return message.into_any();
    }
    let lead = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus(field);
    };
    view! { <a href=format!("#{field}") on:click=lead>{message}</a> }.into_any()
}

/// Moves the focus to an element by its id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let _ = element.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, fields: &[&str]) {
        let error = ApiError::Rejected { status: 400, message: Some(words.to_owned()) };
        let problems = refused_fields(&error, &[("computer_ids", "ids"), ("token", "pro-token")]);
        assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), fields, "{words}");
        assert!(problems.iter().all(|problem| problem.message.contains(words)));
    }

    #[test]
    fn a_refusal_is_told_at_the_field_that_it_names() {
        check("token is required", &["pro-token"]);
        check("`computer_ids` must be integers, and 'token' text", &["ids", "pro-token"]);
    }

    #[test]
    fn a_refusal_that_names_no_field_is_told_at_the_top() {
        check("The attach-token endpoint is not available here.", &[""]);
        check("Tokens and so on", &[""]);
    }

    #[test]
    fn another_failure_is_not_the_forms() {
        assert_eq!(refused_fields(&ApiError::Network, &[("token", "pro-token")]), []);
    }
}
