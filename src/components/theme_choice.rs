//! The choice of the theme.

use leptos::prelude::*;

use crate::theme::Theme;
use crate::words;

/// A choice between the system's theme, a light and a dark one.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let current = Theme::current();
    let options = Theme::ALL.map(|theme| {
        view! { <option value=theme.name() selected=theme == current>{theme.label()}</option> }
    });
    view! {
        <div class="theme-choice">
            <label for="theme" class="u-off-screen">{words::theme::LABEL}</label>
            <select
                id="theme"
                class="is-dense u-no-margin--bottom"
                on:change=move |event| Theme::parse(&event_target_value(&event)).choose()
            >
                {options.collect_view()}
            </select>
        </div>
    }
}
