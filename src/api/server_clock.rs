//! What the server's clock shows, by the `Date` of its answers: tokens end by that clock, not by this computer's.

use std::cell::Cell;

use jiff::fmt::rfc2822;

/// Answers take a while, and tell whole seconds: a smaller difference is none.
const TOLERANCE_SECONDS: i64 = 10;

thread_local! {
    static AHEAD: Cell<Option<i64>> = const { Cell::new(None) };
}

/// By how many seconds the server's clock is ahead of this computer's, once an answer has told.
pub fn ahead() -> Option<i64> {
    AHEAD.get()
}

/// What the server's clock shows, as far as it is known, when this computer's shows `now`.
pub fn at(now: i64) -> i64 {
    now.saturating_add(ahead().unwrap_or(0))
}

/// Takes note of an answer's `Date`, which came at `now` by this computer's clock, in seconds since 1970.
pub(crate) fn learn(date: Option<&str>, now: i64) {
    if let Some(ahead) = date.and_then(|date| difference(date, now)) {
        let is_as_before = AHEAD.get().is_some_and(|before| (before - ahead).abs() <= TOLERANCE_SECONDS);
        if !is_as_before {
            AHEAD.set(Some(ahead));
        }
    }
}

fn difference(date: &str, now: i64) -> Option<i64> {
    let there = rfc2822::DateTimeParser::new().parse_timestamp(date.trim()).ok()?.as_second();
    let ahead = there.saturating_sub(now);
    Some(if ahead.abs() <= TOLERANCE_SECONDS { 0 } else { ahead })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_446_000;

    #[track_caller]
    fn check(date: &str, expected: Option<i64>) {
        assert_eq!(difference(date, NOW), expected, "{date:?}");
    }

    #[test]
    fn the_date_of_an_answer_tells_the_difference() {
        check("Mon, 23 Nov 2026 15:00:00 GMT", Some(0));
        check("Mon, 23 Nov 2026 15:00:09 GMT", Some(0));
        check("Mon, 23 Nov 2026 16:00:00 GMT", Some(3_600));
        check(" Sun, 22 Nov 2026 15:00:00 GMT ", Some(-86_400));
    }

    #[test]
    fn what_is_no_date_tells_nothing() {
        for text in ["", "now", "2026-11-23T15:00:00Z", "Mon, 23 Nov 2026 25:00:00 GMT", "0", "\u{0}"] {
            check(text, None);
        }
    }

    #[test]
    fn small_differences_are_not_learnt_anew() {
        learn(Some("Mon, 23 Nov 2026 16:00:00 GMT"), NOW);
        learn(Some("Mon, 23 Nov 2026 16:00:04 GMT"), NOW);
        learn(Some("nonsense"), NOW);
        learn(None, NOW);
        assert_eq!(ahead(), Some(3_600));
        learn(Some("Mon, 23 Nov 2026 15:00:00 GMT"), NOW);
        assert_eq!(ahead(), Some(0));
    }
}
