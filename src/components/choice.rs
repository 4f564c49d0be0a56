//! A choice of one from a list.

use leptos::prelude::*;

/// A list to choose from, with its label. What there is to choose may come late.
#[component]
pub fn Choice<Text>(
    /// Its label.
    label: &'static str,
    /// What there is to choose: each value, and what it is called.
    #[prop(into)]
    options: Signal<Vec<(Text, Text)>>,
    /// What is chosen, which lives in the URL.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what it changes to.
    on_change: Callback<String>,
) -> impl IntoView
where
    Text: Into<String> + Clone + Send + Sync + 'static,
{
    let options = move || {
        let texts = |(name, label): (Text, Text)| (name.into(), label.into());
        options.get().into_iter().map(texts).collect::<Vec<(String, String)>>()
    };
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
                <For each=options key=Clone::clone let((name, label))>
                    <ChoiceOption name label value />
                </For>
            </select>
        </label>
    }
}

#[component]
fn ChoiceOption(name: String, label: String, value: Signal<String>) -> impl IntoView {
    let is_chosen = {
        let name = name.clone();
        move || *value.read() == name
    };
    view! { <option value=name selected=is_chosen>{label}</option> }
}
