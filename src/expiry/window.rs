//! How far ahead is looked, and how long something may run on after its end.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use crate::api::date::ApiDate;
use crate::expiry::{ExpiryStatus, days_left};

/// The days of Landscape's own filters. Each holds those before it: what ends within 7 days ends within 30.
pub const WINDOWS: [u16; 4] = [7, 30, 60, 90];

/// How many days the services of a contract may run on after its end.
const GRACE_DAYS: i32 = 14;

/// Whether it has not ended, and does so today or on one of the next so many days.
pub fn ends_within(end: Option<&ApiDate>, days: u16, now: DateTime) -> bool {
    let has_ended = ExpiryStatus::of(end, now) == ExpiryStatus::Expired;
    !has_ended && days_left(end, now).is_some_and(|left| left <= i32::from(days))
}

/// The smallest window that holds an end; `None` where it is past, further away, or not known.
pub fn smallest_window(end: Option<&ApiDate>, now: DateTime) -> Option<u16> {
    WINDOWS.into_iter().find(|days| ends_within(end, *days, now))
}

/// Until when the services of a contract may run on, where it has ended and that day is not over.
pub fn grace_until(end: Option<&ApiDate>, now: DateTime) -> Option<Date> {
    let has_ended = ExpiryStatus::of(end, now) == ExpiryStatus::Expired;
    let until = end?.day()?.saturating_add(GRACE_DAYS.days());
    (has_ended && now.date() <= until).then_some(until)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn now() -> DateTime {
        "2026-11-23T15:00:00".parse().expect("it is a date")
    }

    #[track_caller]
    fn check(end: &str, smallest: Option<u16>, grace: Option<Date>) {
        let end = Some(ApiDate::new(end));
        assert_eq!(smallest_window(end.as_ref(), now()), smallest, "{end:?}");
        assert_eq!(grace_until(end.as_ref(), now()), grace, "{end:?}");
        for days in WINDOWS {
            let holds = smallest.is_some_and(|smallest| smallest <= days);
            assert_eq!(ends_within(end.as_ref(), days, now()), holds, "each window holds those before it: {end:?}");
        }
    }

    #[test]
    fn an_end_lies_in_the_smallest_window_that_holds_it() {
        check("2026-11-23", Some(7), None);
        check("2026-11-23T15:00:01", Some(7), None);
        check("2026-11-30", Some(7), None);
        check("2026-12-01T00:00:00", Some(30), None);
        check("2026-12-23", Some(30), None);
        check("2026-12-24", Some(60), None);
        check("2027-01-22", Some(60), None);
        check("2027-01-23", Some(90), None);
        check("2027-02-21T00:00:00", Some(90), None);
        check("2027-02-22", None, None);
    }

    #[test]
    fn services_may_run_on_for_fourteen_days() {
        check("2026-11-23T15:00:00", None, Some(date(2026, 12, 7)));
        check("2026-11-22", None, Some(date(2026, 12, 6)));
        check("2026-11-09T00:00:00", None, Some(date(2026, 11, 23)));
        check("2026-11-08T00:00:00", None, None);
        check("2020-01-01", None, None);
    }

    #[test]
    fn no_end_and_no_date_lie_in_no_window() {
        for end in ["3000-01-01T00:00:00", "3999-12-31", "9999-12-31", "n/a", ""] {
            check(end, None, None);
        }
        assert_eq!((smallest_window(None, now()), grace_until(None, now())), (None, None));
    }
}
