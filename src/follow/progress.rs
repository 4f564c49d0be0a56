//! How far a group of activities is.

use crate::api::activity::status::Ending;
use crate::api::activity::{Activity, ActivityStatus};
use crate::words::follow;

/// How many activities of a group are done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// All of them.
    pub total: usize,
    /// Those that ended well.
    pub succeeded: usize,
    /// Those that failed.
    pub failed: usize,
    /// Those that were canceled.
    pub canceled: usize,
}

impl Progress {
    /// Of `total` activities, which may be more than are known by now.
    pub fn of<'status>(total: usize, statuses: impl Iterator<Item = &'status ActivityStatus>) -> Self {
        let mut progress = Self { total, ..Self::default() };
        for status in statuses {
            match status.ending() {
                Some(Ending::Succeeded) => progress.succeeded += 1,
                Some(Ending::Failed) => progress.failed += 1,
                Some(Ending::Canceled) => progress.canceled += 1,
                None => {}
            }
        }
        progress
    }

    /// Of a group as `GET /activities/parents` tells it: those that were canceled are not told apart from those that go on.
    pub fn of_parent(parent: &Activity) -> Option<Self> {
        let (statuses, total) = (parent.children_statuses?, parent.children_count?);
        let number = |many: u64| usize::try_from(many).unwrap_or(usize::MAX);
        let progress = Self { succeeded: number(statuses.good), failed: number(statuses.bad), ..Self::default() };
        (total > 0).then_some(Self { total: number(total), ..progress })
    }

    /// How many have ended, whatever way.
    pub fn done(&self) -> usize {
        self.succeeded.saturating_add(self.failed).saturating_add(self.canceled)
    }

    /// In words: "312 of 500 done, 9 failed".
    pub fn text(&self) -> String {
        let part = |many: usize, words: fn(usize) -> String| (many > 0).then(|| words(many));
        let done = Some(follow::done(self.done(), self.total));
        let parts = [done, part(self.failed, follow::failed), part(self.canceled, follow::canceled)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(total: usize, words: &[&str], text: &str) {
        let status = |word: &&str| serde_json::from_value(serde_json::json!(word)).expect("any word is a status");
        let statuses: Vec<ActivityStatus> = words.iter().map(status).collect();
        assert_eq!(Progress::of(total, statuses.iter()).text(), text);
    }

    #[test]
    fn it_is_told_in_words() {
        check(0, &[], "0 of 0 done");
        check(3, &["queued", "delivered", "succeeded"], "1 of 3 done");
        check(5, &["failed", "complete", "canceled", "failed"], "4 of 5 done, 2 failed, 1 canceled");
    }

    #[test]
    fn an_unknown_status_is_not_done() {
        check(2, &["levitating", "SUCCEEDED"], "0 of 2 done");
    }

    #[test]
    fn large_groups_are_told_with_grouped_numbers() {
        let progress = Progress { total: 5_000, succeeded: 1_200, failed: 34, canceled: 0 };
        assert_eq!(progress.text(), "1,234 of 5,000 done, 34 failed");
    }

    #[test]
    fn a_parent_tells_its_own_progress_or_none() {
        let parent = |json: &str| {
            let activity: Activity = serde_json::from_str(json).expect("it is an activity");
            Progress::of_parent(&activity).map(|progress| progress.text())
        };
        let told = r#"{"id": 1, "children_count": 9, "children_statuses": {"good": 4, "warning": 3, "bad": 2}}"#;
        assert_eq!(parent(told).as_deref(), Some("6 of 9 done, 2 failed"));
        assert_eq!(parent(r#"{"id": 1, "children_count": 0, "children_statuses": {}}"#), None);
        assert_eq!(parent(r#"{"id": 1}"#), None);
    }
}
