//! How far the sending is.

use leptos::prelude::*;

use crate::components::progress_bar::ProgressBar;
use crate::follow::progress::Progress;
use crate::rollout::outcome::UnderWay;
use crate::words::rollout;

/// Which request of how many is under way, and the button that lets no other follow.
#[component]
pub fn SendingProgress(
    /// How far it is; nothing once it is over.
    sending: Memo<Option<UnderWay>>,
    /// Called when the person wants nothing more to be sent.
    on_stop: Callback<()>,
) -> impl IntoView {
    let sentence = Memo::new(move |_| sending.get().map(|sending| sending.sentence).unwrap_or_default());
    let progress = Memo::new(move |_| sending.get().map(|sending| sending.progress).unwrap_or_default());
    let is_stopping = Memo::new(move |_| sending.get().is_some_and(|sending| sending.is_stopping));
    view! {
        <div class="rollout-report__sending">
            <p class="rollout-report__request">{sentence}</p>
            <ProgressBar label=rollout::SENT progress words=sent />
            <p class="rollout-report__stop">
                <button
                    type="button"
                    class="p-button u-no-margin--bottom"
                    aria-disabled=move || is_stopping.get().then_some("true")
                    on:click=move |_| on_stop.run(())
                >
                    {rollout::STOP}
                </button>
                <span class="u-text--muted">
                    {move || if is_stopping.get() { rollout::STOPPING } else { rollout::STOP_HINT }}
                </span>
            </p>
        </div>
    }
}

fn sent(progress: &Progress) -> String {
    rollout::sent_so_far(progress.done(), progress.total)
}
