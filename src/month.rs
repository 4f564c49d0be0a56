//! A month of the calendar.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::locale;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self { first: day.first_of_month() }
    }

    /// Reads `2027-03`.
    pub fn parse(text: &str) -> Option<Self> {
        let is_whole = text.len() == "2027-03".len();
        let day = format!("{text}-01").parse().ok().filter(|_| is_whole)?;
        Some(Self::of(day))
    }

    /// As it is read: `2027-03`.
    pub fn print(self) -> String {
        format!("{:04}-{:02}", self.first.year(), self.first.month())
    }

    /// So many months later; the last one of the calendar where that lies beyond.
    #[must_use]
    pub fn after(self, months: i32) -> Self {
        Self { first: self.first.saturating_add(months.months()) }
    }

    /// How many days it has.
    pub fn days(self) -> i8 {
        self.first.days_in_month()
    }

    /// What it is called, such as "Mar 2027".
    pub fn label(self) -> String {
        locale::month(self.first)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_comes_back_from_its_text() {
        for text in ["2026-11", "2027-03", "0001-01", "9999-12"] {
            assert_eq!(Month::parse(text).map(Month::print).as_deref(), Some(text));
        }
        for text in ["", "2027", "2027-13", "2027-3", "2027-03-01", "x", "+2027-3", "2027-00"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_follow_each_other_over_the_year() {
        let november = Month::of(date(2026, 11, 30));
        assert_eq!(november, Month::of(date(2026, 11, 1)));
        assert_eq!(november.after(3), Month::of(date(2027, 2, 28)));
        assert_eq!(november.after(24).label(), "Nov 2028");
        assert_eq!((november.days(), november.after(15).days()), (30, 29));
        assert!(november < november.after(1));
    }

    #[test]
    fn the_calendar_has_an_end() {
        assert_eq!(Month::of(date(9999, 12, 1)).after(24).print(), "9999-12");
    }
}
