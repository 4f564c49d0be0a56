//! A text of one line or many, with its label, hint and problem.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::AddEventListenerOptions;

use crate::components::form::{Problem, Problems};
use crate::lasting::Lasting;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    Line(LineKind),
    /// Many lines.
    Lines,
}

/// What browsers need to know of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineKind {
    /// The name of what browsers may fill in, or "off".
    pub autocomplete: &'static str,
    /// Which keyboard a touch screen shows.
    pub inputmode: &'static str,
    /// What its Enter key says.
    pub enterkeyhint: &'static str,
}

/// Tells what is wrong with a text.
pub type Check = fn(&str) -> Option<Problem>;

/// Checks a field that was left with something in it. What is missing is told when the form is sent: until then it may be
/// on its way.
pub fn check_left(id: &'static str, value: Lasting<String>, check: Option<Check>, problems: Problems) {
    let found = value.try_with_untracked(|text| (!text.trim().is_empty()).then(|| check.and_then(|check| check(text))));
    if let Some(Some(problem)) = found {
        problems.tell_field(id, problem);
    }
}

/// Acts now, or once the pointer is let go: what moves under a press would lose its click.
pub fn after_press(act: impl FnOnce() + 'static) {
    let pressed = document().query_selector(":active").ok().flatten();
    if pressed.is_none() {
        return act();
    }
    let later = Closure::once_into_js(move || set_timeout(act, Duration::ZERO));
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        "pointerup",
        later.unchecked_ref(),
        &options,
    );
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
    value: Lasting<String>,
    /// What is wrong with a text, told when the field is left.
    #[prop(optional)]
    check: Option<Check>,
    /// The form's problems.
    problems: Problems,
) -> impl IntoView {
    let problem = problems.of(id);
    let leave = move |_| after_press(move || check_left(id, value, check, problems));
    let invalid = move || problem.read().is_some().then_some("true");
    let described = described_by(id, hint, problem);
    let input = match kind {
        FieldKind::Line(LineKind { autocomplete, inputmode, enterkeyhint }) => view! {
            <input
                type="text" id=id class="p-form-validation__input" autocomplete=autocomplete inputmode=inputmode
                enterkeyhint=enterkeyhint autocapitalize="none"
                spellcheck="false" aria-invalid=invalid aria-describedby=described prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event)) on:blur=leave
            />
        }
        .into_any(),
        FieldKind::Lines => view! {
            <textarea
                id=id class="p-form-validation__input" rows="5" autocomplete="off" spellcheck="false"
                aria-invalid=invalid aria-describedby=described prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event)) on:blur=leave
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
                                <div class="field__problem">
                                    <p class="p-form-validation__message" id=format!("{id}-problem")>
                                        {message}
                                    </p>
                                </div>
                            }
                        })
                }}
            </div>
        </div>
    }
}
