//! A rollout in sentences: how far it is, and what came of it.

use crate::follow::progress::Progress;
use crate::rollout::account::Account;
use crate::rollout::batches::{Batch, BatchState, Batches};
use crate::status::{Status, Tone};
use crate::words::{self, computers, result, rollout};

/// How far the sending is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnderWay {
    /// Which request of how many.
    pub sentence: String,
    /// How many computers were sent.
    pub progress: Progress,
    /// Whether nothing is sent after the request under way.
    pub is_stopping: bool,
}

/// How far the sending is; `None` once it is over.
pub fn under_way(batches: &Batches) -> Option<UnderWay> {
    let place = batches.under_way()?;
    let account = batches.account();
    let progress = Progress { total: account.total, succeeded: account.answered(), ..Progress::default() };
    let sentence = rollout::request_of(place + 1, batches.all().len());
    Some(UnderWay { sentence, progress, is_stopping: batches.is_stopped() })
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// For how many of the computers activities were made.
    pub title: String,
    /// What became of all others.
    pub others: Vec<String>,
    /// How that is meant.
    pub tone: Tone,
}

impl Outcome {
    /// As it is announced.
    pub fn said(&self) -> String {
        let title = [self.title.clone()].into_iter();
        title
            .chain(self.others.iter().map(|sentence| sentence.trim_end_matches('.').to_owned()))
            .collect::<Vec<_>>()
            .join(". ")
    }
}

/// Says what became of every computer.
pub fn outcome(batches: &Batches) -> Outcome {
    let account = batches.account();
    let part = |many: usize, words: fn(usize) -> String| (many > 0).then(|| words(many));
    let stopped = if batches.is_stopped() { rollout::not_sent_since_stopped } else { rollout::not_sent };
    let others = [
        part(account.left_out, result::left_out),
        part(account.without_activity, rollout::without_activity),
        part(account.refused, rollout::refused),
        part(account.unknown, rollout::unknown),
        part(account.not_sent, if batches.failed_place().is_some() { rollout::not_sent } else { stopped }),
        part(batches.duplicates, words::computer_ids::folded),
    ];
    Outcome {
        title: result::queued_for(account.queued, account.total),
        others: others.into_iter().flatten().collect(),
        tone: tone(account),
    }
}

fn tone(account: Account) -> Tone {
    match account {
        Account { queued: 0, unknown: 0, .. } => Tone::Negative,
        Account { queued, total, .. } if queued == total => Tone::Positive,
        _ => Tone::Caution,
    }
}

/// What became of one request, as its row has it.
pub fn status(batch: &Batch) -> Status {
    let (label, tone) = match &batch.state {
        BatchState::Waiting => (rollout::WAITING.to_owned(), Tone::Neutral),
        BatchState::Sending => (rollout::SENDING.to_owned(), Tone::Information),
        BatchState::Refused(_) => (rollout::REFUSED.to_owned(), Tone::Negative),
        BatchState::Unknown(_) => (rollout::UNKNOWN.to_owned(), Tone::Caution),
        BatchState::NotSent => (rollout::NOT_SENT.to_owned(), Tone::Neutral),
        BatchState::Answered(_) => return answered(batch),
    };
    Status { label, tone }
}

fn answered(batch: &Batch) -> Status {
    let (taken, sent) = (batch.taken().map_or(0, |taken| taken.queued.len()), batch.computer_ids.len());
    let Some(activity) = batch.activity() else {
        return Status { label: rollout::NOTHING_QUEUED.to_owned(), tone: Tone::Negative };
    };
    let is_queued = Status::from(&activity.activity_status).label == words::status::QUEUED;
    let words = if is_queued { result::queued_for } else { result::sent_for };
    let tone = if taken == sent { Tone::Positive } else { Tone::Caution };
    Status { label: words(taken, sent), tone }
}

/// How many computers there are, and in how many requests they go.
pub fn title(batches: &Batches) -> String {
    rollout::title(&computers(batches.computers()), batches.all().len())
}
