//! An order cut into requests, and how far each of them is.
//!
//! **Invariant:** no request is begun twice, and none after one that failed.

use std::collections::{BTreeMap, HashSet};

use crate::api::activity::Activity;
use crate::api::attachment::Attachment;
use crate::api::error::ApiError;
use crate::api::id::{ComputerId, ContractId};
use crate::recent::Attempt;
use crate::rollout::account::{Account, Taken};
use crate::rollout::order::Order;

/// How far a request is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BatchState {
    /// Others are before it.
    Waiting,
    /// It is under way.
    Sending,
    /// The server answered.
    Answered(Box<Attachment>),
    /// It was certainly not carried out.
    Refused(ApiError),
    /// It may have been carried out.
    Unknown(ApiError),
    /// It was never sent: one before it failed, or the person stopped.
    NotSent,
}

/// Some of the computers of an order, for one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The computers.
    pub computer_ids: Vec<ComputerId>,
    /// How far its request is.
    pub state: BatchState,
    /// What was sent and when, once it was.
    pub attempt: Option<Attempt>,
}

impl Batch {
    /// For which of its computers something was made, once it was answered.
    pub fn taken(&self) -> Option<Taken> {
        match &self.state {
            BatchState::Answered(attachment) => Some(Taken::of(attachment, &self.computer_ids)),
            _ => None,
        }
    }

    /// The activity that was made, if any.
    pub fn activity(&self) -> Option<&Activity> {
        match &self.state {
            BatchState::Answered(attachment) => attachment.activity.as_ref(),
            _ => None,
        }
    }
}

/// An order that is carried out, request by request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batches {
    all: Vec<Batch>,
    is_stopped: bool,
    /// How many further mentions of the computers were folded away.
    pub duplicates: usize,
    /// Those that had a token before, with the contract it belonged to as far as it was told.
    pub replaced: BTreeMap<ComputerId, Option<ContractId>>,
}

impl Batches {
    /// An order in parts of at most `size` computers, which is at least one.
    pub fn of(order: Order, size: usize) -> Self {
        let part = |ids: &[ComputerId]| Batch { computer_ids: ids.to_vec(), state: BatchState::Waiting, attempt: None };
        let all = order.computer_ids.chunks(size.max(1)).map(part).collect();
        Self { all, is_stopped: false, duplicates: order.duplicates, replaced: order.replaced }
    }

    /// Requests as they were before a reload: none of them goes on.
    pub(crate) fn restored(
        all: Vec<Batch>,
        is_stopped: bool,
        duplicates: usize,
        replaced: BTreeMap<ComputerId, Option<ContractId>>,
    ) -> Self {
        Self { all, is_stopped, duplicates, replaced }
    }

    /// All of them, in the order in which they are sent.
    pub fn all(&self) -> &[Batch] {
        &self.all
    }

    /// How many computers there are.
    pub fn computers(&self) -> usize {
        self.all.iter().map(|batch| batch.computer_ids.len()).sum()
    }

    /// Begins the next request and gives its computers. Nothing while one is under way, and once all is over.
    pub fn begin(&mut self, attempt: impl FnOnce(usize) -> Attempt) -> Option<Vec<ComputerId>> {
        if self.under_way().is_some() {
            return None;
        }
        let next = self.all.iter_mut().find(|batch| batch.state == BatchState::Waiting)?;
        next.state = BatchState::Sending;
        next.attempt = Some(attempt(next.computer_ids.len()));
        Some(next.computer_ids.clone())
    }

    /// Takes the answer to the request that is under way. After a failure, and where the person stopped, the rest is not
    /// sent.
    pub fn take(&mut self, answer: Result<Attachment, ApiError>) {
        let under_way = self.all.iter_mut().find(|batch| batch.state == BatchState::Sending);
        let Some(under_way) = under_way else { return };
        let has_failed = answer.is_err();
        under_way.state = match answer {
            Ok(attachment) => BatchState::Answered(Box::new(attachment)),
            Err(error) if error.leaves_outcome_unknown() => BatchState::Unknown(error),
            Err(error) => BatchState::Refused(error),
        };
        if has_failed || self.is_stopped {
            self.give_up_the_rest();
        }
    }

    /// Sends nothing more. The request that is under way is awaited.
    pub fn stop(&mut self) {
        self.is_stopped = true;
        if self.under_way().is_none() {
            self.give_up_the_rest();
        }
    }

    /// Whether the person has stopped it.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Whether a request is under way, or to be sent.
    pub fn is_going_on(&self) -> bool {
        self.all.iter().any(|batch| matches!(batch.state, BatchState::Waiting | BatchState::Sending))
    }

    /// The place of the request that is under way, counted from 0.
    pub fn under_way(&self) -> Option<usize> {
        self.all.iter().position(|batch| batch.state == BatchState::Sending)
    }

    /// The request that failed, if one did, with its place, counted from 0.
    pub fn failed(&self) -> Option<(usize, &Batch)> {
        let is_failed = |batch: &Batch| matches!(batch.state, BatchState::Refused(_) | BatchState::Unknown(_));
        self.all.iter().enumerate().find(|(_, batch)| is_failed(batch))
    }

    /// Why a request failed, if one did.
    pub fn error(&self) -> Option<&ApiError> {
        match &self.failed()?.1.state {
            BatchState::Refused(error) | BatchState::Unknown(error) => Some(error),
            _ => None,
        }
    }

    /// The computers for which certainly nothing was sent or taken: those of refused requests, and of those that were never
    /// sent.
    pub fn to_send_again(&self) -> Vec<ComputerId> {
        self.ids_of(|state| matches!(state, BatchState::Refused(_) | BatchState::NotSent))
    }

    /// What the form is to hold afterwards; `None` where it stays as it is, since its only request failed.
    pub fn rest(&self) -> Option<Vec<ComputerId>> {
        let is_only_one = self.all.len() == 1;
        (!is_only_one || self.failed().is_none()).then(|| self.to_send_again())
    }

    /// Whether there are computers whose outcome is not known, and which no form holds any more.
    pub fn leaves_unknown(&self) -> bool {
        let is_lost = |batch: &Batch| matches!(batch.state, BatchState::Unknown(_));
        self.rest().is_some() && self.all.iter().any(is_lost)
    }

    /// The computers of requests in some state.
    pub fn ids_of(&self, holds: impl Fn(&BatchState) -> bool) -> Vec<ComputerId> {
        let matching = self.all.iter().filter(|batch| holds(&batch.state));
        matching.flat_map(|batch| &batch.computer_ids).copied().collect()
    }

    /// Those computers that had a token before and were taken, with their contract of then.
    pub fn replaced_and_taken(&self) -> BTreeMap<ComputerId, Option<ContractId>> {
        let taken: HashSet<_> = self.all.iter().filter_map(Batch::taken).flat_map(|taken| taken.queued).collect();
        let replaced = self.replaced.iter().filter(|(id, _)| taken.contains(id));
        replaced.map(|(id, contract)| (*id, contract.clone())).collect()
    }

    /// What became of every computer.
    pub fn account(&self) -> Account {
        Account::of(&self.all)
    }

    fn give_up_the_rest(&mut self) {
        for batch in self.all.iter_mut().filter(|batch| batch.state == BatchState::Waiting) {
            batch.state = BatchState::NotSent;
        }
    }
}

#[cfg(test)]
mod tests;
