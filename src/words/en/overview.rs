//! Of the overview.

use crate::locale::number;
use crate::words::dates;
use crate::words::en::{computers, contracts, count, licenses, some_of};

pub const BY_LICENSE: &str = "Computers by license";
pub const TOTAL: &str = "All computers";
pub const NO_COMPUTERS: &str = "This account has no computers.";
pub const NONE_UNLICENSED: &str = "No computer is without a license.";
pub const ATTACH: &str = "Choose computers to attach";
pub const CONTRACTS: &str = "Contracts expiring";
pub const NO_CONTRACTS: &str = "This account has no Ubuntu Pro contracts.";
pub const NO_CONTRACT_EXPIRED: &str = "No contract has expired.";
pub const LICENSES: &str = "Legacy licenses expiring";
pub const LICENSES_COLUMN: &str = "Licenses";
pub const NO_LICENSES: &str = "This account has no legacy licenses.";
pub const NO_LICENSE_EXPIRED: &str = "No legacy license has expired.";
pub const CUMULATIVE: &str = "Each row counts in those above it: within 30 days includes within 7 days.";
pub const SEATS: &str = "Available seats";
pub const NO_TOTAL: &str = "How many seats there are in all is not known.";
pub const ACTIVITIES: &str = "Running activities";
pub const NO_ACTIVITIES: &str = "Nothing about Pro tokens is running.";
pub const TIMELINE: &str = "Expirations in the next 24 months";

/// Of how many computers the action is.
pub fn unlicensed(many: usize) -> String {
    let verb = if many == 1 { "is" } else { "are" };
    format!("{} {verb} unlicensed", computers(many))
}

/// Of the unlicensed ones, those that can be attached from here.
pub fn attachable(many: usize) -> String {
    let verb = if many == 1 { "has" } else { "have" };
    format!("{} of them {verb} Pro management on, and can be attached from here.", number(many))
}

/// A number of computers and how they are licensed.
pub fn of_type(many: usize, license: &str) -> String {
    format!("{}: {license}", computers(many))
}

/// What is of no type that is listed.
pub fn of_no_type(many: usize) -> String {
    format!(
        "The server counts {} more that {} of none of these types.",
        computers(many),
        if many == 1 { "is" } else { "are" }
    )
}

pub fn contracts_expired(many: usize) -> String {
    format!("{} expired", contracts(many))
}

pub fn licenses_expired(many: usize) -> String {
    format!("{} expired", licenses(many))
}

pub fn contracts_within(many: usize, days: usize) -> String {
    format!("{} within {}", contracts(many), dates::days(days))
}

pub fn licenses_within(many: usize, days: usize) -> String {
    format!("{} within {}", licenses(many), dates::days(days))
}

/// The computers on contracts that end within so many days.
pub fn computers_of_contracts(many: usize, days: usize) -> String {
    format!("{} on contracts that expire within {}", computers(many), dates::days(days))
}

/// The computers on licenses that end within so many days.
pub fn computers_of_licenses(many: usize, days: usize) -> String {
    format!("{} on licenses that expire within {}", computers(many), dates::days(days))
}

/// What stands behind a contract's name.
pub fn in_grace(ago: &str, until: &str) -> String {
    format!("expired {ago}, services may run on until {until}.")
}

pub fn more_in_grace(many: usize) -> String {
    format!("{} more expired within the last 14 days.", contracts(many))
}

pub fn unknown_ends(many: usize) -> String {
    let (verb, end) = if many == 1 { ("has", "an end") } else { ("have", "ends") };
    format!("{} {verb} {end} that could not be read", contracts(many))
}

pub fn unknown_license_ends(many: usize) -> String {
    let (verb, end) = if many == 1 { ("has", "an end") } else { ("have", "ends") };
    format!("{} {verb} {end} that could not be read", licenses(many))
}

/// The seats that can be used.
pub fn seats(many: u64, on: usize) -> String {
    format!("{} on {}", seat_count(many), licenses(on))
}

pub fn unknown_seats(on: usize) -> String {
    let verb = if on == 1 { "does" } else { "do" };
    format!("{} {verb} not say how many.", licenses(on))
}

pub fn expired_seats(many: u64) -> String {
    format!("Not counted: {} on expired licenses.", seat_count(many))
}

fn seat_count(many: u64) -> String {
    count(usize::try_from(many).unwrap_or(usize::MAX), "seat", "seats")
}

pub fn running(many: usize) -> String {
    let activities = count(many, "activity", "activities");
    format!("{activities} about Pro tokens {} not ended", if many == 1 { "has" } else { "have" })
}

/// How far back was looked.
pub fn among(looked_at: usize, all: usize) -> String {
    format!("Among the latest {}.", some_of(looked_at, &count(all, "activity", "activities")))
}
