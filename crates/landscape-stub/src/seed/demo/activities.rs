use jiff::{SignedDuration, Timestamp};

use crate::world::activity::{Activity, Progress, Settlement};

const MARKUP: &str = "<img src=x onerror=alert(1)>";
const NO_CONNECTION: &str = "Failed to connect to https://contracts.canonical.com";

/// What happened before: every way an activity can end, and two that have not ended.
pub(crate) fn all(now: Timestamp) -> Vec<Activity> {
    let days_ago = |days: i64| now - SignedDuration::from_hours(24 * days);
    let mut activities = vec![alone(90, "ChangePackagesRequest", "Upgrade package openssl", 4, days_ago(30))];
    let first = Past { group: 101, kind: "AttachProRequest", summary: "Attach a pro token to computers" };
    activities.extend(first.with_children(
        days_ago(9),
        &[
            (4, "succeeded", None),
            (15, "failed", Some(MARKUP)),
            (11, "unapproved", None),
            (33, "canceled", None),
            (5, "succeeded", None),
        ],
    ));
    let second = Past { group: 107, kind: "DetachProRequest", summary: "Detach pro token from computers" };
    activities.extend(second.with_children(days_ago(3), &[(38, "succeeded", None), (39, "succeeded", None)]));
    let third = Past { group: 110, kind: "AttachProRequest", summary: "Attach a pro token to computers" };
    activities
        .extend(third.with_children(days_ago(1), &[(16, "failed", Some(NO_CONNECTION)), (23, "succeeded", None)]));
    activities
}

/// A group whose children have the ids that follow its own.
struct Past {
    group: u64,
    kind: &'static str,
    summary: &'static str,
}

type Child = (u64, &'static str, Option<&'static str>);

impl Past {
    fn with_children(&self, creation: Timestamp, children: &[Child]) -> Vec<Activity> {
        let ids: Vec<u64> = (self.group + 1..).take(children.len()).collect();
        let child = |(&id, &(computer, status, text)): (&u64, &Child)| Activity {
            id,
            parent_id: Some(self.group),
            kind: self.kind,
            summary: self.summary.replace("computers", &format!("computer {computer}")),
            computer_id: Some(computer),
            creation,
            progress: Progress::Settled(settlement(status, text, creation)),
        };
        let mut activities: Vec<Activity> = ids.iter().zip(children).map(child).collect();
        activities.push(Activity {
            id: self.group,
            parent_id: None,
            kind: "ActivityGroup",
            summary: self.summary.to_owned(),
            computer_id: None,
            creation,
            progress: Progress::Group { children: ids, pretended: None },
        });
        activities
    }
}

fn alone(id: u64, kind: &'static str, summary: &str, computer: u64, creation: Timestamp) -> Activity {
    Activity {
        id,
        parent_id: None,
        kind,
        summary: summary.to_owned(),
        computer_id: Some(computer),
        creation,
        progress: Progress::Settled(settlement("succeeded", None, creation)),
    }
}

fn settlement(status: &'static str, text: Option<&str>, creation: Timestamp) -> Settlement {
    let ended = status != "unapproved";
    let code = match status {
        "succeeded" => Some(0),
        "failed" => Some(1),
        _ => None,
    };
    Settlement {
        status,
        completion: ended.then(|| creation + SignedDuration::from_secs(95)),
        code,
        text: text.map(ToOwned::to_owned),
    }
}
