//! How many seats of legacy licenses are free.
//!
//! The API tells the seats that are left, never how many there are: no share of a whole is made of them.

use jiff::civil::DateTime;

use crate::api::license::License;
use crate::expiry::ExpiryStatus;

/// The free seats of all licenses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Those of licenses that have not ended.
    pub free: u64,
    /// How many licenses they are on.
    pub on: usize,
    /// How many licenses that have not ended do not say how many they have.
    pub unknown: usize,
    /// Those of licenses that have ended: no computer can use them.
    pub expired: u64,
}

impl Seats {
    /// Adds them up at `now`, in UTC. Fewer than none counts as none: what one license lacks, another does not owe.
    pub fn of<'license>(licenses: impl Iterator<Item = &'license License>, now: DateTime) -> Self {
        let mut seats = Self::default();
        for license in licenses {
            let has_ended = ExpiryStatus::of(license.expiration_date.as_ref(), now) == ExpiryStatus::Expired;
            let free = license.available_seats.map(|free| u64::try_from(free).unwrap_or(0));
            match free {
                Some(free) if has_ended => seats.expired = seats.expired.saturating_add(free),
                Some(free) if free > 0 => {
                    seats.free = seats.free.saturating_add(free);
                    seats.on += 1;
                }
                None if !has_ended => seats.unknown += 1,
                Some(_) | None => {}
            }
        }
        seats
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(licenses: &[(Option<i64>, Option<&str>)], expected: Seats) {
        let license = |(seats, end): &(Option<i64>, Option<&str>)| -> License {
            let json = serde_json::json!({"id": 1, "available_seats": seats, "expiration_date": end});
            serde_json::from_value(json).expect("it is a license")
        };
        let licenses: Vec<_> = licenses.iter().map(license).collect();
        let now = "2026-11-23T15:00:00".parse().expect("it is a date");
        assert_eq!(Seats::of(licenses.iter(), now), expected);
    }

    #[test]
    fn seats_of_licenses_that_have_not_ended_are_added_up() {
        check(&[], Seats::default());
        check(
            &[(Some(12), None), (Some(5), Some("2026-11-23")), (Some(0), Some("2027-01-01"))],
            Seats { free: 17, on: 2, ..Seats::default() },
        );
    }

    #[test]
    fn expired_ones_are_told_apart_and_unknown_ones_counted() {
        check(
            &[(Some(4), Some("2026-09-17")), (None, Some("2026-09-17")), (None, None), (Some(1), Some("n/a"))],
            Seats { free: 1, on: 1, unknown: 1, expired: 4 },
        );
    }

    #[test]
    fn fewer_than_none_are_none_and_very_many_do_not_overflow() {
        check(&[(Some(-3), None), (Some(2), None)], Seats { free: 2, on: 1, ..Seats::default() });
        let most = Some(i64::MAX);
        check(&[(most, None), (most, None), (most, None)], Seats { free: u64::MAX, on: 3, ..Seats::default() });
    }
}
