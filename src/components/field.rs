//! A text of one line or many, with its label, hint and problem.

use leptos::prelude::*;

use crate::components::form::{Problem, problem_of};

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line; the name of what browsers may fill in, or "off".
    Line(&'static str),
    /// Many lines.
    Lines,
}

/// A text field.
#[component]
pub fn Field(
    /// The input's id, unique on its page.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What to type, where the label does not say it all.
    #[prop(optional)]
    hint: &'static str,
    /// What is typed into it.
    kind: FieldKind,
    /// The text as it is typed.
    value: RwSignal<String>,
    /// The form's problems.
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let problem = problem_of(problems, id);
    let invalid = move || problem.read().is_some().then_some("true");
    let described = described_by(id, hint, problem);
    let input = match kind {
        FieldKind::Line(autocomplete) => view! {
            <input
                type="text" id=id class="p-form-validation__input" autocomplete=autocomplete autocapitalize="none"
                spellcheck="false" aria-invalid=invalid aria-describedby=described prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
        .into_any(),
        FieldKind::Lines => view! {
            <textarea
                id=id class="p-form-validation__input" rows="5" autocomplete="off" spellcheck="false"
                aria-invalid=invalid aria-describedby=described prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
        }
        .into_any(),
    };
    view! {
        <FieldFrame id hint problem label=view! { <label class="p-form__label" for=id>{label}</label> }.into_any()>
            {input}
        </FieldFrame>
    }
}

/// The ids of what describes a field: its hint first, then its problem.
pub fn described_by(id: &'static str, hint: &'static str, problem: Memo<Option<String>>) -> Memo<Option<String>> {
    Memo::new(move |_| {
        let hint = (!hint.is_empty()).then(|| format!("{id}-hint"));
        let problem = problem.read().is_some().then(|| format!("{id}-problem"));
        match (hint, problem) {
            (Some(hint), Some(problem)) => Some(format!("{hint} {problem}")),
            (hint, problem) => hint.or(problem),
        }
    })
}

/// What stands around an input: its label above, then its hint, and its problem below.
#[component]
pub fn FieldFrame(
    /// The input's id.
    id: &'static str,
    /// What to type; may be empty.
    hint: &'static str,
    /// What is wrong, if anything is.
    problem: Memo<Option<String>>,
    /// The label, tied to the input.
    label: AnyView,
    /// The input.
    children: Children,
) -> impl IntoView {
    let hint = (!hint.is_empty()).then(|| {
        view! { <p class="p-form-help-text" id=format!("{id}-hint")>{hint}</p> }
    });
    view! {
        <div class="p-form__group p-form-validation field" class:is-error=move || problem.read().is_some()>
            {label}
            {hint}
            <div class="p-form__control">
                {children()}
                {move || {
                    problem
                        .get()
                        .map(|message| {
                            view! {
                                <p class="p-form-validation__message field__problem" id=format!("{id}-problem")>
                                    {message}
                                </p>
                            }
                        })
                }}
            </div>
        </div>
    }
}
