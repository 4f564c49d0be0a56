//! When a read that has failed is worth another try: pure, so that clock and chance are a test's own.
//!
//! **Invariant:** this is the only layer that repeats anything, and it repeats reads alone. Retries of several layers
//! multiply.

use jiff::fmt::rfc2822;

use crate::api::error::ApiError;

/// A read is tried so many times in all.
pub const TRIES: u32 = 3;
const BASE_MILLISECONDS: f64 = 500.0;
const CAP_MILLISECONDS: f64 = 8_000.0;
/// What the server asks for is obeyed so far, all tries together; what is longer is told instead.
const OBEYED_SECONDS: u32 = 60;

/// How often a read was tried, and for how long the server has made it wait.
#[derive(Debug, Default)]
pub struct Retries {
    failed: u32,
    waited_seconds: u32,
}

impl Retries {
    /// How many milliseconds to wait before the next try after one that failed so; `None` where there is none. `chance` is
    /// any number from 0 to 1: with full jitter, those who failed together do not come back together.
    pub fn wait(&mut self, error: &ApiError, chance: f64) -> Option<u32> {
        self.failed += 1;
        if self.failed >= TRIES || !may_pass(error) {
            return None;
        }
        let Some(asked) = error.retry_after() else { return Some(jitter(self.failed, chance)) };
        self.waited_seconds = self.waited_seconds.saturating_add(asked);
        // Not all at once: everybody was told the same.
        let spread = jitter(self.failed, chance);
        (self.waited_seconds <= OBEYED_SECONDS).then(|| asked.saturating_mul(1_000).saturating_add(spread))
    }
}

/// Whether a failure is of the moment: the network, or a server or a proxy that is busy. Others fail the same way again.
fn may_pass(error: &ApiError) -> bool {
    match error {
        ApiError::Network | ApiError::Timeout | ApiError::RateLimited { .. } => true,
        ApiError::Server { status, .. } | ApiError::Unavailable { status, .. } => matches!(status, 502..=504),
        _ => false,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and the cap")]
fn jitter(failed: u32, chance: f64) -> u32 {
    let exponent = i32::try_from(failed - 1).unwrap_or(i32::MAX);
    let most = (BASE_MILLISECONDS * 2_f64.powi(exponent)).min(CAP_MILLISECONDS);
    (most * chance.clamp(0.0, 1.0)) as u32
}

/// Reads `Retry-After`: seconds, or a date, which is taken for as far ahead as it is of `answered_at`, in seconds since 1970.
/// What is over is no time; a number without end is the longest there is; anything else says nothing.
pub fn retry_after(text: &str, answered_at: Option<i64>) -> Option<u32> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.parse().unwrap_or(u32::MAX));
    }
    let seconds = http_date(text)?.saturating_sub(answered_at?).max(0);
    Some(u32::try_from(seconds).unwrap_or(u32::MAX))
}

/// Reads a date as HTTP writes it, `Wed, 21 Oct 2026 07:28:00 GMT`, in seconds since 1970.
pub fn http_date(text: &str) -> Option<i64> {
    rfc2822::DateTimeParser::new().parse_timestamp(text.trim()).ok().map(jiff::Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITED: ApiError = ApiError::RateLimited { retry_after: None };

    fn limited(seconds: u32) -> ApiError {
        ApiError::RateLimited { retry_after: Some(seconds) }
    }

    /// The waits after failures that are all alike, with the greatest bad luck.
    fn waits(error: &ApiError) -> Vec<u32> {
        let mut retries = Retries::default();
        std::iter::from_fn(|| retries.wait(error, 1.0)).take(10).collect()
    }

    #[test]
    fn a_read_is_tried_three_times_with_longer_waits() {
        assert_eq!(waits(&ApiError::Network), [500, 1_000]);
        assert_eq!(waits(&ApiError::Timeout), [500, 1_000]);
        assert_eq!(waits(&LIMITED), [500, 1_000]);
    }

    #[test]
    fn only_what_may_pass_is_tried_again() {
        for status in [502, 503, 504] {
            assert_eq!(waits(&ApiError::Server { status, message: None }).len(), 2, "{status}");
        }
        for status in [500, 501, 505, 507, 599] {
            assert!(waits(&ApiError::Server { status, message: None }).is_empty(), "{status}");
        }
        let refused = |status| ApiError::Rejected { status, message: None };
        let undecodable = ApiError::Undecodable { detail: String::new() };
        let others = [ApiError::Unauthorized(None), ApiError::Forbidden(None), ApiError::NotFound(None), undecodable];
        for error in others.into_iter().chain([400, 409, 414, 415, 422].map(refused)) {
            assert!(waits(&error).is_empty(), "{error:?}");
        }
    }

    #[test]
    fn chance_spreads_the_waits_over_all_of_their_time() {
        let wait = |chance| Retries::default().wait(&ApiError::Network, chance);
        assert_eq!([0.0, 0.5, 1.0, -1.0, 7.0, f64::NAN].map(wait), [0, 250, 500, 0, 500, 0].map(Some));
        assert_eq!(
            [1, 2, 4, 5, 6, 40, u32::MAX].map(|failed| jitter(failed, 1.0)),
            [500, 1_000, 4_000, 8_000, 8_000, 8_000, 8_000]
        );
    }

    #[test]
    fn what_the_server_asks_for_is_obeyed_up_to_a_minute_in_all() {
        assert_eq!(waits(&limited(1)), [1_500, 2_000]);
        assert_eq!(waits(&limited(0)), [500, 1_000]);
        assert_eq!(waits(&limited(60)), [60_500], "a second minute is told instead");
        assert!(waits(&limited(61)).is_empty());
        assert!(waits(&limited(u32::MAX)).is_empty());
        let busy = |status| ApiError::Unavailable { status, message: None, retry_after: 2 };
        assert_eq!((waits(&busy(503)), waits(&busy(500))), (vec![2_500, 3_000], vec![]));
    }

    #[test]
    fn the_time_to_wait_is_seconds_or_a_date() {
        let now = http_date("Wed, 21 Oct 2026 07:28:00 GMT");
        let read = |text| retry_after(text, now);
        assert_eq!(["30", " 0 ", "99999999999999"].map(read), [Some(30), Some(0), Some(u32::MAX)]);
        assert_eq!(read("Wed, 21 Oct 2026 07:29:30 GMT"), Some(90));
        assert_eq!(read("Wed, 21 Oct 2026 07:27:00 GMT"), Some(0), "it is over");
        assert_eq!(read("Fri, 31 Dec 9999 23:59:59 GMT"), None, "beyond what instants reach");
        assert_eq!(["", "-1", "+5", "1.5", "soon", "2026-10-21T07:28:00Z"].map(read), [None; 6]);
        assert_eq!(retry_after("Wed, 21 Oct 2026 07:29:30 GMT", None), None, "nobody knows from when on");
    }
}
