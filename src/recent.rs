//! Which activities to look for: where a write's answer never came, those that it may have made.

use jiff::civil::DateTime;

use crate::api::activity::{Activity, ProRequest};
use crate::api::date::print_minute;
use crate::format::{now_seconds, utc};
use crate::query::Query;

/// The filter by kind, in the URL of the activities.
pub const KIND: &str = "kind";
/// How many are asked for at once.
pub const LENGTH: u64 = 50;

/// The filter by status, in the URL of the activities.
pub const STATUS: &str = "status";
/// That status which asks for all that have not ended. It is a word of the app: the server has none for it.
pub const RUNNING: &str = "running";
/// The earliest time, in the URL of the activities.
pub const SINCE: &str = "since";
/// How many computers were asked for, in the URL of the activities.
const COMPUTERS: &str = "computers";

/// How far this computer's clock and the server's may differ, and how long a request may take.
const MARGIN_SECONDS: i64 = 5 * 60;

/// A write whose outcome is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What was asked for.
    pub request: ProRequest,
    /// Not long before it was sent, in UTC.
    pub since: DateTime,
    /// For how many computers.
    pub computers: usize,
}

impl Attempt {
    /// A write that is sent now.
    pub fn now(request: ProRequest, computers: usize) -> Self {
        Self { request, since: utc(now_seconds() - MARGIN_SECONDS), computers }
    }

    /// The query that leads to the activities that it may have made.
    pub fn to_query(self) -> Query {
        Query::default()
            .with(KIND, kind_name(self.request))
            .with(SINCE, &print_minute(self.since))
            .with(COMPUTERS, &self.computers.to_string())
    }

    /// Reads it of a query; `None` where it is of no attempt.
    pub fn from_query(query: &Query) -> Option<Self> {
        let request = kind_of(query.get(KIND)?)?;
        let computers = query.get(COMPUTERS)?.parse().ok()?;
        Some(Self { request, since: parse_time(query.get(SINCE)?)?, computers })
    }

    /// Whether an activity may be what came of it: of that kind, made since then by the same person, for as many computers
    /// at most. Those that cannot do it are left out of a group.
    pub fn may_have_made(&self, activity: &Activity, email: Option<&str>) -> bool {
        let creator = activity.creator.as_ref().and_then(|creator| creator.email.as_deref());
        let is_of_others = matches!((creator, email), (Some(creator), Some(email)) if creator != email);
        let most = u64::try_from(self.computers).unwrap_or(u64::MAX);
        activity.pro_request() == Some(self.request)
            && is_since(activity, self.since)
            && activity.computer_count.is_none_or(|count| count <= most)
            && !is_of_others
    }
}

/// Whether an activity was made then or later; an activity that does not say when is taken for one that was.
pub fn is_since(activity: &Activity, since: DateTime) -> bool {
    activity.creation_time.as_ref().and_then(crate::api::date::ApiDate::time).is_none_or(|time| time >= since)
}

/// What a kind is called in the URL.
pub fn kind_name(request: ProRequest) -> &'static str {
    match request {
        ProRequest::Attach => "attach",
        ProRequest::Detach => "detach",
    }
}

/// Reads the name of a kind.
pub fn kind_of(name: &str) -> Option<ProRequest> {
    [ProRequest::Attach, ProRequest::Detach].into_iter().find(|request| kind_name(*request) == name)
}

/// Reads a time in UTC, to the minute.
pub fn parse_time(text: &str) -> Option<DateTime> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt() -> Attempt {
        let since = jiff::civil::datetime(2026, 11, 23, 18, 5, 0, 0);
        Attempt { request: ProRequest::Attach, since, computers: 3 }
    }

    #[test]
    fn an_attempt_comes_back_from_its_query() {
        let query = attempt().to_query();
        assert_eq!(query.print(), "?kind=attach&since=2026-11-23T18%3A05&computers=3");
        assert_eq!(Attempt::from_query(&query), Some(attempt()));
        for text in
            ["", "?kind=attach", "?kind=x&since=2026-11-23T18:05&computers=3", "?kind=attach&since=x&computers=3"]
        {
            assert_eq!(Attempt::from_query(&Query::parse(text)), None, "{text}");
        }
    }

    #[track_caller]
    fn check(summary: &str, creation: &str, computers: u64, creator: &str, expected: bool) {
        let json = serde_json::json!({
            "id": 1, "type": "ActivityGroup", "summary": summary, "creation_time": creation,
            "computer_count": computers, "creator": {"email": creator},
        });
        let activity = serde_json::from_value(json).expect("it is an activity");
        assert_eq!(attempt().may_have_made(&activity, Some("ada@example.com")), expected, "{activity:?}");
    }

    #[test]
    fn what_it_may_have_made_is_of_its_kind_time_size_and_person() {
        const ATTACH: &str = "Attach a pro token to computers";
        check(ATTACH, "2026-11-23T18:05:00Z", 3, "ada@example.com", true);
        check(ATTACH, "2026-11-23T18:30:00Z", 2, "ada@example.com", true);
        check(ATTACH, "2026-11-23T18:04:59Z", 3, "ada@example.com", false);
        check(ATTACH, "2026-11-23T18:05:00Z", 4, "ada@example.com", false);
        check(ATTACH, "2026-11-23T18:05:00Z", 3, "grace@example.com", false);
        check("Detach pro token from computers", "2026-11-23T18:05:00Z", 3, "ada@example.com", false);
    }
}
