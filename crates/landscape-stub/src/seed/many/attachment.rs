use jiff::{SignedDuration, Timestamp};

use crate::world::{
    Account,
    activity::{Activity, Course, Progress, Settlement, Task, Work},
    client_words as words, pro_info,
};

const GROUP: u64 = 1;

/// One attachment of the first computers, as far as it goes three minutes after it began: of every twenty, sixteen have
/// succeeded, one has failed, one in four of those with words that try the patience of a spreadsheet, and three are to
/// answer in ten minutes or eleven.
pub(crate) fn add(account: &mut Account, children: u32, now: Timestamp) {
    let creation = now - SignedDuration::from_mins(3);
    let ids: Vec<u64> = (GROUP + 1..).take(children as usize).collect();
    for (&id, number) in ids.iter().zip(1..=u64::from(children)) {
        let child = child(account, id, number, creation, now);
        account.activities.insert(id, child);
    }
    account.next_activity_id = GROUP + 1 + u64::from(children);
    let group = Activity {
        id: GROUP,
        parent_id: None,
        kind: "ActivityGroup",
        summary: task().group_summary().to_owned(),
        computer_id: None,
        creation,
        progress: Progress::Group { children: ids, pretended: None },
    };
    account.activities.insert(GROUP, group);
}

fn child(account: &Account, id: u64, number: u64, creation: Timestamp, now: Timestamp) -> Activity {
    let completion = Some(creation + SignedDuration::from_secs(95));
    let failed = |text: &str| Settlement { status: "failed", completion, code: Some(1), text: Some(text.to_owned()) };
    let progress = match number % 20 {
        0 if number.is_multiple_of(80) => Progress::Settled(failed(words::HOSTILE)),
        0 => Progress::Settled(failed(words::LOCK_HELD)),
        1..=3 => Progress::Moving(under_way(number, creation, now)),
        _ => {
            let info = account.computers.get(&number).map(|computer| pro_info::of(computer, account).to_string());
            Progress::Settled(Settlement { status: "succeeded", completion, code: Some(0), text: info })
        }
    };
    Activity {
        id,
        parent_id: Some(GROUP),
        kind: task().kind(),
        summary: task().summary(&format!("Computer {number}")),
        computer_id: Some(number),
        creation,
        progress,
    }
}

fn under_way(number: u64, asked: Timestamp, now: Timestamp) -> Work {
    let seconds = 600 + i64::try_from(number % 55).unwrap_or_default();
    let (delivered, done) = (now + SignedDuration::from_secs(2), now + SignedDuration::from_secs(seconds));
    Work { task: task(), course: Course::Usual, asked, delivered, done }
}

fn task() -> Task {
    Task::Attach { token: "C1234567890abcdefghijklm".to_owned() }
}
