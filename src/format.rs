//! Dates, counts and durations as text, and the one clock.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use crate::api::date::ApiDate;

/// What stands where there is nothing to show.
pub const NOTHING: &str = "—";

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

/// Now, in UTC.
pub fn now() -> DateTime {
    utc(now_seconds())
}

/// A time given in seconds since 1970, in UTC; the ends of the calendar where it lies beyond.
pub fn utc(seconds: i64) -> DateTime {
    let instant = Timestamp::from_second(seconds).unwrap_or(if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX });
    TimeZone::UTC.to_datetime(instant)
}

/// A day, such as "31 Dec 2026".
pub fn day(day: civil::Date) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(day.month() - 1).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    format!("{} {month} {}", day.day(), day.year())
}

/// A day and time, such as "19 Sep 2025, 14:24 UTC".
pub fn minute(time: DateTime) -> String {
    format!("{}, {:02}:{:02} UTC", day(time.date()), time.hour(), time.minute())
}

/// The day of an API date; its own text where it is none.
pub fn api_day(date: &ApiDate) -> String {
    date.day().map_or_else(|| date.as_written().to_owned(), day)
}

/// The day and time of an API date; the day alone, or its own text, where there is no more.
pub fn api_minute(date: &ApiDate) -> String {
    date.time().map_or_else(|| api_day(date), minute)
}

/// An API date to the letter, with the zone that a text without one is taken for.
pub fn api_exact(date: &ApiDate) -> String {
    let text = date.as_written();
    if date.is_zoneless() { format!("{text} UTC") } else { text.to_owned() }
}

/// A count with its noun, such as "1 contract" and "1,000 contracts".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number with its thousands grouped.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Days left until an end, as words: "38 days", "0 days, ended 327 days ago".
pub fn days_left(days: i32) -> String {
    let number = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    let days_in_words = count(number, "day", "days");
    if days < 0 { format!("0 days, ended {days_in_words} ago") } else { days_in_words }
}

/// Whole minutes left of a number of seconds, as words.
pub fn minutes_left(seconds: i64) -> String {
    match usize::try_from(seconds / 60).unwrap_or_default() {
        0 => "Less than a minute left".to_owned(),
        minutes => count(minutes, "minute left", "minutes left"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_apis_day_and_a_time_says_utc() {
        let zoneless = ApiDate::new("2026-12-31T00:00:00");
        assert_eq!(api_day(&zoneless), "31 Dec 2026");
        assert_eq!(api_exact(&zoneless), "2026-12-31T00:00:00 UTC");
        assert_eq!(api_exact(&ApiDate::new("2025-09-19T14:24:07Z")), "2025-09-19T14:24:07Z");
        assert_eq!(api_exact(&ApiDate::new("n/a")), "n/a");
        assert_eq!(api_minute(&ApiDate::new("2025-09-19T14:24:07Z")), "19 Sep 2025, 14:24 UTC");
        assert_eq!(api_minute(&ApiDate::new("2026-09-17")), "17 Sep 2026");
        assert_eq!(api_day(&ApiDate::new("some day")), "some day");
    }

    #[test]
    fn numbers_are_grouped_and_plurals_right() {
        assert_eq!(count(0, "contract", "contracts"), "0 contracts");
        assert_eq!(count(1, "contract", "contracts"), "1 contract");
        assert_eq!(count(1_234_567, "contract", "contracts"), "1,234,567 contracts");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1,000");
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
