//! Dates as the API writes them: `2026-09-17`, `2025-12-31T00:00:00` without a zone, `2025-09-19T14:24:07Z`.

use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};

/// A date or time of the API: its text to the letter, and what could be read of it.
///
/// A text without a zone is taken for UTC, never for the browser's zone: the documentation names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDate {
    text: String,
    reading: Reading,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Day(civil::Date),
    Instant(civil::DateTime),
    Unreadable,
}

impl ApiDate {
    /// Reads a date; a text that is none is kept and has no day.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), reading: read(text.trim()) }
    }

    /// The text as the API gave it.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// The day, in UTC; `None` where the text is no date.
    pub fn day(&self) -> Option<civil::Date> {
        match self.reading {
            Reading::Day(day) => Some(day),
            Reading::Instant(time) => Some(time.date()),
            Reading::Unreadable => None,
        }
    }

    /// The day and time, in UTC; `None` for a bare day and for a text that is no date.
    pub fn time(&self) -> Option<civil::DateTime> {
        match self.reading {
            Reading::Instant(time) => Some(time),
            Reading::Day(_) | Reading::Unreadable => None,
        }
    }
}

fn read(text: &str) -> Reading {
    if text.len() == "2026-09-17".len() {
        return text.parse().map_or(Reading::Unreadable, Reading::Day);
    }
    let zoned = text.parse::<jiff::Timestamp>().map(|instant| TimeZone::UTC.to_datetime(instant));
    zoned.or_else(|_| text.parse()).map_or(Reading::Unreadable, Reading::Instant)
}

impl<'de> Deserialize<'de> for ApiDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::new(&text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, day: Option<&str>, time: Option<&str>) {
        let date = ApiDate::new(text);
        assert_eq!(date.as_written(), text);
        assert_eq!(date.day().map(|day| day.to_string()).as_deref(), day, "{text}");
        assert_eq!(date.time().map(|time| time.to_string()).as_deref(), time, "{text}");
    }

    #[test]
    fn the_three_documented_shapes_are_read() {
        check("2026-09-17", Some("2026-09-17"), None);
        check("2025-12-31T00:00:00", Some("2025-12-31"), Some("2025-12-31T00:00:00"));
        check("2025-09-19T14:24:07Z", Some("2025-09-19"), Some("2025-09-19T14:24:07"));
    }

    #[test]
    fn an_offset_is_brought_to_utc() {
        check("2026-01-01T00:30:00+02:00", Some("2025-12-31"), Some("2025-12-31T22:30:00"));
    }

    #[test]
    fn ends_of_the_calendar_are_dates() {
        check("3000-01-01T00:00:00", Some("3000-01-01"), Some("3000-01-01T00:00:00"));
        check("9999-12-31", Some("9999-12-31"), None);
        check("0001-01-01", Some("0001-01-01"), None);
        check("2028-02-29", Some("2028-02-29"), None);
    }

    #[test]
    fn what_is_no_date_keeps_its_text_and_has_no_day() {
        for text in ["", "n/a", "2027-02-29", "2026-13-01", "31.12.2026", "2026-09-1x", "\u{0}"] {
            check(text, None, None);
        }
    }
}
