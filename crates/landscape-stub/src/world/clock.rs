use std::time::Duration;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

/// The computer's clock, or one that stands still, plus what tests have let pass.
#[derive(Debug)]
pub(crate) struct Clock {
    stands_at: Option<Timestamp>,
    ahead: SignedDuration,
}

impl Clock {
    pub fn new(stands_at: Option<Timestamp>) -> Self {
        Self { stands_at, ahead: SignedDuration::ZERO }
    }

    pub fn now(&self) -> Timestamp {
        let now = self.stands_at.unwrap_or_else(Timestamp::now);
        now.saturating_add(self.ahead).unwrap_or(Timestamp::MAX)
    }

    pub fn advance(&mut self, duration: Duration) {
        let duration = SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX);
        self.ahead = self.ahead.saturating_add(duration);
    }
}

/// As HTTP writes a time: `Fri, 19 Sep 2025 14:24:07 GMT`.
pub(crate) fn in_header(time: Timestamp) -> String {
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// The day in UTC.
pub(crate) fn day(time: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(time).date()
}

/// As Landscape writes a time: `2025-09-19T14:24:07Z`.
pub(crate) fn written(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
