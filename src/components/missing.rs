//! Something that the server does not know.

use leptos::prelude::*;

use crate::components::empty::Empty;
use crate::navigation::use_navigation;
use crate::route::Route;

/// Says that there is no such thing, and leads to the list of those that there are.
#[component]
pub fn Missing(
    /// What it is called, such as "Contract".
    what: &'static str,
    /// Where all of them are.
    list: Route,
) -> impl IntoView {
    let (href, name) = (use_navigation().href(&list), list.heading());
    view! {
        <Empty title=format!("{what} not found")>
            {format!("This account has no {} with this ID. ", what.to_lowercase())}
            <a href=href>{name}</a>
        </Empty>
    }
}
