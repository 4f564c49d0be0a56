//! A failure, in place.

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::components::notification::Notification;
use crate::status::Tone;
use crate::words;
use crate::words::errors;

/// A read that failed: what happened, and a way to try again.
#[component]
pub fn ErrorView(
    /// What failed.
    error: ApiError,
    /// Called when the person wants to try again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let advice = match &error {
        ApiError::Network => errors::CHECK_CONNECTION,
        ApiError::Forbidden(_) => errors::ASK_FOR_ACCESS,
        error if error.is_retryable() => errors::TRY_AGAIN,
        _ => "",
    };
    view! { <NotLoaded text=format!("{error} {advice}") on_retry /> }
}

/// What did not come: why, and a way to try again.
#[component]
pub fn NotLoaded(
    /// What happened, and what one can do.
    #[prop(into)]
    text: String,
    /// Called when the person wants to try again.
    on_retry: Callback<()>,
) -> impl IntoView {
    view! {
        <Notification tone=Tone::Negative title=errors::NOT_LOADED>
            <p class="p-notification__message" role="alert">{text}</p>
            <div class="p-notification__actions">
                <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| on_retry.run(())>
                    {words::RETRY}
                </button>
            </div>
        </Notification>
    }
}
