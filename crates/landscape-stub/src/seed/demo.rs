use jiff::Timestamp;

use crate::world::Account;

mod activities;
mod computers;
mod contracts;
mod licenses;

/// The first activity that somebody makes gets the id of the documentation's sample.
const NEXT_ACTIVITY_ID: u64 = 113;

/// The account of the demo: the documented samples, and one of every kind besides.
pub(crate) fn account(now: Timestamp) -> Account {
    Account {
        contracts: contracts::all(now),
        licenses: licenses::all(now),
        computers: computers::all(now).into_iter().map(|computer| (computer.id, computer)).collect(),
        activities: activities::all(now).into_iter().map(|activity| (activity.id, activity)).collect(),
        next_activity_id: NEXT_ACTIVITY_ID,
        ..Account::default()
    }
}
