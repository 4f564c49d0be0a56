//! A secret: hidden unless the person shows it, and again once the field is left.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::components::field::{Check, FieldFrame, after_press, check_left, described_by};
use crate::components::form::Problems;
use crate::effects::effect;
use crate::lasting::Lasting;
use crate::words::secret;

/// A password field with "Show". Its text is a property of the input, never an attribute of the page.
#[component]
pub fn SecretField(
    /// The input's id, unique on its page.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What to type, where the label does not say it all.
    #[prop(optional)]
    hint: &'static str,
    /// The name of what browsers may fill in, or "off".
    autocomplete: &'static str,
    /// The secret as it is typed.
    value: Lasting<String>,
    /// What is wrong with it, told when the field is left.
    #[prop(optional)]
    check: Option<Check>,
    /// The form's problems.
    problems: Problems,
) -> impl IntoView {
    let problem = problems.of(id);
    let shown = RwSignal::new(false);
    effect(move || {
        if value.read().is_empty() {
            shown.set(false);
        }
    });
    effect(move || {
        // What was shown is hidden again when the form is sent.
        problems.track_tellings();
        shown.set(false);
    });
    // The browser may take the focus from the field between the press and its click.
    let wanted = StoredValue::new(None);
    let press = move |_| {
        let wanted = wanted.try_update_value(Option::take).flatten();
        shown.update(|shown| *shown = wanted.unwrap_or(!*shown));
    };
    let toggle_id = format!("{id}-toggle");
    let controls = toggle_id.clone();
    let leave = move |event: web_sys::FocusEvent| {
        if !goes_to(&event, &[id, &controls]) {
            shown.set(false);
        }
    };
    let leave_toggle = leave.clone();
    let label = view! {
        <div class="p-form-password-toggle secret-field__label">
            <label class="p-form__label" for=id>{label}</label>
            <button
                type="button"
                class="p-button--base u-no-margin--bottom is-dense has-icon"
                id=toggle_id
                aria-controls=id
                on:pointerdown=move |_| wanted.set_value(Some(!shown.get_untracked()))
                on:click=press
                on:blur=leave_toggle
            >
                <span>{move || if shown.get() { secret::HIDE } else { secret::SHOW }}</span>
                <i class=move || if shown.get() { "p-icon--hide" } else { "p-icon--show" }></i>
            </button>
        </div>
    };
    view! {
        <FieldFrame id hint problem label=label.into_any()>
            <input
                id=id
                class="p-form-validation__input"
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=autocomplete
                enterkeyhint="go"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=described_by(id, hint, problem)
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                on:blur=move |event| {
                    leave(event);
                    after_press(move || check_left(id, value, check, problems));
                }
            />
        </FieldFrame>
    }
}

/// Whether the focus goes from one part of the field to another.
fn goes_to(event: &web_sys::FocusEvent, ids: &[&str]) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    to.is_some_and(|element| ids.contains(&element.id().as_str()))
}
