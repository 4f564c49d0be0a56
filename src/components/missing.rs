//! Something that the server does not know.

use leptos::prelude::*;

use crate::components::empty::Empty;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::words::missing::Missing as Words;

/// Says that there is no such thing, and leads to the list of those that there are.
#[component]
pub fn Missing(
    /// What is missing, in words.
    words: &'static Words,
    /// Where all of them are.
    list: Route,
) -> impl IntoView {
    let (href, name) = (use_navigation().href(&list), list.heading());
    view! {
        <Empty title=words.title>
            {words.reason}
            " "
            <a href=href>{name}</a>
        </Empty>
    }
}
