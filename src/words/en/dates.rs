//! Words: dates.

use crate::words::en::count;

pub const NO_END: &str = "No end date";
pub const TODAY: &str = "today";
pub const JUST_NOW: &str = "just now";

/// Between a day and how far it is: "31 Dec 2026, in 38 days".
pub const SEPARATOR: &str = ", ";

pub fn ahead(span: &str) -> String {
    format!("in {span}")
}

pub fn ago(span: &str) -> String {
    format!("{span} ago")
}

pub fn minutes(many: usize) -> String {
    count(many, "minute", "minutes")
}

pub fn hours(many: usize) -> String {
    count(many, "hour", "hours")
}

pub fn days(many: usize) -> String {
    count(many, "day", "days")
}

pub fn months(many: usize) -> String {
    count(many, "month", "months")
}

pub fn years(many: usize) -> String {
    count(many, "year", "years")
}

/// A day, its month counted from 1.
pub fn day(day: i8, month_number: usize, year: i16) -> String {
    format!("{day} {}", month(month_number, year))
}

/// A month, counted from 1.
pub fn month(month: usize, year: i16) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    format!("{} {year}", MONTHS.get((month + 11) % 12).unwrap_or(&""))
}

/// A day and a time of it, in UTC.
pub fn in_utc(day: &str, time: &str) -> String {
    format!("{day}, {time} UTC")
}

/// The days left of something that has ended.
pub fn none_left(days_ago: &str) -> String {
    format!("0 days, ended {days_ago} ago")
}

/// A date to the letter, with its day of the week.
pub fn exact(written: &str, weekday: usize) -> String {
    const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    format!("{written} ({})", WEEKDAYS.get(weekday % 7).unwrap_or(&""))
}
