//! A write that failed, beside the button that sent it.

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::components::notification::Notification;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::status::Tone;

/// Why a write failed. Where its outcome is not known, it leads to the activities to look.
#[component]
pub fn WriteError(
    /// What failed.
    error: ApiError,
) -> impl IntoView {
    if error.leaves_outcome_unknown() {
        let href = use_navigation().href(&Route::Activities);
        return view! {
            <Notification tone=Tone::Caution title="The request may have been queued">
                <p class="p-notification__message" role="alert">
                    {error.to_string()}
                    " It is not known whether Landscape took the request. This page did not send it again. Look for it in the recent activities before you send it once more."
                </p>
                <p class="p-notification__actions">
                    <a href=href>"Look at recent activities"</a>
                </p>
            </Notification>
        }
        .into_any();
    }
    view! {
        <Notification tone=Tone::Negative title="Nothing was queued">
            <p class="p-notification__message" role="alert">{sentence(&error)}</p>
        </Notification>
    }
    .into_any()
}

fn sentence(error: &ApiError) -> String {
    match error {
        ApiError::Unauthorized(_) => "Your session had ended, so the server refused the request.".to_owned(),
        error => error.to_string(),
    }
}
