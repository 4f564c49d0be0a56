//! Which activities are listed, as the URL has it.

use jiff::civil::DateTime;

use crate::api::activity::query::ActivityQuery;
use crate::api::activity::{Activity, ProRequest};
use crate::components::pagination::page_of;
use crate::query::Query;
use crate::recent::{Attempt, KIND, RUNNING, SINCE, STATUS, is_since, kind_name, kind_of, parse_time};
use crate::status::Status;
use crate::words::status;

/// The part of the list, in the URL.
pub const PAGE: &str = "page";

/// The statuses that can be asked for: the server's documented word, and the label that it has here.
pub const STATUSES: [(&str, &str); 9] = [
    ("undelivered", status::QUEUED),
    ("delivered", status::IN_PROGRESS),
    ("succeeded", status::SUCCEEDED),
    ("failed", status::FAILED),
    ("canceled", status::CANCELED),
    ("unapproved", status::UNAPPROVED),
    ("scheduled", status::SCHEDULED),
    ("waiting", status::WAITING),
    ("blocked", status::BLOCKED),
];

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActivityFilter {
    kind: Option<ProRequest>,
    status: Option<(&'static str, &'static str)>,
    /// Whether only those are wanted that have not ended.
    is_running: bool,
    /// The earliest time, in UTC.
    pub since: Option<DateTime>,
    /// The write whose outcome is looked for.
    pub attempt: Option<Attempt>,
    /// The part of the list, counted from 1.
    pub page: usize,
}

impl ActivityFilter {
    /// Reads it of the URL; what cannot be read filters nothing.
    pub fn of(query: &Query) -> Self {
        let status = query.get(STATUS).and_then(|word| STATUSES.into_iter().find(|(known, _)| *known == word));
        Self {
            kind: query.get(KIND).and_then(kind_of),
            status,
            is_running: query.get(STATUS) == Some(RUNNING),
            since: query.get(SINCE).and_then(parse_time),
            attempt: Attempt::from_query(query),
            page: page_of(query.get(PAGE)),
        }
    }

    /// What the server is asked for. It has no word for the kind of a group: that is looked for here.
    pub fn to_server(self) -> ActivityQuery {
        let status = self.status.map(|(word, _)| word);
        ActivityQuery { is_of_groups: true, status, created_after: self.since }
    }

    /// Whether an activity is about Pro tokens, and is what is asked for. It is looked at here, whatever the server has
    /// looked at already.
    pub fn accepts(&self, activity: &Activity) -> bool {
        let Some(request) = activity.pro_request() else { return false };
        let label = Status::from(&activity.activity_status).label;
        self.kind.is_none_or(|kind| kind == request)
            && self.status.is_none_or(|(_, wanted)| wanted == label)
            && !(self.is_running && activity.activity_status.ending().is_some())
            && self.since.is_none_or(|since| is_since(activity, since))
    }

    /// What a file's name says of it.
    pub fn hints(&self) -> [String; 3] {
        let since = self.since.map(|since| format!("since-{}", since.date()));
        [
            self.kind.map(kind_name).unwrap_or_default().to_owned(),
            self.status.map_or(if self.is_running { RUNNING } else { "" }, |(word, _)| word).to_owned(),
            since.unwrap_or_default(),
        ]
    }

    /// Whether it leaves anything out that is about Pro tokens.
    pub fn is_narrow(&self) -> bool {
        self.kind.is_some() || self.status.is_some() || self.is_running || self.since.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_says_what_the_server_is_asked_for() {
        let filter = ActivityFilter::of(&Query::parse("?kind=detach&status=failed&since=2026-11-23T18:05&page=3"));
        assert_eq!(filter.to_server().print(), "type:ActivityGroup status:failed created-after:2026-11-23T18:05");
        assert_eq!((filter.page, filter.is_narrow(), filter.attempt), (3, true, None));
        assert_eq!(filter.hints(), ["detach", "failed", "since-2026-11-23"]);
        let none = ActivityFilter::of(&Query::parse("?kind=x&status=y&since=z&page=0"));
        assert_eq!((none.to_server().print().as_str(), none.page, none.is_narrow()), ("type:ActivityGroup", 1, false));
    }

    #[track_caller]
    fn check(query: &str, expected: &[i64]) {
        let activity = |(id, kind, status, summary): (i64, &str, &str, &str)| -> Activity {
            let json = serde_json::json!({"id": id, "type": kind, "activity_status": status, "summary": summary,
                "creation_time": format!("2026-11-23T18:0{id}:00Z")});
            serde_json::from_value(json).expect("it is an activity")
        };
        let activities = [
            (1, "ActivityGroup", "queued", "Attach a pro token to computers"),
            (2, "ActivityGroup", "undelivered", "Detach pro token from computers"),
            (3, "ActivityGroup", "failed", "Attach a pro token to computers"),
            (4, "ActivityGroup", "failed", "Upgrade packages"),
        ]
        .map(activity);
        let filter = ActivityFilter::of(&Query::parse(query));
        let found: Vec<_> = activities.iter().filter(|it| filter.accepts(it)).map(|it| it.id.0).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn what_is_asked_for_is_looked_for_here_too() {
        check("", &[1, 2, 3]);
        check("?kind=attach", &[1, 3]);
        check("?status=undelivered", &[1, 2]);
        check("?status=running", &[1, 2]);
        check("?kind=detach&status=failed", &[]);
        check("?since=2026-11-23T18:02", &[2, 3]);
    }
}
