//! A write that failed, beside the button that sent it.

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::components::notification::Notification;
use crate::navigation::{Location, use_navigation};
use crate::recent::Attempt;
use crate::route::Route;
use crate::status::Tone;
use crate::words::errors;

/// Why a write failed. Where its outcome is not known, it leads to the activities to look.
#[component]
pub fn WriteError(
    /// What failed.
    error: ApiError,
    /// What was sent: which activities to look for.
    #[prop(optional_no_strip)]
    attempt: Option<Attempt>,
) -> impl IntoView {
    if error.leaves_outcome_unknown() {
        return view! { <LostWrite title=errors::MAYBE_QUEUED error attempt /> }.into_any();
    }
    view! {
        <Notification tone=Tone::Negative title=errors::NOTHING_QUEUED>
            <p class="p-notification__message" role="alert">{sentence(&error)}</p>
        </Notification>
    }
    .into_any()
}

/// A write whose outcome is not known: why, and the way to the activities that it may have made.
#[component]
pub fn LostWrite(
    /// What may have become of it.
    #[prop(into)]
    title: String,
    /// What failed.
    error: ApiError,
    /// What was sent: which activities to look for.
    #[prop(optional_no_strip)]
    attempt: Option<Attempt>,
) -> impl IntoView {
    let query = attempt.map(Attempt::to_query).unwrap_or_default();
    let href = use_navigation().address(&Location { route: Route::Activities, query });
    view! {
        <Notification tone=Tone::Caution title>
            <p class="p-notification__message" role="alert">
                {error.to_string()}
                " "
                {errors::OUTCOME_UNKNOWN}
            </p>
            <p class="p-notification__actions">
                <a href=href>{errors::LOOK_AT_ACTIVITIES}</a>
            </p>
        </Notification>
    }
}

/// Why a write failed that was certainly not carried out.
pub fn sentence(error: &ApiError) -> String {
    match error {
        ApiError::Unauthorized(_) => errors::SESSION_OVER.to_owned(),
        error => error.to_string(),
    }
}
