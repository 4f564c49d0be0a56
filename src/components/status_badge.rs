//! A status in words and colour.

use leptos::prelude::*;

use crate::components::data_table::cell::Piece;
use crate::status::{Status, Tone};
use crate::visible;

/// A status as a label.
#[component]
pub fn StatusBadge(
    /// What it says.
    #[prop(into)]
    status: Status,
) -> impl IntoView {
    view! { <span class=class(status.tone)>{visible::line(&status.label)}</span> }
}

/// The same in a cell.
pub fn status_badge(status: &Status) -> Piece {
    Piece::element("span", visible::line(&status.label)).with("class", class(status.tone))
}

const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Positive => "p-status-label--positive",
        Tone::Caution => "p-status-label--caution",
        Tone::Negative => "p-status-label--negative",
        Tone::Information => "p-status-label--information",
        Tone::Neutral => "p-status-label",
    }
}
