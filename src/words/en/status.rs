//! Words: status.

use crate::words::dates::days;

pub const EXPIRED: &str = "Expired";
pub const ACTIVE: &str = "Active";
pub const NEVER_EXPIRES: &str = "Never expires";
pub const UNKNOWN: &str = "Unknown";
pub const QUEUED: &str = "Queued";
pub const SCHEDULED: &str = "Scheduled";
pub const WAITING: &str = "Waiting";
pub const IN_PROGRESS: &str = "In progress";
pub const BLOCKED: &str = "Blocked";
pub const UNAPPROVED: &str = "Unapproved";
pub const SUCCEEDED: &str = "Succeeded";
pub const FAILED: &str = "Failed";
pub const CANCELED: &str = "Canceled";

pub fn expires_in(many: usize) -> String {
    format!("Expires in {}", days(many))
}
