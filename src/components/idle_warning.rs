//! Asking whether somebody is still there.

use leptos::prelude::*;

use crate::components::dialog::{CloseButton, Dialog};
use crate::effects::effect;
use crate::words::{self, idle};

/// A dialog while the end of an idle session is near. Escape and "Stay signed in" answer it.
#[component]
pub fn IdleWarning(
    /// Seconds until the session ends, once that is warned of.
    seconds_left: Signal<Option<i64>>,
    /// Called when the person is there.
    on_stay: Callback<()>,
    /// Called when the person wants the session to end.
    on_sign_out: Callback<()>,
) -> impl IntoView {
    let is_warned = Memo::new(move |_| seconds_left.get().is_some());
    let open = RwSignal::new(false);
    effect(move || open.set(is_warned.get()));
    let closed = Memo::new(move |_| !open.get());
    Effect::new(move |was: Option<bool>| {
        let is = closed.get();
        // Closed by the person, and not since they were seen elsewhere.
        if was == Some(false) && is && is_warned.get_untracked() {
            on_stay.run(());
        }
        is
    });
    let sentence = Memo::new(move |_| seconds_left.get().map(idle::ends_in).unwrap_or_default());
    let actions = move || {
        view! {
            <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| on_sign_out.run(())>
                {words::SIGN_OUT}
            </button>
            <CloseButton open label=idle::STAY />
        }
    };
    view! {
        <Dialog open id="idle" title=Signal::stored(idle::QUESTION.to_owned()) actions>
            <p>{move || sentence.get()}</p>
            <p>{idle::MEANS}</p>
        </Dialog>
    }
}
