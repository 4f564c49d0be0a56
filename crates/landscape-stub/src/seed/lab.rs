use jiff::{Timestamp, ToSpan};

use crate::world::{Account, clock::day, computer::Computer, contract::Contract, license::LegacyLicense};

/// The second account: little, and nothing of the first.
pub(crate) fn account(now: Timestamp) -> Account {
    let next_year = day(now).saturating_add(1.year());
    let computers = [
        Computer::new(501, "lab-bench-1", "Lab bench 1"),
        Computer::new(502, "lab-bench-2", "Lab bench 2").pro("lab-contract"),
        Computer::new(503, "lab-robot", "Lab robot"),
    ];
    Account {
        contracts: vec![Contract::new(51, "lab-contract", next_year)],
        licenses: vec![LegacyLicense::new(52, 2, Some(next_year))],
        computers: computers.into_iter().map(|computer| (computer.id, computer)).collect(),
        next_activity_id: 601,
        ..Account::default()
    }
}
