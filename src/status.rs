//! The statuses that pages show: from what the API says to a label and a tone, in one place.

use crate::api::activity::ActivityStatus;
use crate::expiry::ExpiryStatus;
use crate::words::status;

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
    fn an_unknown_word_is_shown_as_it_is_and_none_as_unknown() {
        check("\"levitating\"", "levitating", Tone::Neutral);
        check("null", "Unknown", Tone::Neutral);
        check("\"\"", "Unknown", Tone::Neutral);
    }
}
