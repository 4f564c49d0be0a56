//! What is told of a watch to people who do not look at it: its turns, in words, and not too often.

use crate::api::activity::Activity;
use crate::follow::progress::Progress;
use crate::route::Route;
use crate::status::Status;
use crate::words::follow;

/// While a watch goes on, no two turns are told within so many milliseconds.
const APART: i64 = 10_000;

/// What was told of a watch, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turns {
    told: Option<String>,
    told_at: Option<i64>,
}

/// How a watch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It goes on.
    Going,
    /// It is over.
    Ended,
}

impl Turns {
    /// What to tell now, if anything. What it begins with is no turn: it is on the page that was opened.
    pub fn tell(&mut self, now: i64, text: &str, standing: Standing) -> Option<String> {
        if self.told.as_deref() == Some(text) {
            return None;
        }
        let is_first = self.told.is_none();
        let is_soon = self.told_at.is_some_and(|told_at| (0..APART).contains(&now.saturating_sub(told_at)));
        if is_soon && standing == Standing::Going {
            return None;
        }
        self.told = Some(text.to_owned());
        self.told_at = Some(now);
        (!is_first).then(|| text.to_owned())
    }
}

/// An activity in words: "Activity 113: succeeded on 491, failed on 9", "Activity 113: 312 of 500 done".
pub fn sentence(activity: &Activity, progress: Option<Progress>, standing: Standing) -> String {
    let name = Route::Activity(activity.id).heading();
    let what = match (progress, standing) {
        (Some(progress), Standing::Ended) => follow::ended_on(progress.succeeded, progress.failed, progress.canceled),
        (Some(progress), Standing::Going) => progress.text(),
        (None, _) => Status::from(&activity.activity_status).label,
    };
    follow::turn(&name, &what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_told_ten_seconds_apart_and_the_end_at_once() {
        let mut turns = Turns::default();
        assert_eq!(turns.tell(0, "0 done", Standing::Going), None);
        assert_eq!(turns.tell(9_999, "1 done", Standing::Going), None);
        assert_eq!(turns.tell(10_000, "2 done", Standing::Going).as_deref(), Some("2 done"));
        assert_eq!(turns.tell(30_000, "2 done", Standing::Going), None);
        assert_eq!(turns.tell(30_001, "3 done", Standing::Going).as_deref(), Some("3 done"));
        assert_eq!(turns.tell(30_002, "all done", Standing::Ended).as_deref(), Some("all done"));
        assert_eq!(turns.tell(99_000, "all done", Standing::Ended), None);
    }

    #[test]
    fn what_was_too_soon_is_told_later() {
        let mut turns = Turns::default();
        turns.tell(0, "0 done", Standing::Going);
        assert_eq!(turns.tell(5_000, "1 done", Standing::Going), None);
        assert_eq!(turns.tell(12_000, "1 done", Standing::Going).as_deref(), Some("1 done"));
    }

    #[test]
    fn a_clock_that_jumps_back_silences_nobody() {
        let mut turns = Turns::default();
        turns.tell(1_000_000, "0 done", Standing::Going);
        assert_eq!(turns.tell(5, "1 done", Standing::Going).as_deref(), Some("1 done"));
    }

    #[track_caller]
    fn check(status: &str, progress: Option<(usize, usize, usize, usize)>, standing: Standing, text: &str) {
        let json = serde_json::json!({"id": 113, "activity_status": status});
        let activity: Activity = serde_json::from_value(json).expect("it is an activity");
        let progress =
            progress.map(|(total, succeeded, failed, canceled)| Progress { total, succeeded, failed, canceled });
        assert_eq!(sentence(&activity, progress, standing), text);
    }

    #[test]
    fn an_activity_is_told_in_one_sentence() {
        check("failed", Some((500, 491, 9, 0)), Standing::Ended, "Activity 113: succeeded on 491, failed on 9");
        check("succeeded", Some((3, 3, 0, 0)), Standing::Ended, "Activity 113: succeeded on 3");
        check("failed", Some((3, 0, 2, 1)), Standing::Ended, "Activity 113: failed on 2, canceled on 1");
        check("delivered", Some((500, 303, 9, 0)), Standing::Going, "Activity 113: 312 of 500 done, 9 failed");
        check("canceled", None, Standing::Ended, "Activity 113: Canceled");
    }
}
