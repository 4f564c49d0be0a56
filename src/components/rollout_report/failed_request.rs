//! The request after which no other was sent.

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::components::attachment_result::LeftOut;
use crate::components::notification::Notification;
use crate::components::write_error::sentence;
use crate::navigation::{Location, use_navigation};
use crate::recent::Attempt;
use crate::rollout::batches::{Batch, BatchState};
use crate::route::Route;
use crate::status::Tone;
use crate::words::{errors, rollout};

/// Why a request failed. Where its outcome is not known, it names its computers and leads to the activities to look.
#[component]
pub fn FailedRequest(
    /// Which one, counted from 1.
    place: usize,
    /// How many there are.
    many: usize,
    /// The request.
    batch: Batch,
) -> impl IntoView {
    match batch.state {
        BatchState::Refused(error) => view! {
            <Notification tone=Tone::Negative title=rollout::refused_request(place, many)>
                <p class="p-notification__message" role="alert">{sentence(&error)}</p>
            </Notification>
        }
        .into_any(),
        BatchState::Unknown(error) => view! {
            <Lost title=rollout::lost_request(place, many) error attempt=batch.attempt />
            <LeftOut
                title=rollout::MAYBE_QUEUED_TITLE
                reason=rollout::MAYBE_QUEUED_REASON
                ids=batch.computer_ids
            />
        }
        .into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn Lost(title: String, error: ApiError, attempt: Option<Attempt>) -> impl IntoView {
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
