//! The request after which no other was sent.

use leptos::prelude::*;

use crate::components::attachment_result::LeftOut;
use crate::components::notification::Notification;
use crate::components::write_error::{LostWrite, sentence};
use crate::rollout::batches::{Batch, BatchState};
use crate::status::Tone;
use crate::words::rollout;

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
            <LostWrite title=rollout::lost_request(place, many) error attempt=batch.attempt />
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
