//! The statuses that pages show: from what the API says to a label and a tone, in one place.

use crate::api::activity::ActivityStatus;
use crate::expiry::ExpiryStatus;
use crate::words::{status, status_help};

/// How a status is meant. It colours what the label already says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Positive,
    /// Worth a look soon.
    Caution,
    /// Wrong or over.
    Negative,
    /// Under way.
    Information,
    /// Neither.
    Neutral,
}

/// A status in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// What it says.
    pub label: String,
    /// How it is meant.
    pub tone: Tone,
}

impl From<ExpiryStatus> for Status {
    fn from(expiry: ExpiryStatus) -> Self {
        let tone = match expiry {
            ExpiryStatus::Expired => Tone::Negative,
            ExpiryStatus::ExpiresIn(_) => Tone::Caution,
            ExpiryStatus::Active | ExpiryStatus::Never => Tone::Positive,
            ExpiryStatus::Unknown => Tone::Neutral,
        };
        Self { label: expiry.label(), tone }
    }
}

/// A status with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The status.
    pub status: Status,
    /// What it means, and what to do where there is something to do.
    pub meaning: &'static str,
}

impl Meaning {
    fn new(label: &str, tone: Tone, meaning: &'static str) -> Self {
        Self { status: Status { label: label.to_owned(), tone }, meaning }
    }

    /// Every status of an end.
    pub fn of_ends() -> Vec<Self> {
        let of = |expiry: ExpiryStatus, meaning| Self { status: expiry.into(), meaning };
        vec![
            of(ExpiryStatus::Active, status_help::ACTIVE),
            Self::new(status_help::EXPIRES_IN, Tone::Caution, status_help::EXPIRES_SOON),
            of(ExpiryStatus::Expired, status_help::EXPIRED),
            of(ExpiryStatus::Never, status_help::NEVER_EXPIRES),
            of(ExpiryStatus::Unknown, status_help::UNKNOWN_END),
        ]
    }

    /// Every status of an activity that the documentation names.
    pub fn of_activities() -> Vec<Self> {
        vec![
            Self::new(status::UNAPPROVED, Tone::Caution, status_help::UNAPPROVED),
            Self::new(status::SCHEDULED, Tone::Information, status_help::SCHEDULED),
            Self::new(status::QUEUED, Tone::Information, status_help::QUEUED),
            Self::new(status::WAITING, Tone::Information, status_help::WAITING),
            Self::new(status::BLOCKED, Tone::Caution, status_help::BLOCKED),
            Self::new(status::IN_PROGRESS, Tone::Information, status_help::IN_PROGRESS),
            Self::new(status::SUCCEEDED, Tone::Positive, status_help::SUCCEEDED),
            Self::new(status::FAILED, Tone::Negative, status_help::FAILED),
            Self::new(status::CANCELED, Tone::Neutral, status_help::CANCELED),
            Self::new(status::UNKNOWN, Tone::Neutral, status_help::UNKNOWN),
        ]
    }
}

/// The words of Landscape's documentation and of its own dashboard; any other word is shown as it is.
impl From<&ActivityStatus> for Status {
    fn from(activity_status: &ActivityStatus) -> Self {
        let (label, tone) = match activity_status.word() {
            Some("queued" | "undelivered") => (status::QUEUED, Tone::Information),
            Some("scheduled") => (status::SCHEDULED, Tone::Information),
            Some("waiting") => (status::WAITING, Tone::Information),
            Some("delivered" | "in-progress") => (status::IN_PROGRESS, Tone::Information),
            Some("blocked") => (status::BLOCKED, Tone::Caution),
            Some("unapproved") => (status::UNAPPROVED, Tone::Caution),
            Some("succeeded" | "complete") => (status::SUCCEEDED, Tone::Positive),
            Some("failed") => (status::FAILED, Tone::Negative),
            Some("canceled") => (status::CANCELED, Tone::Neutral),
            Some(other) => (other, Tone::Neutral),
            None => (status::UNKNOWN, Tone::Neutral),
        };
        Self { label: label.to_owned(), tone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, label: &str, tone: Tone) {
        let status: ActivityStatus = serde_json::from_str(word).expect("any word is a status");
        assert_eq!(Status::from(&status), Status { label: label.to_owned(), tone }, "{word}");
    }

    #[test]
    fn every_known_word_has_its_label() {
        check("\"queued\"", "Queued", Tone::Information);
        check("\"undelivered\"", "Queued", Tone::Information);
        check("\"scheduled\"", "Scheduled", Tone::Information);
        check("\"waiting\"", "Waiting", Tone::Information);
        check("\"blocked\"", "Blocked", Tone::Caution);
        check("\"unapproved\"", "Unapproved", Tone::Caution);
        check("\"delivered\"", "In progress", Tone::Information);
        check("\"in-progress\"", "In progress", Tone::Information);
        check("\"succeeded\"", "Succeeded", Tone::Positive);
        check("\"complete\"", "Succeeded", Tone::Positive);
        check("\"failed\"", "Failed", Tone::Negative);
        check("\"canceled\"", "Canceled", Tone::Neutral);
    }

    #[test]
    fn every_label_has_a_meaning() {
        let words =
            ["queued", "scheduled", "waiting", "blocked", "unapproved", "delivered", "complete", "failed", "canceled"];
        let explained: Vec<_> = Meaning::of_activities().into_iter().map(|meaning| meaning.status).collect();
        for word in words {
            let status: ActivityStatus = serde_json::from_value(word.into()).expect("any word is a status");
            assert!(explained.contains(&Status::from(&status)), "{word}");
        }
    }

    #[test]
    fn an_unknown_word_is_shown_as_it_is_and_none_as_unknown() {
        check("\"levitating\"", "levitating", Tone::Neutral);
        check("null", "Unknown", Tone::Neutral);
        check("\"\"", "Unknown", Tone::Neutral);
    }
}
