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
            <p class="p-heading--4 u-no-margin--bottom">{title}</p>
            <p class="u-text--muted">{children()}</p>
        </div>
    }
}
