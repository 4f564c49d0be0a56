//! When nobody has done anything for so long that the session ends by itself: a setting of whoever hosts the app.
//!
//! By the wall clock: a computer that slept has been idle all the time.

use crate::setting;

/// The name of the setting's `<meta>`.
const SETTING: &str = "licensing-idle-minutes";
/// Minutes where nothing else is set.
const DEFAULT: i64 = 60;
/// A day: tokens live no longer.
const MOST: i64 = 24 * 60;
/// How long before the end it is warned of.
const WARNING_SECONDS: i64 = 5 * 60;

/// After how long the session of somebody who does nothing ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdleLimit(Option<i64>);

/// How idle somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idleness {
    /// Not long enough to speak of.
    Here,
    /// The session ends in so many seconds, if nothing is done.
    Warned(i64),
    /// The session ends.
    Gone,
}

impl IdleLimit {
    /// The setting of the page.
    pub fn of_page() -> Self {
        Self::read(setting::of_page(SETTING).as_deref())
    }

    /// A whole number of minutes, from 1 to a day; 0 is never. What is none, or is not set, is the default.
    fn read(text: Option<&str>) -> Self {
        let minutes = text.and_then(|text| text.trim().parse::<u16>().ok()).map(i64::from);
        let minutes = minutes.filter(|minutes| *minutes <= MOST).unwrap_or(DEFAULT);
        Self((minutes > 0).then_some(minutes * 60))
    }

    /// How idle somebody is at `now` who did something last at `active_at`, both in seconds since 1970. A clock that was put
    /// back makes nobody idle.
    pub fn judge(self, active_at: i64, now: i64) -> Idleness {
        let Some(limit) = self.0 else { return Idleness::Here };
        let left = limit.saturating_sub(now.saturating_sub(active_at).max(0));
        if left <= 0 {
            Idleness::Gone
        } else if left <= WARNING_SECONDS.min(limit / 2) {
            Idleness::Warned(left)
        } else {
            Idleness::Here
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_minutes_is_read_and_anything_else_is_an_hour() {
        for (text, limit) in [("1", Some(60)), (" 15\n", Some(900)), ("1440", Some(86_400)), ("0", None)] {
            assert_eq!(IdleLimit::read(Some(text)), IdleLimit(limit), "{text:?}");
        }
        for text in ["", "-1", "1441", "1.5", "1e2", "never", "99999999999999999999"] {
            assert_eq!(IdleLimit::read(Some(text)), IdleLimit(Some(3_600)), "{text:?}");
        }
        assert_eq!(IdleLimit::read(None), IdleLimit(Some(3_600)));
    }

    #[track_caller]
    fn check(minutes: &str, idle: i64, expected: Idleness) {
        let now = 1_795_446_000;
        assert_eq!(IdleLimit::read(Some(minutes)).judge(now - idle, now), expected, "{idle} s of {minutes} min");
    }

    #[test]
    fn the_last_five_minutes_are_warned_of() {
        check("60", 0, Idleness::Here);
        check("60", 55 * 60 - 1, Idleness::Here);
        check("60", 55 * 60, Idleness::Warned(300));
        check("60", 60 * 60 - 1, Idleness::Warned(1));
        check("60", 60 * 60, Idleness::Gone);
    }

    #[test]
    fn of_a_short_time_the_second_half_is_warned_of() {
        check("1", 29, Idleness::Here);
        check("1", 30, Idleness::Warned(30));
        check("4", 2 * 60, Idleness::Warned(120));
    }

    #[test]
    fn a_night_asleep_ends_it_and_a_clock_put_back_does_not() {
        check("60", 9 * 3_600, Idleness::Gone);
        check("60", -24 * 3_600, Idleness::Here);
        check("60", i64::MIN / 2, Idleness::Here);
        check("0", 365 * 24 * 3_600, Idleness::Here);
    }
}
