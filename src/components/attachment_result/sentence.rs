//! One true sentence for what came of attaching or detaching.

use std::collections::HashSet;

use crate::api::attachment::Attachment;
use crate::api::id::ComputerId;
use crate::status::{Status, Tone};
use crate::words;
use crate::words::result;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// In one sentence.
    pub sentence: String,
    /// How that is meant.
    pub tone: Tone,
    /// How many of those that were sent were left out.
    pub left_out: usize,
}

/// Says for how many of the computers that were sent an activity was made. An answer without one is no success.
pub fn outcome(attachment: &Attachment, sent: &[ComputerId]) -> Outcome {
    let left_out: HashSet<_> =
        attachment.invalid_computer_ids.iter().chain(&attachment.nonexistent_computer_ids).collect();
    let taken = sent.iter().filter(|id| !left_out.contains(id)).count();
    let Some(activity) = &attachment.activity else {
        let sentence = result::none_queued(sent.len());
        return Outcome { sentence, tone: Tone::Negative, left_out: sent.len() - taken };
    };
    let status = Status::from(&activity.activity_status);
    let is_queued = status.label == words::status::QUEUED;
    let sentence = if is_queued { result::queued_for } else { result::sent_for }(taken, sent.len());
    let tone = match status.tone {
        Tone::Negative => Tone::Negative,
        Tone::Information | Tone::Positive if taken == sent.len() => Tone::Positive,
        _ => Tone::Caution,
    };
    Outcome { sentence, tone, left_out: sent.len() - taken }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answer: &str, sent: &[i64], sentence: &str, tone: Tone) {
        let attachment: Attachment = serde_json::from_str(answer).expect("it is an answer");
        let sent: Vec<_> = sent.iter().copied().map(ComputerId).collect();
        let outcome = outcome(&attachment, &sent);
        assert_eq!((outcome.sentence.as_str(), outcome.tone), (sentence, tone));
    }

    #[test]
    fn it_says_for_how_many_of_those_that_were_sent() {
        let partial = r#"{"activity": {"id": 113, "activity_status": "queued"}, "invalid_computer_ids": [3], "nonexistent_computer_ids": [4, 5]}"#;
        check(partial, &[1, 2, 3, 4, 5], "Queued for 2 of 5 computers", Tone::Caution);
        let whole = r#"{"activity": {"id": 113, "activity_status": "queued"}, "invalid_computer_ids": [], "nonexistent_computer_ids": []}"#;
        check(whole, &[1, 2], "Queued for 2 of 2 computers", Tone::Positive);
        check(whole, &[1], "Queued for 1 of 1 computer", Tone::Positive);
    }

    #[test]
    fn an_id_that_is_left_out_twice_or_was_never_sent_counts_once_or_not() {
        let odd = r#"{"activity": {"id": 1, "activity_status": "queued"}, "invalid_computer_ids": [2, 2, 99], "nonexistent_computer_ids": [2]}"#;
        check(odd, &[1, 2], "Queued for 1 of 2 computers", Tone::Caution);
    }

    #[test]
    fn a_null_activity_is_no_success() {
        let none = r#"{"activity": null, "invalid_computer_ids": [1], "nonexistent_computer_ids": [2]}"#;
        check(none, &[1, 2], "Nothing was queued for 2 computers: the server made no activity", Tone::Negative);
    }

    #[test]
    fn another_status_is_not_called_queued() {
        let with = |status: &str| format!(r#"{{"activity": {{"id": 1, "activity_status": "{status}"}}}}"#);
        check(&with("delivered"), &[1, 2], "Sent for 2 of 2 computers", Tone::Positive);
        check(&with("blocked"), &[1, 2], "Sent for 2 of 2 computers", Tone::Caution);
        check(&with("failed"), &[1, 2], "Sent for 2 of 2 computers", Tone::Negative);
    }
}
