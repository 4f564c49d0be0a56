//! Words: ends.

use crate::words::dates;

pub const LABEL: &str = "Expires";
pub const ANY: &str = "Any time";
pub const EXPIRED: &str = "Expired";
pub const LATER: &str = "Later than the timeline";
pub const NEVER: &str = "Never";
pub const UNKNOWN: &str = "Unknown";

pub fn within(days: usize) -> String {
    format!("Within {}", dates::days(days))
}

pub fn in_month(month: &str) -> String {
    format!("In {month}")
}
