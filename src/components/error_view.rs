//! A failure, in place.

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::components::notification::Notification;
use crate::status::Tone;

/// A read that failed: what happened, and a way to try again.
#[component]
pub fn ErrorView(
    /// What failed.
    error: ApiError,
    /// Called when the person wants to try again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let advice = match &error {
        ApiError::Network => "Check your connection, then try again.",
        ApiError::Forbidden(_) => "Ask an administrator of the account for access, or change the account.",
        error if error.is_retryable() => "Try again in a moment.",
        _ => "",
    };
    view! {
        <Notification tone=Tone::Negative title="This could not be loaded">
            <p class="p-notification__message" role="alert">{format!("{error} {advice}")}</p>
            <div class="p-notification__actions">
                <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| on_retry.run(())>
                    "Retry"
                </button>
            </div>
        </Notification>
    }
}
