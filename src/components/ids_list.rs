//! Ids of computers, to be read and copied.

use leptos::prelude::*;

use crate::api::id::ComputerId;
use crate::components::copy_button::CopyButton;
use crate::computer_ids::print;

/// A text of more characters can be too long for its box, which then scrolls, by keyboard too.
const SHORT: usize = 60;

/// Any number of ids, and a button that copies them.
#[component]
pub fn IdsList(
    /// What they are.
    #[prop(into)]
    label: String,
    /// The computers.
    ids: Vec<ComputerId>,
    /// What the button copies.
    describes: &'static str,
) -> impl IntoView {
    let text = print(&ids);
    let is_long = text.len() > SHORT;
    view! {
        <div
            class="ids-list"
            role=is_long.then_some("region")
            aria-label=is_long.then_some(label)
            tabindex=is_long.then_some("0")
        >
            <p class="ids-list__text">{text.clone()}</p>
        </div>
        <CopyButton text describes />
    }
}
