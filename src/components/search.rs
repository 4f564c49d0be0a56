//! A field that filters what is shown.

use leptos::prelude::*;

/// A search field.
#[component]
pub fn SearchField(
    /// Its label.
    label: &'static str,
    /// The text, which lives in the URL.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the text as it is typed.
    on_change: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="search">
            <input
                type="search"
                class="search__input"
                aria-label=label
                placeholder=label
                autocomplete="off"
                enterkeyhint="search"
                aria-keyshortcuts="/"
                spellcheck="false"
                prop:value=value
                on:input=move |event| on_change.run(event_target_value(&event))
            />
        </div>
    }
}
