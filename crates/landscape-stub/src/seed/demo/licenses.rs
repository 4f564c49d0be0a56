use jiff::{Timestamp, ToSpan, civil::date};

use crate::world::{clock::day, license::LegacyLicense};

/// The three of the documentation, then some whose dates follow the calendar.
pub(crate) fn all(now: Timestamp) -> Vec<LegacyLicense> {
    let today = day(now);
    let in_days = |days: i64| Some(today.saturating_add(days.days()));
    vec![
        LegacyLicense::new(1, 12, None),
        LegacyLicense::new(8, 4, Some(date(2026, 9, 17))),
        LegacyLicense::new(9, 9, Some(date(2026, 9, 17))),
        LegacyLicense::new(10, 0, in_days(200)),
        LegacyLicense::new(11, 3, in_days(-400)),
        LegacyLicense::new(12, 5, in_days(7)),
        LegacyLicense::new(13, 25, None),
        LegacyLicense::new(14, 0, in_days(-1)),
        LegacyLicense::new(15, 1, in_days(45)),
    ]
}
