//! How far a rollout is, as pages show it.

use crate::api::attachment::Attachment;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::recent::Attempt;
use crate::rollout::batches::{BatchState, Batches};

/// What was sent in one request, and what the server answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The computers that were sent, each once.
    pub computer_ids: Vec<ComputerId>,
    /// How many further mentions of them were folded away.
    pub duplicates: usize,
    /// The answer.
    pub attachment: Attachment,
}

/// How far a rollout is, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was sent.
    Idle,
    /// The only request is under way.
    Sending,
    /// The only request was answered.
    Done(Box<Sent>),
    /// The only request failed.
    Failed(ApiError, Option<Attempt>),
    /// There are several requests. The number tells one rollout from the next.
    InParts(u32),
}

impl Stage {
    pub(crate) fn of(batches: &Batches, round: u32) -> Self {
        let only = match batches.all() {
            [] => return Self::Idle,
            [only] => only,
            _ => return Self::InParts(round),
        };
        match &only.state {
            BatchState::Waiting | BatchState::Sending => Self::Sending,
            BatchState::Answered(attachment) => Self::Done(Box::new(Sent {
                computer_ids: only.computer_ids.clone(),
                duplicates: batches.duplicates,
                attachment: (**attachment).clone(),
            })),
            BatchState::Refused(error) | BatchState::Unknown(error) => Self::Failed(error.clone(), only.attempt),
            // Stopped before it began.
            BatchState::NotSent => Self::Idle,
        }
    }
}
