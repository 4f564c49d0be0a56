//! When something ends, and how near that is.

pub mod filter;
pub mod window;

use jiff::civil::{Date, DateTime};

use crate::api::date::ApiDate;
use crate::words::status;

/// From this year on an end stands for none: the API writes 3000-01-01 and 3999-12-31 for "no end".
const FIRST_ENDLESS_YEAR: i16 = 3000;
/// An end this many days away or nearer is named in days.
const SOON_DAYS: i32 = 60;

/// How near an end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

    /// Where it stands among others: the nearer its end, the sooner.
    pub fn order(self) -> i64 {
        match self {
            Self::Expired => i64::MIN,
            Self::ExpiresIn(days) => days.into(),
            Self::Active => i64::MAX - 2,
            Self::Never => i64::MAX - 1,
            Self::Unknown => i64::MAX,
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

/// Where an end stands among others: soonest first, a day before its times, then those that never come, then those that
/// cannot be read.
pub fn order(end: Option<&ApiDate>) -> i64 {
    match end.map(|end| (end.day(), end.time())) {
        Some((Some(day), time)) if day.year() < FIRST_ENDLESS_YEAR => moment(day, time),
        Some((Some(_), _)) | None => i64::MAX - 1,
        Some((None, _)) => i64::MAX,
    }
}

/// In microseconds, as if every month had 31 days: it is only compared. By the day that is written, then by the instant, which
/// may be of the day before or after in UTC; a day alone comes before all its times.
fn moment(day: Date, time: Option<DateTime>) -> i64 {
    const SECOND: i64 = 1_000_000;
    const DAY: i64 = 86_400 * SECOND;
    let days = (i64::from(day.year()) * 12 + i64::from(day.month())) * 31 + i64::from(day.day());
    let since = |time: DateTime| {
        let minutes = i64::from(time.hour()) * 60 + i64::from(time.minute());
        let seconds = day.duration_until(time.date()).as_secs() + minutes * 60 + i64::from(time.second());
        seconds * SECOND + i64::from(time.subsec_nanosecond()) / 1_000
    };
    days * 8 * DAY + time.map_or(-4 * DAY, since)
}

fn days_between(from: Date, to: Date) -> i32 {
    i32::try_from(from.duration_until(to).as_hours() / 24).unwrap_or_default()
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
        ends.sort_by_key(|end| order(end.as_ref()));
        let ends: Vec<_> = ends.iter().map(|end| end.as_ref().map_or("null", ApiDate::as_written)).collect();
        assert_eq!(ends, ["2025-12-31T00:00:00", "2026-12-31", "3000-01-01T00:00:00", "null", "n/a"]);
    }

    #[test]
    fn ends_of_one_day_stand_by_their_instants_behind_the_day_itself() {
        let ends = [
            "2025-12-31T23:59:59Z",
            "2026-01-01",
            "2026-01-01T00:30:00+02:00",
            "2026-01-01T12:00:00Z",
            "2026-01-01T12:00:00.000001",
            "2026-01-01T23:00:00-05:00",
            "2026-01-02",
            "2999-12-31T23:59:59Z",
        ];
        let orders = ends.map(|end| order(Some(&ApiDate::new(end))));
        assert!(orders.is_sorted_by(|one, next| one < next), "{orders:?}");
    }

    #[test]
    fn statuses_stand_by_how_near_the_end_is() {
        let statuses = [
            ExpiryStatus::Expired,
            ExpiryStatus::ExpiresIn(0),
            ExpiryStatus::ExpiresIn(60),
            ExpiryStatus::Active,
            ExpiryStatus::Never,
            ExpiryStatus::Unknown,
        ];
        assert!(statuses.map(ExpiryStatus::order).is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn labels_are_plain_words() {
        let labels =
            [ExpiryStatus::ExpiresIn(0), ExpiryStatus::ExpiresIn(1), ExpiryStatus::ExpiresIn(2), ExpiryStatus::Never];
        let labels: Vec<_> = labels.into_iter().map(ExpiryStatus::label).collect();
        assert_eq!(labels, ["Expires in 0 days", "Expires in 1 day", "Expires in 2 days", "Never expires"]);
    }
}
