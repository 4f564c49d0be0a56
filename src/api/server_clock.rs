//! What the server's clock shows, by the `Date` of its answers: tokens end by that clock, not by this computer's.

use std::cell::Cell;

/// Answers take a while, and tell whole seconds: a smaller difference is none.
const TOLERANCE_SECONDS: u64 = 10;

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

/// Takes note of an answer's `Date`, which came at `now` by this computer's clock, both in seconds since 1970.
pub(crate) fn learn(date: Option<i64>, now: i64) {
    if let Some(ahead) = date.map(|date| difference(date, now)) {
        let is_as_before = AHEAD.get().is_some_and(|before| before.abs_diff(ahead) <= TOLERANCE_SECONDS);
        if !is_as_before {
            AHEAD.set(Some(ahead));
        }
    }
}

fn difference(date: i64, now: i64) -> i64 {
    let ahead = date.saturating_sub(now);
    if ahead.unsigned_abs() <= TOLERANCE_SECONDS { 0 } else { ahead }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_446_000;

    #[test]
    fn the_date_of_an_answer_tells_the_difference() {
        let ahead = [0, 9, 3_600, -10, -86_400].map(|ahead| difference(NOW + ahead, NOW));
        assert_eq!(ahead, [0, 0, 3_600, 0, -86_400]);
        assert_eq!(difference(i64::MIN, NOW), i64::MIN, "as far as numbers go");
    }

    #[test]
    fn small_differences_are_not_learnt_anew() {
        learn(Some(NOW + 3_600), NOW);
        learn(Some(NOW + 3_604), NOW);
        learn(None, NOW);
        assert_eq!(ahead(), Some(3_600));
        learn(Some(NOW), NOW);
        assert_eq!(ahead(), Some(0));
    }
}
