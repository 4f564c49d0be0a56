//! The line above a table.

use leptos::prelude::*;

use crate::components::status_help::StatusHelp;
use crate::status::Meaning;

/// How many rows there are, and the way to what their statuses mean.
#[component]
pub fn TableCount(
    /// How many, in words.
    #[prop(into)]
    text: Signal<String>,
    /// Each status with what it means.
    meanings: Vec<Meaning>,
    /// What can be done with the rows.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="table-count">
            <p class="table-count__text">{text}</p>
            {children.map(|children| view! { <div class="table-count__actions">{children()}</div> })}
            <StatusHelp meanings />
        </div>
    }
}
