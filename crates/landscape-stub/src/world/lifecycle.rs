use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use crate::{
    sentinel,
    world::{
        Account,
        activity::{Activity, Course, Progress, Settlement, Task, Work},
        client_words as words,
        computer::{Client, Computer, Fault, License},
        pro_info,
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
    pub fn queue(&mut self, ids: &[i64], task: &Task, course: Course, now: Timestamp) -> Queued {
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
            queued.group = Some(self.add_group(&valid, task, course, now));
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

    fn add_group(&mut self, computers: &[u64], task: &Task, course: Course, now: Timestamp) -> u64 {
        let group = self.next_activity_id;
        let children: Vec<u64> = (group + 1..).take(computers.len()).collect();
        for (&id, &computer) in children.iter().zip(computers) {
            let child = self.child(id, group, computer, work(computer, task.clone(), course, now));
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

    fn child(&self, id: u64, group: u64, computer_id: u64, work: Work) -> Activity {
        let computer = &self.computers[&computer_id];
        let (kind, summary, creation) = (work.task.kind(), work.task.summary(&computer.title), work.asked);
        let progress = if computer.client == Client::Offline {
            Progress::Settled(Settlement { status: "queued", ..Settlement::default() })
        } else {
            Progress::Moving(work)
        };
        Activity { id, parent_id: Some(group), kind, summary, computer_id: Some(computer_id), creation, progress }
    }

    fn finish(&mut self, id: u64, time: Timestamp) {
        let contract = self.contract_of_token().map(|contract| contract.contract_id.clone());
        let Some(activity) = self.activities.get(&id) else { return };
        let Some(computer_id) = activity.computer_id else { return };
        let Progress::Moving(work) = activity.progress.clone() else { return };
        let Some(computer) = self.computers.get_mut(&computer_id) else { return };
        let outcome = match work.course {
            Course::Fails(words) => Err(words),
            Course::Unchanged => Ok(()),
            Course::Usual | Course::Waits => perform(computer, &work.task, contract),
        };
        let (status, code, text) = match outcome {
            Ok(()) => ("succeeded", 0, pro_info::of(&self.computers[&computer_id], self).to_string()),
            Err(text) => ("failed", 1, text.to_owned()),
        };
        let settlement = Settlement { status, completion: Some(time), code: Some(code), text: Some(text) };
        if let Some(activity) = self.activities.get_mut(&id) {
            activity.progress = Progress::Settled(settlement);
        }
    }
}

fn can_do(computer: &Computer, task: &Task) -> bool {
    match task {
        Task::Attach { .. } => computer.can_be_attached(),
        Task::Detach => computer.can_be_detached(),
    }
}

/// Computers do not answer all at once: each has its own delay, always the same.
fn work(computer_id: u64, task: Task, course: Course, now: Timestamp) -> Work {
    let jitter = i64::try_from(computer_id % 5).unwrap_or_default() * 200;
    let done = match course {
        Course::Waits => Timestamp::MAX,
        Course::Usual | Course::Fails(_) | Course::Unchanged => now + DONE_AFTER + SignedDuration::from_millis(jitter),
    };
    Work { task, course, asked: now, delivered: now + DELIVERED_AFTER, done }
}

/// What the client does. Attaching enables no service: landscape-client attaches with `auto_enable_services=False`.
fn perform(computer: &mut Computer, task: &Task, contract: Option<String>) -> Result<(), &'static str> {
    match computer.fault {
        Some(Fault::LockHeld) => {
            return Err(words::LOCK_HELD);
        }
        Some(Fault::NoConnection) => return Err(words::NO_CONNECTION),
        Some(Fault::KeepsToken) if computer.is_attached() && matches!(task, Task::Attach { .. }) => return Ok(()),
        Some(Fault::KeepsToken) | None => {}
    }
    computer.license = match task {
        Task::Attach { token } if !is_plausible(token) => {
            return Err(words::INVALID_TOKEN);
        }
        Task::Attach { .. } => {
            computer.has_services = computer.is_attached() && computer.has_services;
            contract.map_or(License::FreePro, License::Pro)
        }
        Task::Detach if !computer.is_attached() => {
            return Err(words::NOT_ATTACHED);
        }
        Task::Detach => License::Unlicensed,
    };
    Ok(())
}

/// Pro tokens begin with a C and are longer than any word. What a sentinel lets through goes well.
fn is_plausible(token: &str) -> bool {
    (token.starts_with('C') && token.len() >= 20) || sentinel::of_word(token).is_some()
}
