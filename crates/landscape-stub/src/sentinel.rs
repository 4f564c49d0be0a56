use std::time::Duration;

use crate::{api::refusal::Refusal, failure::Failure, world::client_words as words};

/// What a sentinel does to the request it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Nothing happens but this.
    Fail(Failure),
    /// The activities are queued; then this happens instead of the answer.
    QueueThen(Failure),
    /// 200, nothing queued: `activity` is null although every computer is valid.
    NullActivity,
    /// Queued, but the group's status is a word that is in no documentation.
    UnknownStatus,
    /// Answered after three seconds.
    Slow,
    /// Queued; every computer fails with these words.
    Fails(&'static str),
    /// Queued; every computer fetches it and never answers.
    Waits,
    /// Queued; every computer answers success and nothing changes.
    Unchanged,
}

/// What a sentinel stands for: a Pro token, a contract id or any other word in a path.
pub(crate) fn of_word(word: &str) -> Option<Effect> {
    let name = word.strip_prefix("stub-")?;
    let name = name.strip_prefix("fail-").unwrap_or(name);
    TABLE.iter().find(|(names, _, _)| names.contains(&name)).map(|(_, _, effect)| effect())
}

/// The same by number: a computer, a license or an activity.
pub(crate) fn of_id(id: i64) -> Option<Effect> {
    TABLE.iter().find(|(_, number, _)| *number == id).map(|(_, _, effect)| effect())
}

/// Names after `stub-`, the number, what it does.
type Row = (&'static [&'static str], i64, fn() -> Effect);

/// One table for every kind of sentinel; the crate's README explains it.
const TABLE: &[Row] = &[
    (&["400"], 90400, || refuse(400, "InvalidParameterError", "The request is not acceptable, as asked.")),
    (&["401"], 90401, || refuse(401, "Unauthorized", "The token has been revoked, as asked.")),
    (&["403"], 90403, || refuse(403, "Forbidden", "You are not allowed to do this, as asked.")),
    (&["404"], 90404, || refuse(404, "NotFound", "There is no such thing, as asked.")),
    (&["429"], 90429, || refuse(429, "TooManyRequests", "Too many requests, as asked.")),
    (&["500"], 90500, || refuse(500, "InternalServerError", "Something broke, as asked.")),
    (&["html-502"], 90502, || Effect::Fail(Failure::html(502))),
    (&["html-503"], 90503, || Effect::Fail(Failure::html(503))),
    (&["plain-504"], 90504, || Effect::Fail(Failure::plain(504))),
    (&["timeout", "stall"], 90000, || Effect::Fail(Failure::Stall)),
    (&["drop"], 90001, || Effect::QueueThen(Failure::Drop)),
    (&["null-activity"], 90002, || Effect::NullActivity),
    (&["unknown-status"], 90003, || Effect::UnknownStatus),
    (&["slow"], 90004, || Effect::Slow),
    (&["garbage"], 90005, || Effect::QueueThen(Failure::garbage())),
    (&["html-200"], 90006, || Effect::QueueThen(Failure::html(200))),
    (&["queued-stall"], 90007, || Effect::QueueThen(Failure::Stall)),
    (&["invalid-token"], 90101, || Effect::Fails(words::INVALID_TOKEN)),
    (&["no-connection"], 90102, || Effect::Fails(words::NO_CONNECTION)),
    (&["contract-error"], 90103, || Effect::Fails(words::CONTRACT_ERROR)),
    (&["lock-held"], 90104, || Effect::Fails(words::LOCK_HELD)),
    (&["not-attached"], 90105, || Effect::Fails(words::NOT_ATTACHED)),
    (&["library-missing"], 90106, || Effect::Fails(words::LIBRARY_MISSING)),
    (&["hostile-result"], 90107, || Effect::Fails(words::HOSTILE)),
    (&["waits"], 90108, || Effect::Waits),
    (&["unchanged"], 90109, || Effect::Unchanged),
];

fn refuse(status: u16, error: &str, message: &str) -> Effect {
    Effect::Fail(Failure::json(status, error, message))
}

/// What a segment of a path stands for, be it a word or a number.
pub(crate) fn of_path(segment: &str) -> Option<Effect> {
    of_word(segment).or_else(|| of_id(segment.parse().ok()?))
}

/// Does to a GET what its sentinel says. Nothing is queued by one, and what only an attachment can do is not done.
pub(crate) async fn obey(effect: Option<Effect>) -> Result<(), Refusal> {
    match effect {
        Some(Effect::Fail(failure) | Effect::QueueThen(failure)) => Err(failure.into()),
        Some(Effect::Slow) => {
            pause().await;
            Ok(())
        }
        Some(Effect::NullActivity | Effect::UnknownStatus | Effect::Fails(_) | Effect::Waits | Effect::Unchanged)
        | None => Ok(()),
    }
}

/// As long as [`Effect::Slow`] takes.
pub(crate) async fn pause() {
    tokio::time::sleep(Duration::from_secs(3)).await;
}
