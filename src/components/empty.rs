//! Nothing to show, and why.

use leptos::prelude::*;

/// Says why there is nothing, and what to do about it.
#[component]
pub fn Empty(
    /// What there is none of.
    #[prop(into)]
    title: String,
    /// Why, or what to do.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2 class="p-heading--4 u-no-margin--bottom">{title}</h2>
            <p class="u-text--muted">{children()}</p>
        </div>
    }
}
