//! A form's problems, told at its top and at each field.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::error::ApiError;
use crate::effects::effect;
use crate::lasting::Lasting;
use crate::title::prefix_title;
use crate::words::{self, errors};

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

/// What is wrong with a form. Its fields and its summary show it.
#[derive(Clone, Copy)]
pub struct Problems {
    at_fields: Lasting<Vec<Problem>>,
    in_summary: Lasting<Vec<Problem>>,
    tellings: Lasting<u32>,
    /// While the summary takes the focus, the field that loses it was not left by the person.
    is_taking_focus: StoredValue<bool>,
}

impl Problems {
    /// Nothing wrong.
    pub fn new() -> Self {
        Self {
            at_fields: Lasting::default(),
            in_summary: Lasting::default(),
            tellings: Lasting::default(),
            is_taking_focus: StoredValue::new(false),
        }
    }

    /// Tells what is wrong with the form as a whole, when it was sent: at its fields and in its summary.
    pub fn tell(&self, problems: Vec<Problem>) {
        let _ = self.at_fields.try_set(problems.clone());
        let _ = self.in_summary.try_set(problems);
        let _ = self.tellings.try_update(|tellings| *tellings += 1);
    }

    /// Tells that nothing is wrong.
    pub fn clear(&self) {
        self.tell(Vec::new());
    }

    /// Tells what is wrong with one field, when it was left. What is mended leaves the summary too; nothing comes into it
    /// before the form is sent.
    pub fn tell_field(&self, field: &'static str, problem: Option<Problem>) {
        let is_known = self
            .at_fields
            .try_with_untracked(|problems| problems.iter().find(|known| known.field == field) == problem.as_ref());
        if is_known != Some(false) || self.is_taking_focus.get_value() {
            return;
        }
        let is_stale = |known: &Problem| known.field == field && Some(known) != problem.as_ref();
        if self.in_summary.with_untracked(|problems| problems.iter().any(is_stale)) {
            self.in_summary.update(|problems| problems.retain(|known| !is_stale(known)));
        }
        self.at_fields.update(|problems| {
            problems.retain(|known| known.field != field);
            problems.extend(problem.clone());
        });
    }

    /// The problem of one field, if it has one.
    pub fn of(&self, field: &'static str) -> Memo<Option<String>> {
        let problems = self.at_fields;
        Memo::new(move |_| {
            problems.with(|problems| {
                problems.iter().find(|problem| problem.field == field).map(|problem| problem.message.clone())
            })
        })
    }

    /// Changes whenever the form was sent.
    pub fn track_tellings(&self) {
        self.tellings.track();
    }
}

impl Default for Problems {
    fn default() -> Self {
        Self::new()
    }
}

/// The problems of a form, each leading to its field. Takes the focus when the form was sent with some.
#[component]
pub fn ErrorSummary(
    /// What is wrong.
    problems: Problems,
) -> impl IntoView {
    let summary = NodeRef::<Div>::new();
    let listed = problems.in_summary;
    effect(move || {
        problems.track_tellings();
        // Not as a part of the condition: nothing may hold the list while the focus goes from field to summary.
        let is_empty = listed.read_untracked().is_empty();
        if let (Some(summary), false) = (summary.get(), is_empty) {
            problems.is_taking_focus.set_value(true);
            let _ = summary.focus();
            problems.is_taking_focus.set_value(false);
        }
    });
    prefix_title(move || if listed.read().is_empty() { String::new() } else { words::ERROR_TITLE.to_owned() });
    let items =
        move || listed.get().into_iter().map(|problem| view! { <li><ProblemLine problem /></li> }).collect_view();
    let is_shown = Memo::new(move |_| !listed.read().is_empty());
    move || {
        is_shown.get().then(|| {
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
