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
        part(account.not_sent, if batches.failed().is_some() { rollout::not_sent } else { stopped }),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::activity::ProRequest;
    use crate::api::attachment::Attachment;
    use crate::api::error::ApiError;
    use crate::api::id::ComputerId;
    use crate::recent::Attempt;
    use crate::rollout::order::Order;

    fn batches(many: i64, duplicates: usize) -> Batches {
        let computer_ids = (1..=many).map(ComputerId).collect();
        Batches::of(Order { computer_ids, duplicates, ..Order::default() }, 2)
    }

    type Answer = Result<Attachment, ApiError>;

    fn answer(activity: &str, invalid: &[i64]) -> Answer {
        let json = format!(r#"{{"activity": {activity}, "invalid_computer_ids": {invalid:?}}}"#);
        serde_json::from_str(&json).map_err(|error| ApiError::Undecodable { detail: error.to_string() })
    }

    const QUEUED: &str = r#"{"id": 113, "activity_status": "queued"}"#;

    /// Sends as many requests as there are answers.
    fn sent(mut batches: Batches, answers: Vec<Answer>) -> Batches {
        for answer in answers {
            batches.begin(|computers| Attempt::now(ProRequest::Attach, computers));
            batches.take(answer);
        }
        batches
    }

    #[track_caller]
    fn check(batches: &Batches, said: &str, tone: Tone) {
        let outcome = outcome(batches);
        assert_eq!((outcome.said().as_str(), outcome.tone), (said, tone));
    }

    #[test]
    fn what_went_well_is_said_without_more() {
        let whole = sent(batches(3, 0), vec![answer(QUEUED, &[]), answer(QUEUED, &[])]);
        check(&whole, "Queued for 3 of 3 computers", Tone::Positive);
    }

    #[test]
    fn every_computer_is_somewhere_in_the_account() {
        let queued = || answer(QUEUED, &[1]);
        let lost = sent(batches(6, 2), vec![queued(), Err(ApiError::Timeout)]);
        let said = "Queued for 1 of 6 computers. 1 computer was left out, and is named below. \
            2 computers may have been queued. 2 computers were not sent. 2 duplicates were folded";
        check(&lost, said, Tone::Caution);
        let refused = sent(batches(3, 0), vec![Err(ApiError::Forbidden(None))]);
        check(
            &refused,
            "Queued for 0 of 3 computers. 2 computers were refused. 1 computer was not sent",
            Tone::Negative,
        );
        let none = sent(batches(3, 0), vec![answer("null", &[1]), answer(QUEUED, &[])]);
        let said = "Queued for 1 of 3 computers. 1 computer was left out, and is named below. \
            1 computer was sent, and the server made no activity";
        check(&none, said, Tone::Caution);
    }

    #[test]
    fn who_stopped_it_is_told_so_but_not_after_a_failure() {
        let mut stopped = sent(batches(4, 0), vec![answer(QUEUED, &[])]);
        stopped.stop();
        check(&stopped, "Queued for 2 of 4 computers. 2 computers were not sent, since you stopped", Tone::Caution);
        let mut failed = batches(6, 0);
        failed.begin(|computers| Attempt::now(ProRequest::Attach, computers));
        failed.stop();
        failed.take(Err(ApiError::Network));
        let said = "Queued for 0 of 6 computers. 2 computers may have been queued. 4 computers were not sent";
        check(&failed, said, Tone::Caution);
    }

    #[test]
    fn a_row_says_what_became_of_its_request() {
        let three = sent(batches(8, 0), vec![answer(QUEUED, &[1]), answer("null", &[]), Err(ApiError::Network)]);
        let labels: Vec<_> = three.all().iter().map(|batch| status(batch).label).collect();
        assert_eq!(labels, ["Queued for 1 of 2 computers", "Nothing queued", "Not known", "Not sent"]);
        let mut first = batches(4, 0);
        first.begin(|computers| Attempt::now(ProRequest::Attach, computers));
        let labels: Vec<_> = first.all().iter().map(|batch| status(batch).label).collect();
        assert_eq!(labels, ["Sending", "Waiting"]);
        assert_eq!(under_way(&first).map(|under_way| under_way.sentence).as_deref(), Some("Request 1 of 2"));
        assert_eq!(under_way(&three), None);
    }
}
