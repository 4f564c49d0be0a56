//! The statuses that pages show: from what the API says to a label and a tone, in one place.

use crate::api::activity::ActivityStatus;
use crate::api::computer::pro::{ProService, UbuntuProInfo};
use crate::expiry::ExpiryStatus;
use crate::visible;
use crate::words::{computers_page, status, status_help};

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

    /// Every status of Ubuntu Pro on a computer.
    pub fn of_ubuntu_pro() -> Vec<Self> {
        vec![
            Self::new(computers_page::ATTACHED, Tone::Positive, computers_page::ATTACHED_MEANS),
            Self::new(computers_page::NOT_ATTACHED, Tone::Neutral, computers_page::NOT_ATTACHED_MEANS),
            Self::new(computers_page::NOT_REPORTED, Tone::Neutral, computers_page::NOT_REPORTED_MEANS),
        ]
    }

    /// Every status of a service of Ubuntu Pro that the Pro client documents.
    pub fn of_services() -> Vec<Self> {
        vec![
            Self::new(computers_page::ENABLED, Tone::Positive, computers_page::ENABLED_MEANS),
            Self::new(computers_page::DISABLED, Tone::Neutral, computers_page::DISABLED_MEANS),
            Self::new(computers_page::NOT_APPLICABLE, Tone::Neutral, computers_page::NOT_APPLICABLE_MEANS),
            Self::new(computers_page::WARNING, Tone::Caution, computers_page::WARNING_MEANS),
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

/// Whether a token is attached, by what a computer says of Ubuntu Pro.
impl From<Option<&UbuntuProInfo>> for Status {
    fn from(info: Option<&UbuntuProInfo>) -> Self {
        let (label, tone) = match info {
            Some(info) if info.attached => (computers_page::ATTACHED, Tone::Positive),
            Some(_) => (computers_page::NOT_ATTACHED, Tone::Neutral),
            None => (computers_page::NOT_REPORTED, Tone::Neutral),
        };
        Self { label: label.to_owned(), tone }
    }
}

/// The words of the Pro client. Only what is switched on and what it warns of is more than neutral: nobody needs every
/// service.
impl From<&ProService> for Status {
    fn from(service: &ProService) -> Self {
        let word = service.status.as_deref().map(str::trim).filter(|word| !word.is_empty());
        let (label, tone) = match word {
            Some("enabled") => (computers_page::ENABLED, Tone::Positive),
            Some("disabled") => (computers_page::DISABLED, Tone::Neutral),
            Some("warning") => (computers_page::WARNING, Tone::Caution),
            Some(other) => (other, Tone::Neutral),
            None => (status::UNKNOWN, Tone::Neutral),
        };
        Self { label: visible::line(label), tone }
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
        Self { label: visible::line(label), tone }
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

    #[test]
    fn a_computer_says_whether_a_token_is_attached_or_nothing() {
        let label = |info: Option<&str>| {
            let info = info.map(|json| serde_json::from_str::<UbuntuProInfo>(json).expect("it is the state"));
            Status::from(info.as_ref())
        };
        let labels = [Some(r#"{"attached": true}"#), Some("{}"), None].map(label);
        let explained: Vec<_> = Meaning::of_ubuntu_pro().into_iter().map(|meaning| meaning.status).collect();
        assert_eq!(labels.to_vec(), explained);
    }

    #[test]
    fn a_service_that_is_off_or_cannot_be_had_is_no_error() {
        let status = |word: Option<&str>| {
            let json = serde_json::json!({"name": "esm-apps", "status": word});
            Status::from(&serde_json::from_value::<ProService>(json).expect("it is a service"))
        };
        let tones = ["enabled", "disabled", "n/a", "warning", "odd"].map(|word| status(Some(word)).tone);
        assert_eq!(tones, [Tone::Positive, Tone::Neutral, Tone::Neutral, Tone::Caution, Tone::Neutral]);
        let labels = [Some("n/a"), Some("odd"), Some(" "), None].map(|word| status(word).label);
        assert_eq!(labels, ["n/a", "odd", "Unknown", "Unknown"]);
    }
}
