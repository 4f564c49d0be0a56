//! What can be searched for, one press away.

use leptos::prelude::*;

use crate::components::dialog::{CloseButton, Dialog};
use crate::words;
use crate::words::computers_page::query_help;

/// A button that opens examples of Landscape's query syntax.
#[component]
pub fn QueryHelp() -> impl IntoView {
    let open = RwSignal::new(false);
    let actions = move || view! { <CloseButton open label=words::CLOSE /> };
    view! {
        <button
            type="button"
            class="p-button--link query-help__button"
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            {query_help::BUTTON}
        </button>
        <Dialog open id="query-help" title=Signal::stored(query_help::BUTTON.to_owned()) actions>
            <p>{query_help::INTRO}</p>
            <dl>{query_help::EXAMPLES.map(example).collect_view()}</dl>
            <p>{query_help::OR}</p>
        </Dialog>
    }
}

fn example((typed, finds): (&'static str, &'static str)) -> impl IntoView {
    view! {
        <div class="query-help__row">
            <dt>
                <code>{typed}</code>
            </dt>
            <dd class="query-help__meaning">{finds}</dd>
        </div>
    }
}
