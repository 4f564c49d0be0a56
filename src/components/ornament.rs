//! What is there for the eye alone.

use leptos::prelude::*;

/// An icon, a spinner, a mark: empty, and drawn by the style sheet. Views hold no element that is wholly static, since
/// Leptos would make it from HTML, which the page's policy forbids: the class comes as a value here.
#[component]
pub fn Ornament(
    /// The classes that draw it.
    class: &'static str,
) -> impl IntoView {
    view! { <i class=class aria-hidden="true"></i> }
}
