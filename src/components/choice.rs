//! A choice of one from a list.

use leptos::prelude::*;

/// A value and what it is called.
pub type ChoiceOption = (&'static str, &'static str);

/// A list to choose from, with its label.
#[component]
pub fn Choice(
    /// Its label.
    label: &'static str,
    /// What there is to choose.
    options: Vec<ChoiceOption>,
    /// What is chosen, which lives in the URL.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what it changes to.
    on_change: Callback<String>,
) -> impl IntoView {
    let options = options.into_iter().map(|(name, label)| {
        view! { <option value=name selected=move || *value.read() == name>{label}</option> }
    });
    view! {
        <label class="choice">
            <span>{label}</span>
            <select
                // By the label around it, WebKit would take the chosen option for a part of the name.
                aria-label=label
                class="is-dense u-no-margin--bottom"
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {options.collect_view()}
            </select>
        </label>
    }
}
