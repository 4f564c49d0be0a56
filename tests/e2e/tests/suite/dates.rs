use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// The day so many days from today, in UTC.
pub fn day_in(days: i64) -> Date {
    let today = TimeZone::UTC.to_datetime(Timestamp::now()).date();
    today.saturating_add(days.days())
}

/// That day as the app writes it: `31 Dec 2026`.
pub fn written_in(days: i64) -> String {
    day_in(days).strftime("%-d %b %Y").to_string()
}

/// That day as the app shows it, with how far it is: `31 Dec 2026, in 38 days`. For 2 to 99 days.
pub fn shown_in(days: i64) -> String {
    format!("{}, in {days} days", written_in(days))
}
