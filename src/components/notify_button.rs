//! Asking for a notification of the browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::follow::followed::Followed;
use crate::notifier;
use crate::words::follow;

/// A button that asks the browser for its leave to notify. It is there while the activity goes on, in browsers that
/// notify: over plain HTTP none does.
#[component]
pub fn NotifyButton(
    /// The activity whose end is to be told.
    followed: Followed,
) -> impl IntoView {
    let is_refused = RwSignal::new(false);
    let ask = move |_| {
        spawn_local(async move {
            let granted = notifier::ask().await;
            let _ = followed.notifies.try_set(granted);
            let _ = is_refused.try_set(!granted);
        });
    };
    let is_there = Memo::new(move |_| notifier::is_there() && !followed.has_ended());
    view! {
        <Show when=move || is_there.get()>
            <Show
                when=move || followed.notifies.get()
                fallback=move || {
                    view! {
                        <button type="button" class="p-button u-no-margin--bottom" on:click=ask>
                            {follow::NOTIFY}
                        </button>
                    }
                }
            >
                <span class="u-text--muted">{follow::WILL_NOTIFY}</span>
            </Show>
            <Show when=move || is_refused.get()>
                <span role="alert">{follow::MAY_NOT_NOTIFY}</span>
            </Show>
        </Show>
    }
}
