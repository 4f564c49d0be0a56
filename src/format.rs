//! Dates and durations as text, and the one clock.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::api::date::ApiDate;
use crate::locale;
use crate::words::{self, dates};

/// Seconds since 1970 by this computer's clock.
#[cfg(target_arch = "wasm32")]
#[expect(clippy::cast_possible_truncation, reason = "the clock's milliseconds fit")]
pub fn now_seconds() -> i64 {
    (js_sys::Date::now() / 1000.0).floor() as i64
}

/// Seconds since 1970: a fixed time where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn now_seconds() -> i64 {
    1_795_446_000
}

/// Milliseconds since 1970 by this computer's clock.
#[cfg(target_arch = "wasm32")]
#[expect(clippy::cast_possible_truncation, reason = "the clock's milliseconds fit")]
pub fn now_milliseconds() -> i64 {
    js_sys::Date::now().floor() as i64
}

/// Milliseconds since 1970: a fixed time where there is no browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn now_milliseconds() -> i64 {
    now_seconds() * 1_000
}

/// Now, in UTC.
pub fn now() -> DateTime {
    utc(now_seconds())
}

/// A time given in seconds since 1970, in UTC; the ends of the calendar where it lies beyond.
pub fn utc(seconds: i64) -> DateTime {
    let instant = Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX });
    Offset::UTC.to_datetime(instant)
}

/// Seconds from now until a time in UTC; negative once it is past.
pub fn seconds_until(time: DateTime) -> i64 {
    Offset::UTC.to_timestamp(time).map_or(0, |then| then.as_second().saturating_sub(now_seconds()))
}

/// A day and time, such as "19 Sep 2025, 14:24 UTC".
pub fn minute(time: DateTime) -> String {
    words::dates::in_utc(&locale::day(time.date()), &locale::clock(time))
}

/// The day of an API date; its own text where it is none.
pub fn api_day(date: &ApiDate) -> String {
    date.day().map_or_else(|| date.as_written().to_owned(), locale::day)
}

/// The day and time of an API date; the day alone, or its own text, where there is no more.
pub fn api_minute(date: &ApiDate) -> String {
    date.time().map_or_else(|| api_day(date), minute)
}

/// An API date to the letter, with the zone that a text without one is taken for, and its day of the week.
pub fn api_exact(date: &ApiDate) -> String {
    let text = date.as_written();
    let zoned = if date.is_zoneless() { format!("{text} UTC") } else { text.to_owned() };
    match date.day() {
        Some(day) => words::dates::exact(&zoned, usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0)),
        None => zoned,
    }
}

/// A number of days ahead, or back where it is negative, in words: "in 38 days", "today", "11 months ago".
///
/// The further, the coarser: days up to 99, then months of 30.4 days up to 23, then years.
pub fn relative_days(days: i32) -> String {
    let many = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    let span = match many {
        0 => return dates::TODAY.to_owned(),
        1..100 => dates::days(many),
        100..730 => dates::months(many.saturating_mul(10) / 304),
        _ => dates::years(many.saturating_mul(100) / 36_525),
    };
    if days < 0 { dates::ago(&span) } else { dates::ahead(&span) }
}

/// A number of seconds ahead, or back where it is negative, in words: "3 minutes ago", "just now".
pub fn relative_seconds(seconds: i64) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let many = seconds.unsigned_abs();
    let whole = |unit: u64| usize::try_from(many / unit).unwrap_or(usize::MAX);
    let span = match many {
        0..MINUTE => return dates::JUST_NOW.to_owned(),
        MINUTE..HOUR => dates::minutes(whole(MINUTE)),
        HOUR..DAY => dates::hours(whole(HOUR)),
        _ => return relative_days(i32::try_from(seconds / DAY.cast_signed()).unwrap_or(i32::MAX)),
    };
    if seconds < 0 { dates::ago(&span) } else { dates::ahead(&span) }
}

/// Days left until an end, as words: "38 days", "0 days, ended 327 days ago".
pub fn days_left(days: i32) -> String {
    let number = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    let days_in_words = dates::days(number);
    if days < 0 { dates::none_left(&days_in_words) } else { days_in_words }
}

/// Whole minutes left of a number of seconds, as words.
pub fn minutes_left(seconds: i64) -> String {
    match usize::try_from(seconds / 60).unwrap_or_default() {
        0 => words::session::LAST_MINUTE.to_owned(),
        minutes => words::session::minutes_left(minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_apis_day_and_a_time_says_utc() {
        let zoneless = ApiDate::new("2026-12-31T00:00:00");
        assert_eq!(api_day(&zoneless), "31 Dec 2026");
        assert_eq!(api_exact(&zoneless), "2026-12-31T00:00:00 UTC (Thursday)");
        assert_eq!(api_exact(&ApiDate::new("2025-09-19T14:24:07Z")), "2025-09-19T14:24:07Z (Friday)");
        assert_eq!(api_exact(&ApiDate::new("n/a")), "n/a");
        assert_eq!(api_minute(&ApiDate::new("2025-09-19T14:24:07Z")), "19 Sep 2025, 14:24 UTC");
        assert_eq!(api_minute(&ApiDate::new("2026-09-17")), "17 Sep 2026");
        assert_eq!(api_day(&ApiDate::new("some day")), "some day");
    }

    #[test]
    fn the_further_a_day_the_coarser_its_distance() {
        let told = [0, 1, -1, 38, 99, 100, 365, 729, 730, -3650, i32::MIN].map(relative_days);
        let expected = [
            "today",
            "in 1 day",
            "1 day ago",
            "in 38 days",
            "in 99 days",
            "in 3 months",
            "in 12 months",
            "in 23 months",
            "in 1 year",
            "9 years ago",
            "5,879,489 years ago",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn moments_are_told_by_minutes_hours_and_days() {
        let told = [-59, -60, -3599, 3600, -86_399, -86_400, i64::MIN].map(relative_seconds);
        let expected = ["just now", "1 minute ago", "59 minutes ago", "in 1 hour", "23 hours ago", "1 day ago"];
        assert_eq!(told[..6], expected);
    }

    #[test]
    fn days_left_are_told_in_words() {
        assert_eq!(days_left(0), "0 days");
        assert_eq!(days_left(1), "1 day");
        assert_eq!(days_left(38), "38 days");
        assert_eq!(days_left(-1), "0 days, ended 1 day ago");
        assert_eq!(days_left(-327), "0 days, ended 327 days ago");
    }

    #[test]
    fn whole_minutes_are_told_and_the_last_one_in_words() {
        assert_eq!(minutes_left(30 * 60 - 1), "29 minutes left");
        assert_eq!(minutes_left(119), "1 minute left");
        assert_eq!(minutes_left(59), "Less than a minute left");
        assert_eq!(minutes_left(-5), "Less than a minute left");
    }

    #[test]
    fn times_beyond_the_calendar_do_not_panic() {
        assert_eq!(utc(i64::MAX).year(), 9999);
        assert_eq!(utc(i64::MIN).year(), -9999);
    }
}
