//! What the statuses on a page mean, one press away.

use leptos::prelude::*;

use crate::components::dialog::{CloseButton, Dialog};
use crate::components::status_badge::StatusBadge;
use crate::status::Meaning;
use crate::words::{self, status_help};

/// A button that opens the meanings of the statuses.
#[component]
pub fn StatusHelp(
    /// Each status with what it means.
    meanings: Vec<Meaning>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let actions = move || view! { <CloseButton open label=words::CLOSE /> };
    view! {
        <button
            type="button"
            class="p-button--link status-help__button"
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            {status_help::BUTTON}
        </button>
        <Dialog open id="status-help" title=Signal::stored(status_help::BUTTON.to_owned()) actions>
            <dl>{rows(&meanings)}</dl>
        </Dialog>
    }
}

fn rows(meanings: &[Meaning]) -> impl IntoView + use<> {
    let row = |Meaning { status, meaning }: Meaning| {
        view! {
            <div class="status-help__row">
                <dt>
                    <StatusBadge status />
                </dt>
                <dd class="status-help__meaning">{meaning}</dd>
            </div>
        }
    };
    meanings.iter().cloned().map(row).collect_view()
}
