//! Asking for a notification of the browser.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationPermission};

use crate::follow::followed::Followed;
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
            let granted = is_granted().await;
            let _ = followed.notifies.try_set(granted);
            let _ = is_refused.try_set(!granted);
        });
    };
    let is_there = Memo::new(move |_| browser_notifies() && !followed.has_ended());
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

fn browser_notifies() -> bool {
    window().is_secure_context() && js_sys::Reflect::has(&window(), &JsValue::from_str("Notification")).unwrap_or(false)
}

async fn is_granted() -> bool {
    let Ok(asked) = Notification::request_permission() else { return false };
    JsFuture::from(asked).await.is_ok() && Notification::permission() == NotificationPermission::Granted
}
