//! The button that shows what would be sent, and sends nothing.

use leptos::prelude::*;

use crate::components::computer_ids_field::read_mentions;
use crate::components::form::Problems;
use crate::preflight::check::{Preflight, Purpose};
use crate::words::{self, preflight};

/// "Dry run".
#[component]
pub fn DryRun(
    /// The check.
    preflight: Preflight,
    /// The form's problems.
    problems: Problems,
) -> impl IntoView {
    let run = move |_| match read_mentions(&preflight.ids.read_untracked()) {
        Ok(_) => preflight.check.run(Purpose::DryRun),
        Err(problem) => problems.tell(vec![problem]),
    };
    view! {
        <button type="button" class="p-button" on:click=run>
            {preflight::DRY_RUN}
        </button>
    }
}

/// What is under way once the form's button was pressed.
pub fn under_way(preflight: Preflight) -> &'static str {
    if preflight.is_pressed() { preflight::CHECKING } else { words::SENDING }
}
