//! How far a check is, and why one gave nothing.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::components::notification::Notification;
use crate::components::ornament::Ornament;
use crate::components::preflight_words::reason;
use crate::preflight::check::{CheckState, Preflight, Purpose, Unchecked};
use crate::preflight::reading::{Phase, Progress};
use crate::status::Tone;
use crate::words::{self, preflight};

/// The progress of a check that takes long, with "Stop"; or why there is none, with "Retry".
#[component]
pub fn StateNote(
    /// The check.
    preflight: Preflight,
    /// Whether it takes long.
    is_slow: RwSignal<bool>,
) -> impl IntoView {
    let unchecked = Memo::new(move |_| match &*preflight.state.read() {
        CheckState::Unchecked(why) => Some(why.clone()),
        _ => None,
    });
    let words = move || match &*preflight.state.read() {
        CheckState::Checking(Some(progress)) => checking(*progress),
        _ => preflight::CHECKING.to_owned(),
    };
    announce(move || if is_slow.get() { preflight::CHECKING.to_owned() } else { String::new() });
    announce(move || unchecked.get().map(|why| reason(&why)).unwrap_or_default());
    view! {
        <Show when=move || is_slow.get()>
            <p class="preflight-summary__state">
                <span>
                    <Ornament class="p-icon--spinner u-animation--spin" />
                    " "
                    {words}
                </span>
                <button
                    type="button"
                    class="p-button is-dense u-no-margin--bottom"
                    on:click=move |_| preflight.stop.run(())
                >
                    {preflight::STOP}
                </button>
            </p>
        </Show>
        {move || unchecked.get().map(|why| view! { <UncheckedNote preflight why /> })}
    }
}

#[component]
fn UncheckedNote(preflight: Preflight, why: Unchecked) -> impl IntoView {
    view! {
        <Notification tone=Tone::Caution title=preflight::NOT_CHECKED>
            <p class="p-notification__message">
                {format!("{} {}", reason(&why), preflight::STILL_POSSIBLE)}
            </p>
            <button
                type="button"
                class="p-button u-no-margin--bottom"
                on:click=move |_| preflight.check.run(Purpose::Look)
            >
                {words::RETRY}
            </button>
        </Notification>
    }
}

fn checking(progress: Progress) -> String {
    let words = match progress.phase {
        Phase::Computers => preflight::checking_computers,
        Phase::Management => preflight::checking_management,
    };
    words(progress.done, progress.total)
}
