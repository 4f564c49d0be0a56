use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use crate::{
    sentinel,
    world::{
        Account,
        activity::{Activity, Progress, Settlement, Task, Work},
        computer::{Client, Computer, Fault, License},
    },
};

const DELIVERED_AFTER: SignedDuration = SignedDuration::from_secs(2);
const DONE_AFTER: SignedDuration = SignedDuration::from_secs(4);

/// What became of a request for several computers.
#[derive(Debug, Default)]
pub(crate) struct Queued {
    /// `None` when there was no computer left to ask.
    pub group: Option<u64>,
    pub invalid: Vec<i64>,
    pub nonexistent: Vec<i64>,
}

impl Account {
    /// Makes a group and one child per computer that can do the task. A computer named twice is asked once.
    pub fn queue(&mut self, ids: &[i64], task: &Task, now: Timestamp) -> Queued {
        let mut queued = Queued::default();
        let mut valid: Vec<u64> = Vec::new();
        let mut seen = BTreeSet::new();
        for &id in ids {
            let computer = u64::try_from(id).ok().and_then(|id| self.computers.get(&id));
            match computer {
                None => queued.nonexistent.push(id),
                Some(computer) if !can_do(computer, task) => queued.invalid.push(id),
                Some(computer) if seen.insert(computer.id) => valid.push(computer.id),
                Some(_) => {}
            }
        }
        if !valid.is_empty() {
            queued.group = Some(self.add_group(&valid, task, now));
        }
        queued
    }

    /// Ends every activity that is due, in the order of their times.
    pub fn settle(&mut self, now: Timestamp) {
        let due = |activity: &Activity| match &activity.progress {
            Progress::Moving(work) if work.done <= now => Some((work.done, activity.id)),
            _ => None,
        };
        let mut due: Vec<(Timestamp, u64)> = self.activities.values().filter_map(due).collect();
        due.sort_unstable();
        for (time, id) in due {
            self.finish(id, time);
        }
    }

    fn add_group(&mut self, computers: &[u64], task: &Task, now: Timestamp) -> u64 {
        let group = self.next_activity_id;
        let children: Vec<u64> = (group + 1..).take(computers.len()).collect();
        for (&id, &computer) in children.iter().zip(computers) {
            let child = self.child(id, group, computer, task, now);
            self.activities.insert(id, child);
        }
        self.next_activity_id = group + 1 + children.len() as u64;
        self.activities.insert(
            group,
            Activity {
                id: group,
                parent_id: None,
                kind: "ActivityGroup",
                summary: task.group_summary().to_owned(),
                computer_id: None,
                creation: now,
                progress: Progress::Group { children, pretended: None },
            },
        );
        group
    }

    fn child(&self, id: u64, group: u64, computer_id: u64, task: &Task, now: Timestamp) -> Activity {
        let computer = &self.computers[&computer_id];
        let progress = if computer.client == Client::Offline {
            Progress::Settled(Settlement { status: "queued", ..Settlement::default() })
        } else {
            Progress::Moving(work(computer_id, task.clone(), now))
        };
        Activity {
            id,
            parent_id: Some(group),
            kind: task.kind(),
            summary: task.summary(&computer.title),
            computer_id: Some(computer_id),
            creation: now,
            progress,
        }
    }

    fn finish(&mut self, id: u64, time: Timestamp) {
        let contract = self.contract_of_token().map(|contract| contract.contract_id.clone());
        let Some(activity) = self.activities.get_mut(&id) else { return };
        let computer = activity.computer_id.and_then(|id| self.computers.get_mut(&id));
        let (Progress::Moving(work), Some(computer)) = (&activity.progress, computer) else { return };
        let (status, code, text) = match perform(computer, &work.task, contract) {
            Ok(()) => ("succeeded", 0, None),
            Err(text) => ("failed", 1, Some(text.to_owned())),
        };
        activity.progress = Progress::Settled(Settlement { status, completion: Some(time), code: Some(code), text });
    }
}

fn can_do(computer: &Computer, task: &Task) -> bool {
    match task {
        Task::Attach { .. } => computer.can_be_attached(),
        Task::Detach => computer.can_be_detached(),
    }
}

/// Computers do not answer all at once: each has its own delay, always the same.
fn work(computer_id: u64, task: Task, now: Timestamp) -> Work {
    let jitter = i64::try_from(computer_id % 5).unwrap_or_default() * 200;
    Work { task, delivered: now + DELIVERED_AFTER, done: now + DONE_AFTER + SignedDuration::from_millis(jitter) }
}

/// What the client does; the failures are in the words of the Pro client.
fn perform(computer: &mut Computer, task: &Task, contract: Option<String>) -> Result<(), &'static str> {
    match computer.fault {
        Some(Fault::LockHeld) => {
            return Err("Unable to perform: pro attach.\nOperation in progress: pro enable (pid:1423)");
        }
        Some(Fault::NoConnection) => return Err("Failed to connect to https://contracts.canonical.com"),
        None => {}
    }
    computer.license = match task {
        Task::Attach { token } if !is_plausible(token) => {
            return Err("Invalid token. See https://ubuntu.com/pro/dashboard");
        }
        Task::Attach { .. } => contract.map_or(License::FreePro, License::Pro),
        Task::Detach if !computer.is_attached() => {
            return Err("This machine is not attached to an Ubuntu Pro subscription.");
        }
        Task::Detach => License::Unlicensed,
    };
    Ok(())
}

/// Pro tokens begin with a C and are longer than any word. What a sentinel lets through goes well.
fn is_plausible(token: &str) -> bool {
    (token.starts_with('C') && token.len() >= 20) || sentinel::of_word(token).is_some()
}
