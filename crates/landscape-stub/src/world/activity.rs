use jiff::Timestamp;
use serde_json::{Value, json};

use crate::world::{Account, clock::written, user};

/// Something Landscape has asked of one computer, or a group of such.
#[derive(Debug, Clone)]
pub(crate) struct Activity {
    pub id: u64,
    pub parent_id: Option<u64>,
    pub kind: &'static str,
    pub summary: String,
    /// `None` for a group.
    pub computer_id: Option<u64>,
    pub creation: Timestamp,
    pub progress: Progress,
}

/// How far an activity has come.
#[derive(Debug, Clone)]
pub(crate) enum Progress {
    /// Follows its children, unless it pretends to be at a status of its own.
    Group { children: Vec<u64>, pretended: Option<&'static str> },
    /// On its way.
    Moving(Work),
    /// Where it is, it stays.
    Settled(Settlement),
}

/// What a computer has been asked to do, and when it will.
#[derive(Debug, Clone)]
pub(crate) struct Work {
    pub task: Task,
    pub course: Course,
    pub asked: Timestamp,
    pub delivered: Timestamp,
    pub done: Timestamp,
}

/// How it goes on the computers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Course {
    /// As each computer does it.
    Usual,
    /// Fails with these words.
    Fails(&'static str),
    /// Is fetched and never answered.
    Waits,
    /// Succeeds, and nothing changes.
    Unchanged,
}

#[derive(Debug, Clone)]
pub(crate) enum Task {
    Attach { token: String },
    Detach,
}

/// A status that no time changes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settlement {
    pub status: &'static str,
    pub completion: Option<Timestamp>,
    pub code: Option<i64>,
    pub text: Option<String>,
}

impl Task {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Attach { .. } => "AttachProRequest",
            Self::Detach => "DetachProRequest",
        }
    }

    /// The summaries documented at `POST /attach-token` and `POST /detach-token`.
    pub fn group_summary(&self) -> &'static str {
        match self {
            Self::Attach { .. } => "Attach a pro token to computers",
            Self::Detach => "Detach pro token from computers",
        }
    }

    pub fn summary(&self, title: &str) -> String {
        match self {
            Self::Attach { .. } => format!("Attach a pro token to {title}"),
            Self::Detach => format!("Detach pro token from {title}"),
        }
    }
}

impl Activity {
    pub fn status(&self, account: &Account, now: Timestamp) -> &'static str {
        match &self.progress {
            Progress::Group { pretended: Some(status), .. } => status,
            Progress::Group { children, pretended: None } => group_status(&account.statuses(children, now)),
            Progress::Moving(work) if now < work.delivered => "queued",
            Progress::Moving(_) => "delivered",
            Progress::Settled(settlement) => settlement.status,
        }
    }

    /// The documented answer of `POST /attach-token` and of `GET /activities/<id>`; a group has no `computer_id`.
    pub fn to_json(&self, account: &Account, now: Timestamp) -> Value {
        let settlement = self.settlement(account);
        let mut activity = json!({
            "activity_status": self.status(account, now),
            "approval_time": null,
            "completion_time": settlement.completion.map(written),
            "creation_time": written(self.creation),
            "creator": user::creator(),
            "deliver_delay_window": 0,
            "id": self.id,
            "parent_id": self.parent_id,
            "result_code": settlement.code,
            "result_text": settlement.text,
            "summary": self.summary,
            "type": self.kind,
        });
        if let Some(computer) = self.computer_id {
            activity["computer_id"] = computer.into();
        }
        activity
    }

    /// One element of `GET /activities/parents`: an activity and what became of its children.
    pub fn to_parent_json(&self, account: &Account, now: Timestamp) -> Value {
        let children = self.children();
        let statuses = account.statuses(children, now);
        let count = |group: &[&str]| statuses.iter().filter(|status| group.contains(status)).count();
        let (good, bad) = (count(&["succeeded"]), count(&["failed"]));
        let mut parent = self.to_json(account, now);
        parent["children_count"] = children.len().into();
        parent["children_statuses"] = json!({ "good": good, "warning": statuses.len() - good - bad, "bad": bad });
        parent["computer_count"] = if self.computer_id.is_some() { 1 } else { children.len() }.into();
        parent
    }

    fn children(&self) -> &[u64] {
        match &self.progress {
            Progress::Group { children, .. } => children,
            Progress::Moving(_) | Progress::Settled(_) => &[],
        }
    }

    fn settlement(&self, account: &Account) -> Settlement {
        match &self.progress {
            Progress::Settled(settlement) => settlement.clone(),
            Progress::Group { .. } | Progress::Moving(_) => {
                Settlement { completion: self.completion(account), ..Settlement::default() }
            }
        }
    }

    fn completion(&self, account: &Account) -> Option<Timestamp> {
        match &self.progress {
            Progress::Group { children, pretended: None } => account.last_completion(children),
            Progress::Settled(settlement) => settlement.completion,
            Progress::Group { .. } | Progress::Moving(_) => None,
        }
    }
}

impl Account {
    fn statuses(&self, ids: &[u64], now: Timestamp) -> Vec<&'static str> {
        let activities = ids.iter().filter_map(|id| self.activities.get(id));
        activities.map(|activity| activity.status(self, now)).collect()
    }

    /// When the last of them was completed; `None` while one is not.
    fn last_completion(&self, ids: &[u64]) -> Option<Timestamp> {
        let completion = |id| self.activities.get(id)?.completion(self);
        let completions: Option<Vec<Timestamp>> = ids.iter().map(completion).collect();
        completions?.into_iter().max()
    }
}

/// A group is queued until a child has moved, delivered until all have ended, and failed if one has failed.
fn group_status(children: &[&'static str]) -> &'static str {
    let all = |wanted: &[&str]| children.iter().all(|status| wanted.contains(status));
    if all(&["queued"]) {
        "queued"
    } else if !all(&["succeeded", "failed", "canceled"]) {
        "delivered"
    } else if children.contains(&"failed") {
        "failed"
    } else if all(&["canceled"]) {
        "canceled"
    } else {
        "succeeded"
    }
}
