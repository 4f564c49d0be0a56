//! Words: counts.

use crate::words::en::computers;

pub const WAITING: &str = "…";

/// Why a count is not there.
pub fn failed(error: &str) -> String {
    format!("Could not be counted: {error}")
}

/// The computers on a contract or a license.
pub fn computers_on(many: usize, what: &str) -> String {
    format!("{} on {what}", computers(many))
}
