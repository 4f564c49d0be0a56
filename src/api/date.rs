//! Dates as the API writes them: `2026-09-17`, `2025-12-31T00:00:00` without a zone, `2025-09-19T14:24:07Z`.

use jiff::civil;
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer};

use crate::api::lenient;

/// A date or time of the API: its text to the letter, and what could be read of it.
///
/// A text without a zone is taken for UTC, never for the browser's zone: the documentation names none. The day is the one
/// that is written, whatever the zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiDate {
    text: String,
    reading: Reading,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Day { day: civil::Date, is_zoneless: bool },
    Time { day: civil::Date, utc: civil::DateTime, is_zoneless: bool },
    Unreadable,
}

impl ApiDate {
    /// Reads a date; a text that is none is kept and has no day.
    pub fn new(text: &str) -> Self {
        Self::from(text.to_owned())
    }

    /// The text as the API gave it.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// The day as it is written; `None` where the text is no date.
    pub fn day(&self) -> Option<civil::Date> {
        match self.reading {
            Reading::Day { day, .. } | Reading::Time { day, .. } => Some(day),
            Reading::Unreadable => None,
        }
    }

    /// Whether it is a date that names no zone.
    pub fn is_zoneless(&self) -> bool {
        matches!(self.reading, Reading::Day { is_zoneless: true, .. } | Reading::Time { is_zoneless: true, .. })
    }

    /// The day and time, in UTC; `None` for a bare day and for a text that is no date.
    pub fn time(&self) -> Option<civil::DateTime> {
        match self.reading {
            Reading::Time { utc, .. } => Some(utc),
            Reading::Day { .. } | Reading::Unreadable => None,
        }
    }
}

impl From<String> for ApiDate {
    fn from(text: String) -> Self {
        Self { reading: read(text.trim()), text }
    }
}

/// How long a bare day is.
const DAY_LENGTH: usize = "2026-09-17".len();

fn read(text: &str) -> Reading {
    if let Some(utc) = documented(text.as_bytes()) {
        return Reading::Time { day: utc.date(), utc, is_zoneless: true };
    }
    let (Some(day), Some(rest)) = (text.get(..DAY_LENGTH), text.get(DAY_LENGTH..)) else { return Reading::Unreadable };
    // A date that is not what it is tried as takes longer than all the others.
    if !rest.is_empty()
        && day.as_bytes().get(4) == Some(&b'-')
        && !rest.contains(['Z', '+', '-'])
        && let Ok(utc) = text.parse::<civil::DateTime>()
    {
        return Reading::Time { day: utc.date(), utc, is_zoneless: true };
    }
    let Ok(day) = day.parse() else { return Reading::Unreadable };
    if rest.is_empty() {
        return Reading::Day { day, is_zoneless: true };
    }
    match text.parse::<jiff::Timestamp>() {
        Ok(instant) => Reading::Time { day, utc: Offset::UTC.to_datetime(instant), is_zoneless: false },
        // A time beyond what instants reach, such as the last day of year 9999: the day is known all the same.
        Err(_) if rest.starts_with('T') => Reading::Day { day, is_zoneless: false },
        Err(_) => Reading::Unreadable,
    }
}

/// Reads `2025-12-31T00:00:00`, as contracts and licenses are documented to end. A reader of all shapes takes a third of the time
/// that 100,000 contracts take.
fn documented(text: &[u8]) -> Option<civil::DateTime> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2] = *text else {
        return None;
    };
    let pair = |tens: u8, ones: u8| {
        let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        are_digits.then(|| ((tens - b'0') * 10 + (ones - b'0')).cast_signed())
    };
    let year = i16::from(pair(y1, y2)?) * 100 + i16::from(pair(y3, y4)?);
    civil::DateTime::new(year, pair(m1, m2)?, pair(d1, d2)?, pair(h1, h2)?, pair(n1, n2)?, pair(s1, s2)?, 0).ok()
}

/// A time to the minute, as the API takes it: `2026-11-23T18:05`. Not by a pattern: what reads patterns is 30 KB of code.
pub fn print_minute(time: civil::DateTime) -> String {
    format!("{}T{:02}:{:02}", time.date(), time.hour(), time.minute())
}

impl<'de> Deserialize<'de> for ApiDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::text(deserializer).map(|text| Self::from(text.unwrap_or_default()))
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
    fn the_day_is_as_written_and_the_time_in_utc() {
        check("2026-01-01T00:30:00+02:00", Some("2026-01-01"), Some("2025-12-31T22:30:00"));
    }

    #[test]
    fn ends_of_the_calendar_are_dates() {
        check("3000-01-01T00:00:00", Some("3000-01-01"), Some("3000-01-01T00:00:00"));
        check("9999-12-31", Some("9999-12-31"), None);
        check("9999-12-31T23:59:59Z", Some("9999-12-31"), None);
        check("0001-01-01", Some("0001-01-01"), None);
        check("2028-02-29", Some("2028-02-29"), None);
    }

    /// Every shape that a server, a proxy or a script between them has been seen to write.
    #[test]
    fn odd_dates_are_read_as_far_as_they_go() {
        check("0001-01-01T00:00:00", Some("0001-01-01"), Some("0001-01-01T00:00:00"));
        check("9999-12-31T23:59:59.999999+00:00", Some("9999-12-31"), None);
        check("2028-02-29T12:00:00Z", Some("2028-02-29"), Some("2028-02-29T12:00:00"));
        check("2026-09-17T10:00:00.123456Z", Some("2026-09-17"), Some("2026-09-17T10:00:00.123456"));
        check("2026-09-17T10:00:00.5-11:00", Some("2026-09-17"), Some("2026-09-17T21:00:00.5"));
        check("2026-09-17T10:00:00+14:00", Some("2026-09-17"), Some("2026-09-16T20:00:00"));
        check("2016-12-31T23:59:60Z", Some("2016-12-31"), Some("2016-12-31T23:59:59"));
        check("2026-09-17 10:00:00", Some("2026-09-17"), Some("2026-09-17T10:00:00"));
        check(" 2026-09-17 ", Some("2026-09-17"), None);
        check("2026-09-17T10:00:00[Africa/Brazzaville]", Some("2026-09-17"), Some("2026-09-17T10:00:00"));
        for text in [
            "20260917T100000",
            "+0020260917T10",
            "2026-9-17",
            "26-09-17",
            "1764000000",
            "0000-00-00",
            "2026-09-17junk",
            "never",
            "-1",
        ] {
            check(text, None, None);
        }
    }

    #[test]
    fn what_is_no_text_is_kept_as_it_came() {
        let read = |json: &str| serde_json::from_str::<ApiDate>(json).map(|date| date.as_written().to_owned()).ok();
        assert_eq!(read("1764000000").as_deref(), Some("1764000000"));
        assert_eq!(read("[2026, 9]").as_deref(), Some("[2026,9]"));
    }

    #[test]
    fn what_is_no_date_keeps_its_text_and_has_no_day() {
        for text in ["", "n/a", "2027-02-29", "2026-13-01", "31.12.2026", "2026-09-1x", "\u{0}"] {
            check(text, None, None);
        }
    }
}
