//! What became of every computer of an order, so that the numbers add up.

use std::collections::HashSet;

use crate::api::attachment::Attachment;
use crate::api::id::ComputerId;
use crate::rollout::batches::{Batch, BatchState};

/// For which computers of one request something was made, and for which not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Those in the activity.
    pub queued: Vec<ComputerId>,
    /// Those that the answer names as left out.
    pub left_out: Vec<ComputerId>,
    /// Those that it does not name, though no activity was made.
    pub without_activity: Vec<ComputerId>,
}

impl Taken {
    /// Of an answer to a request for computers. What it names beyond those was not sent, and does not count.
    pub fn of(attachment: &Attachment, sent: &[ComputerId]) -> Self {
        let named: HashSet<_> =
            attachment.invalid_computer_ids.iter().chain(&attachment.nonexistent_computer_ids).collect();
        let (left_out, others) = sent.iter().partition(|id| named.contains(id));
        match attachment.activity {
            Some(_) => Self { queued: others, left_out, without_activity: Vec::new() },
            None => Self { queued: Vec::new(), left_out, without_activity: others },
        }
    }
}

/// How many computers became what. Every computer of the order is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Account {
    /// All of them.
    pub total: usize,
    /// Those that are in an activity.
    pub queued: usize,
    /// Those that the server has left out.
    pub left_out: usize,
    /// Those that were sent without an activity that came of it.
    pub without_activity: usize,
    /// Those of a request that the server refused.
    pub refused: usize,
    /// Those of a request whose outcome is not known.
    pub unknown: usize,
    /// Those that were never sent.
    pub not_sent: usize,
    /// Those that are being sent, or are to be.
    pub to_come: usize,
}

impl Account {
    pub(crate) fn of(batches: &[Batch]) -> Self {
        batches.iter().fold(Self::default(), Self::with)
    }

    fn with(mut self, batch: &Batch) -> Self {
        let many = batch.computer_ids.len();
        self.total += many;
        match &batch.state {
            BatchState::Waiting | BatchState::Sending => self.to_come += many,
            BatchState::Refused(_) => self.refused += many,
            BatchState::Unknown(_) => self.unknown += many,
            BatchState::NotSent => self.not_sent += many,
            BatchState::Answered(attachment) => {
                let taken = Taken::of(attachment, &batch.computer_ids);
                self.queued += taken.queued.len();
                self.left_out += taken.left_out.len();
                self.without_activity += taken.without_activity.len();
            }
        }
        self
    }

    /// Those whose request was answered.
    pub fn answered(&self) -> usize {
        self.queued + self.left_out + self.without_activity
    }
}
