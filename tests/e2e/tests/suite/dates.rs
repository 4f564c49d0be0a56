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

/// That day as the app shows it, with how far it is: `31 Dec 2026, in 38 days`.
pub fn shown_in(days: i64) -> String {
    let (amount, unit) = match days.unsigned_abs() {
        near @ 2..100 => (near, "days"),
        far @ 100..730 => (far * 10 / 304, "months"),
        other => panic!("{other} days are in no test"),
    };
    let distance = if days < 0 { format!("{amount} {unit} ago") } else { format!("in {amount} {unit}") };
    format!("{}, {distance}", written_in(days))
}
