//! A choice of one from a list.

use leptos::prelude::*;

/// A list to choose from, with its label. Each option is a value and what it is called.
#[component]
pub fn Choice<Text>(
    /// Its label.
    label: &'static str,
    /// What there is to choose.
    options: Vec<(Text, Text)>,
    /// What is chosen, which lives in the URL.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what it changes to.
    on_change: Callback<String>,
    /// What is not offered, and is there as long as it is chosen: its value and its name.
    #[prop(optional, into)]
    also: Signal<Option<(String, String)>>,
) -> impl IntoView
where
    Text: Into<String>,
{
    let options = options.into_iter().map(|(name, label)| {
        let (name, label): (String, String) = (name.into(), label.into());
        view! { <option value=name.clone() selected=move || *value.read() == name>{label}</option> }
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
                {move || also.get().map(|(name, label)| view! { <option value=name selected=true>{label}</option> })}
            </select>
        </label>
    }
}
