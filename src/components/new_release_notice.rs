//! That there is a new release of the app, with the way to it.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::components::notification::Notification;
use crate::status::Tone;
use crate::words::{self, release};

/// The id of what says why nothing can be done now.
const HINDRANCE: &str = "new-release-hindrance";

/// Says so once, until it is closed. While an order is being sent, it says why the page is not to be reloaded yet.
#[component]
pub fn NewReleaseNotice(
    /// Whether there is one.
    is_there: Signal<bool>,
    /// Whether an order is being sent.
    is_sending: Signal<bool>,
    /// Called when the person wants it.
    on_reload: Callback<()>,
) -> impl IntoView {
    let is_closed = RwSignal::new(false);
    let press = move |_| {
        if !is_sending.get_untracked() {
            on_reload.run(());
        }
    };
    let hindered = move || is_sending.get().then_some(release::SENDING);
    let notice = move || {
        announce(|| [release::NEW, release::MEANS].join(". "));
        view! {
            <Notification tone=Tone::Information title=release::NEW>
                <p class="p-notification__message">{release::MEANS} " " <span id=HINDRANCE>{hindered}</span></p>
                <button
                    type="button"
                    class="p-button is-dense u-no-margin--bottom"
                    aria-disabled=move || is_sending.get().then_some("true")
                    aria-describedby=move || is_sending.get().then_some(HINDRANCE)
                    on:click=press
                >
                    {release::RELOAD}
                </button>
                <button type="button" class="p-button is-dense u-no-margin--bottom" on:click=move |_| is_closed.set(true)>
                    {words::CLOSE}
                </button>
            </Notification>
        }
    };
    view! { <Show when=move || is_there.get() && !is_closed.get()>{notice()}</Show> }
}
