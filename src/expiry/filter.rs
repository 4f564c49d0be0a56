//! What is listed by its end, as the URL has it: in the lists, and behind every number that counts ends.

use jiff::civil::DateTime;

use crate::api::date::ApiDate;
use crate::expiry::ExpiryStatus;
use crate::expiry::window::{WINDOWS, ends_within};
use crate::month::Month;
use crate::query::Query;
use crate::words::ends;

/// The filter by end, in the URL.
const EXPIRES: &str = "expires";
const EXPIRED: &str = "expired";
const LATER: &str = "later";
const NEVER: &str = "never";
const UNKNOWN: &str = "unknown";

/// How many months the timeline shows, this one included.
pub const MONTHS_AHEAD: i32 = 24;

/// Which ends are wanted. What has ended is in [`Self::Expired`] and in nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EndFilter {
    /// Every one.
    #[default]
    Any,
    /// Those that are past.
    Expired,
    /// Those of today and the next so many days.
    Within(u16),
    /// Those to come in a month.
    In(Month),
    /// Those after the months of the timeline.
    Later,
    /// None: it never ends.
    Never,
    /// What the API gave for it is no date.
    Unknown,
}

impl EndFilter {
    /// Those that can be chosen; the others are where a number leads to.
    pub fn choices() -> impl Iterator<Item = Self> {
        [Self::Any, Self::Expired].into_iter().chain(WINDOWS.map(Self::Within))
    }

    /// Reads it of the URL; what cannot be read filters nothing.
    pub fn of(query: &Query) -> Self {
        Self::parse(query.get(EXPIRES).unwrap_or_default())
    }

    /// The query with it.
    #[must_use]
    pub fn put(self, query: &Query) -> Query {
        query.with(EXPIRES, &self.word())
    }

    /// Reads its word.
    pub fn parse(word: &str) -> Self {
        match word {
            EXPIRED => Self::Expired,
            LATER => Self::Later,
            NEVER => Self::Never,
            UNKNOWN => Self::Unknown,
            word => match WINDOWS.into_iter().find(|days| days.to_string() == word) {
                Some(days) => Self::Within(days),
                None => Month::parse(word).map_or(Self::Any, Self::In),
            },
        }
    }

    /// How it stands in the URL; nothing where every end is wanted.
    pub fn word(self) -> String {
        match self {
            Self::Any => String::new(),
            Self::Expired => EXPIRED.to_owned(),
            Self::Within(days) => days.to_string(),
            Self::In(month) => month.print(),
            Self::Later => LATER.to_owned(),
            Self::Never => NEVER.to_owned(),
            Self::Unknown => UNKNOWN.to_owned(),
        }
    }

    /// What a file's name says of it.
    pub fn hint(self) -> String {
        if self == Self::Any { String::new() } else { format!("{EXPIRES}-{}", self.word()) }
    }

    /// What it is called.
    pub fn label(self) -> String {
        match self {
            Self::Any => ends::ANY.to_owned(),
            Self::Expired => ends::EXPIRED.to_owned(),
            Self::Within(days) => ends::within(days.into()),
            Self::In(month) => ends::in_month(&month.label()),
            Self::Later => ends::LATER.to_owned(),
            Self::Never => ends::NEVER.to_owned(),
            Self::Unknown => ends::UNKNOWN.to_owned(),
        }
    }

    /// What a row of the timeline is called: a month by its name alone.
    pub fn short_label(self) -> String {
        match self {
            Self::In(month) => month.label(),
            other => other.label(),
        }
    }

    /// Whether an end is wanted at `now`, in UTC.
    pub fn accepts(self, end: Option<&ApiDate>, now: DateTime) -> bool {
        if self == Self::Any {
            return true;
        }
        let status = ExpiryStatus::of(end, now);
        let month = end.and_then(ApiDate::day).map(Month::of);
        let is_to_come = matches!(status, ExpiryStatus::ExpiresIn(_) | ExpiryStatus::Active);
        match self {
            Self::Any => true,
            Self::Expired => status == ExpiryStatus::Expired,
            Self::Within(days) => ends_within(end, days, now),
            Self::In(wanted) => is_to_come && month == Some(wanted),
            Self::Later => is_to_come && month >= Some(first_later_month(now)),
            Self::Never => status == ExpiryStatus::Never,
            Self::Unknown => status == ExpiryStatus::Unknown,
        }
    }
}

/// The month after those of the timeline.
fn first_later_month(now: DateTime) -> Month {
    Month::of(now.date()).after(MONTHS_AHEAD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime {
        "2026-11-23T15:00:00".parse().expect("it is a date")
    }

    #[track_caller]
    fn check(end: &str, words: &[&str]) {
        let end = Some(ApiDate::new(end)).filter(|end| end.as_written() != "null");
        let all = ["", "expired", "7", "30", "60", "90", "2026-11", "2026-12", "2028-10", "later", "never", "unknown"];
        let found = all.into_iter().filter(|word| EndFilter::parse(word).accepts(end.as_ref(), now()));
        assert_eq!(found.collect::<Vec<_>>(), [&[""], words].concat(), "{end:?}");
    }

    #[test]
    fn an_end_is_found_by_how_near_it_is_and_by_its_month() {
        check("2026-11-22", &["expired"]);
        check("2026-11-23T00:00:00", &["expired"]);
        check("2026-11-23", &["7", "30", "60", "90", "2026-11"]);
        check("2026-12-31T00:00:00", &["60", "90", "2026-12"]);
        check("2028-10-31T23:59:59", &["2028-10"]);
        check("2028-11-01", &["later"]);
        check("2999-12-31", &["later"]);
        check("3000-01-01T00:00:00", &["never"]);
        check("3999-12-31", &["never"]);
        check("null", &["never"]);
        check("n/a", &["unknown"]);
        check("2026-02-30", &["unknown"]);
    }

    #[test]
    fn a_filter_comes_back_from_the_url() {
        for text in ["", "?expires=expired", "?expires=7", "?expires=90", "?expires=2027-03", "?expires=later"] {
            let filter = EndFilter::of(&Query::parse(text));
            assert_eq!(filter.put(&Query::default()).print(), text);
        }
        let query = Query::parse("?expires=never&filter=x");
        assert_eq!(EndFilter::Unknown.put(&query).print(), "?expires=unknown&filter=x");
        assert_eq!(EndFilter::Any.put(&query).print(), "?filter=x");
    }

    #[test]
    fn what_cannot_be_read_filters_nothing() {
        for word in ["soon", "8", "007", "-7", "Expired", "2027-13", "99999-01"] {
            assert_eq!(EndFilter::parse(word), EndFilter::Any, "{word}");
        }
    }

    #[test]
    fn what_can_be_chosen_has_a_name() {
        let labels: Vec<_> = EndFilter::choices().map(EndFilter::label).collect();
        assert_eq!(
            labels,
            ["Any time", "Expired", "Within 7 days", "Within 30 days", "Within 60 days", "Within 90 days"]
        );
        assert_eq!(EndFilter::parse("2027-03").label(), "In Mar 2027");
    }
}
