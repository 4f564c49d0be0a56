//! Words: members section.

use crate::words::{computers, dates};

pub const NONE_ON_CONTRACT: &str = "No computer is on this contract.";
pub const NONE_ON_LICENSE: &str = "No computer holds a seat of this license.";
pub const ATTACH: &str = "Attach more computers";
pub const NEEDS_TOKEN: &str = "That needs the token of this contract, which Landscape does not tell.";
pub const ATTACH_INSTEAD: &str = "Attach computers to Ubuntu Pro instead";
pub const GIVEN_ELSEWHERE: &str = "Seats of legacy licenses are given in Landscape itself, not here.";

/// The link to all of them.
pub fn all(many: usize) -> String {
    format!("All {}", computers(many))
}

/// The link to those of other contracts too.
pub fn contract_within(days: usize) -> String {
    format!("Computers whose contract expires within {}", dates::days(days))
}

/// The link to those of other licenses too.
pub fn license_within(days: usize) -> String {
    format!("Computers whose legacy license expires within {}", dates::days(days))
}

/// Of a contract that has just ended.
pub fn in_grace(until: &str) -> String {
    format!("Services of this contract may run on until {until}.")
}
