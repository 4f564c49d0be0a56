//! The heading of a page.

use leptos::prelude::*;

use crate::visible;

/// The id of the heading: focus goes there when the page changes.
pub const HEADING_ID: &str = "page-heading";

/// A page's heading.
#[component]
pub fn PageHeader(
    /// The heading's text.
    heading: String,
    /// What stands beside it, such as a status.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            <h1 id=HEADING_ID class="p-heading--2 page-header__heading" tabindex="-1" dir="auto">
                {visible::line(&heading)}
            </h1>
            {children.map(|children| children())}
        </header>
    }
}
