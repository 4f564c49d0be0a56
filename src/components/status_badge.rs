//! A status in words and colour.

use leptos::prelude::*;

use crate::status::{Status, Tone};
use crate::visible;

/// A status as a label.
#[component]
pub fn StatusBadge(
    /// What it says.
    #[prop(into)]
    status: Status,
) -> impl IntoView {
    let class = match status.tone {
        Tone::Positive => "p-status-label--positive",
        Tone::Caution => "p-status-label--caution",
        Tone::Negative => "p-status-label--negative",
        Tone::Information => "p-status-label--information",
        Tone::Neutral => "p-status-label",
    };
    view! { <span class=class>{visible::line(&status.label)}</span> }
}
