//! A rollout as it is kept for a reload: which computers went out in which request, and what came of each. No secret is in
//! it, and none of the server's words, which may repeat one.

use serde::{Deserialize, Serialize};

use crate::api::activity::Activity;
use crate::api::attachment::Attachment;
use crate::api::error::ApiError;
use crate::api::id::{ActivityId, ComputerId, ContractId};
use crate::query::Query;
use crate::recent::Attempt;
use crate::rollout::batches::{Batch, BatchState, Batches};

/// A rollout as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    requests: Vec<Request>,
    is_stopped: bool,
    duplicates: usize,
    replaced: Vec<(ComputerId, Option<ContractId>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Request {
    computer_ids: Vec<ComputerId>,
    state: State,
    /// The query that leads to the activities that it may have made.
    attempt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum State {
    Waiting,
    Sending,
    Answered { activity: Option<Made>, invalid: Vec<ComputerId>, nonexistent: Vec<ComputerId> },
    Refused(ApiError),
    Unknown(ApiError),
    NotSent,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Made {
    id: ActivityId,
    activity_status: Option<String>,
}

impl Journal {
    /// What is kept of a rollout.
    pub fn of(batches: &Batches) -> Self {
        Self {
            requests: batches.all().iter().map(Request::of).collect(),
            is_stopped: batches.is_stopped(),
            duplicates: batches.duplicates,
            replaced: batches.replaced.clone().into_iter().collect(),
        }
    }

    /// Whether it was under way when it was kept.
    pub fn was_going_on(&self) -> bool {
        self.requests.iter().any(|request| matches!(request.state, State::Waiting | State::Sending))
    }

    /// The rollout, which goes on no more: of a request that was under way nobody knows the outcome, and what waited was
    /// not sent.
    pub fn restore(self) -> Batches {
        let all = self.requests.into_iter().map(Request::restore).collect();
        Batches::restored(all, self.is_stopped, self.duplicates, self.replaced.into_iter().collect())
    }
}

impl Request {
    fn of(batch: &Batch) -> Self {
        let attempt = batch.attempt.map(|attempt| attempt.to_query().print());
        Self { computer_ids: batch.computer_ids.clone(), state: State::of(&batch.state), attempt }
    }

    fn restore(self) -> Batch {
        let attempt = self.attempt.and_then(|query| Attempt::from_query(&Query::parse(&query)));
        Batch { computer_ids: self.computer_ids, state: self.state.restore(), attempt }
    }
}

impl State {
    fn of(state: &BatchState) -> Self {
        match state {
            BatchState::Waiting => Self::Waiting,
            BatchState::Sending => Self::Sending,
            BatchState::NotSent => Self::NotSent,
            BatchState::Refused(error) => Self::Refused(error.clone().without_server_words()),
            BatchState::Unknown(error) => Self::Unknown(error.clone().without_server_words()),
            BatchState::Answered(attachment) => Self::Answered {
                activity: attachment.activity.as_ref().map(Made::of),
                invalid: attachment.invalid_computer_ids.clone(),
                nonexistent: attachment.nonexistent_computer_ids.clone(),
            },
        }
    }

    fn restore(self) -> BatchState {
        match self {
            Self::Waiting | Self::NotSent => BatchState::NotSent,
            Self::Sending => BatchState::Unknown(ApiError::Interrupted),
            Self::Refused(error) => BatchState::Refused(error),
            Self::Unknown(error) => BatchState::Unknown(error),
            Self::Answered { activity, invalid, nonexistent } => BatchState::Answered(Box::new(Attachment {
                activity: activity.and_then(Made::restore),
                invalid_computer_ids: invalid,
                nonexistent_computer_ids: nonexistent,
            })),
        }
    }
}

impl Made {
    fn of(activity: &Activity) -> Self {
        Self { id: activity.id, activity_status: activity.activity_status.word().map(str::to_owned) }
    }

    /// Whoever shows it reads the rest anew.
    fn restore(self) -> Option<Activity> {
        serde_json::to_value(self).and_then(serde_json::from_value).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::activity::ProRequest;
    use crate::rollout::order::Order;

    fn batches() -> Batches {
        let computer_ids = (1..=6).map(ComputerId).collect();
        let replaced = [(ComputerId(2), Some(ContractId("old".to_owned()))), (ComputerId(3), None)].into();
        Batches::of(Order { computer_ids, duplicates: 1, replaced }, 2)
    }

    fn begin(batches: &mut Batches) {
        batches.begin(|computers| Attempt::now(ProRequest::Attach, computers));
    }

    fn answer() -> Attachment {
        let json = r#"{"activity": {"id": 113, "activity_status": "queued"}, "invalid_computer_ids": [1]}"#;
        serde_json::from_str(json).expect("it is an answer")
    }

    fn kept(batches: &Batches) -> Journal {
        let text = serde_json::to_string(&Journal::of(batches)).expect("it is plain");
        serde_json::from_str(&text).expect("it comes back")
    }

    #[test]
    fn what_is_over_comes_back_as_it_was() {
        let mut all = batches();
        begin(&mut all);
        all.take(Ok(answer()));
        begin(&mut all);
        all.take(Err(ApiError::Timeout));
        assert!(!kept(&all).was_going_on());
        assert_eq!(kept(&all).restore(), all);
    }

    #[test]
    fn of_a_request_under_way_nobody_knows_and_the_rest_was_not_sent() {
        let mut all = batches();
        begin(&mut all);
        all.take(Ok(answer()));
        begin(&mut all);
        assert!(kept(&all).was_going_on());
        let restored = kept(&all).restore();
        assert!(!restored.is_going_on());
        assert_eq!(restored.all()[1].state, BatchState::Unknown(ApiError::Interrupted));
        assert_eq!(restored.all()[1].attempt, all.all()[1].attempt);
        assert_eq!(restored.to_send_again(), [ComputerId(5), ComputerId(6)]);
        let account = restored.account();
        assert_eq!(
            (account.total, account.queued, account.left_out, account.unknown, account.not_sent),
            (6, 1, 1, 2, 2)
        );
    }

    #[test]
    fn the_servers_words_are_not_kept() {
        let mut all = batches();
        begin(&mut all);
        all.take(Err(ApiError::Rejected { status: 422, message: Some("C-SECRET is no token".to_owned()) }));
        let text = serde_json::to_string(&Journal::of(&all)).expect("it is plain");
        assert!(!text.contains("SECRET"), "{text}");
        assert_eq!(kept(&all).restore().error(), Some(&ApiError::Rejected { status: 422, message: None }));
    }
}
