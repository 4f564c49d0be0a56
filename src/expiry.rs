//! When something ends, and how near that is.

pub mod filter;
pub mod window;

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime};

use crate::api::date::ApiDate;
use crate::words::status;

/// From this year on an end stands for none: the API writes 3000-01-01 and 3999-12-31 for "no end".
const FIRST_ENDLESS_YEAR: i16 = 3000;
/// An end this many days away or nearer is named in days.
const SOON_DAYS: i32 = 60;

/// How near an end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExpiryStatus {
    /// It is past.
    Expired,
    /// It is this many days away, 60 or fewer, counted by the calendar in UTC.
    ExpiresIn(i32),
    /// It is further away.
    Active,
    /// There is none.
    Never,
    /// The API's text for it is no date.
    Unknown,
}

impl ExpiryStatus {
    /// Reads the status of an end at `now`, in UTC. No end, and one from year 3000 on, is [`Self::Never`].
    ///
    /// An end with a time is past from that time on; a day alone is past when the day is over.
    pub fn of(end: Option<&ApiDate>, now: DateTime) -> Self {
        let Some(end) = end else { return Self::Never };
        let Some(day) = end.day() else { return Self::Unknown };
        if day.year() >= FIRST_ENDLESS_YEAR {
            return Self::Never;
        }
        let past = end.time().map_or(day < now.date(), |time| time <= now);
        match days_between(now.date(), day) {
            _ if past => Self::Expired,
            days if days <= SOON_DAYS => Self::ExpiresIn(days),
            _ => Self::Active,
        }
    }

    /// The status in words.
    pub fn label(self) -> String {
        match self {
            Self::Expired => status::EXPIRED.to_owned(),
            Self::ExpiresIn(days) => status::expires_in(usize::try_from(days).unwrap_or_default()),
            Self::Active => status::ACTIVE.to_owned(),
            Self::Never => status::NEVER_EXPIRES.to_owned(),
            Self::Unknown => status::UNKNOWN.to_owned(),
        }
    }
}

/// Calendar days from today, in UTC, to an end: negative once it is past. `None` where there is no end or no date.
pub fn days_left(end: Option<&ApiDate>, now: DateTime) -> Option<i32> {
    let day = end?.day()?;
    (day.year() < FIRST_ENDLESS_YEAR).then(|| days_between(now.date(), day))
}

/// Orders ends: soonest first, then those that never come, then those that cannot be read.
pub fn compare_ends(left: Option<&ApiDate>, right: Option<&ApiDate>) -> Ordering {
    sort_key(left).cmp(&sort_key(right))
}

fn sort_key(end: Option<&ApiDate>) -> (u8, Option<Date>, Option<DateTime>) {
    match end.map(|end| (end.day(), end.time())) {
        Some((Some(day), time)) if day.year() < FIRST_ENDLESS_YEAR => (0, Some(day), time),
        Some((Some(_), _)) | None => (1, None, None),
        Some((None, _)) => (2, None, None),
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-23T15:00:00";

    fn now() -> DateTime {
        NOW.parse().expect("it is a date")
    }

    #[track_caller]
    fn check(end: &str, expected: ExpiryStatus, left: Option<i32>) {
        let end = ApiDate::new(end);
        assert_eq!(ExpiryStatus::of(Some(&end), now()), expected, "{end:?}");
        assert_eq!(days_left(Some(&end), now()), left, "{end:?}");
    }

    #[test]
    fn an_end_is_named_in_days_from_sixty_days_on() {
        check("2027-01-23T00:00:00", ExpiryStatus::Active, Some(61));
        check("2027-01-22T00:00:00", ExpiryStatus::ExpiresIn(60), Some(60));
        check("2026-12-31T00:00:00", ExpiryStatus::ExpiresIn(38), Some(38));
        check("2026-11-24T00:00:00", ExpiryStatus::ExpiresIn(1), Some(1));
        check("2025-12-31T00:00:00", ExpiryStatus::Expired, Some(-327));
    }

    #[test]
    fn a_time_is_past_at_once_and_a_day_when_it_is_over() {
        check("2026-11-23T00:00:00", ExpiryStatus::Expired, Some(0));
        check("2026-11-23T15:00:00", ExpiryStatus::Expired, Some(0));
        check("2026-11-23T15:00:01", ExpiryStatus::ExpiresIn(0), Some(0));
        check("2026-11-23", ExpiryStatus::ExpiresIn(0), Some(0));
        check("2026-11-22", ExpiryStatus::Expired, Some(-1));
    }

    #[test]
    fn no_end_and_an_end_in_year_3000_or_later_never_come() {
        check("3000-01-01T00:00:00", ExpiryStatus::Never, None);
        check("3999-12-31", ExpiryStatus::Never, None);
        check("2999-12-31", ExpiryStatus::Active, Some(355_419));
        assert_eq!(ExpiryStatus::of(None, now()), ExpiryStatus::Never);
    }

    #[test]
    fn what_is_no_date_has_no_status() {
        check("n/a", ExpiryStatus::Unknown, None);
    }

    #[test]
    fn the_soonest_end_comes_first_and_none_at_all_late() {
        let mut ends = ["n/a", "3000-01-01T00:00:00", "2026-12-31", "2025-12-31T00:00:00"]
            .map(|text| Some(ApiDate::new(text)))
            .to_vec();
        ends.push(None);
        ends.sort_by(|left, right| compare_ends(left.as_ref(), right.as_ref()));
        let ends: Vec<_> = ends.iter().map(|end| end.as_ref().map_or("null", ApiDate::as_written)).collect();
        assert_eq!(ends, ["2025-12-31T00:00:00", "2026-12-31", "3000-01-01T00:00:00", "null", "n/a"]);
    }

    #[test]
    fn labels_are_plain_words() {
        let labels =
            [ExpiryStatus::ExpiresIn(0), ExpiryStatus::ExpiresIn(1), ExpiryStatus::ExpiresIn(2), ExpiryStatus::Never];
        let labels: Vec<_> = labels.into_iter().map(ExpiryStatus::label).collect();
        assert_eq!(labels, ["Expires in 0 days", "Expires in 1 day", "Expires in 2 days", "Never expires"]);
    }
}
