//! Words: result.

use crate::words::{computers, some_of};

pub const NO_ACTIVITY: &str = "No activity";
pub const OPEN: &str = "Open this activity on its own page";
pub const FOLLOW: &str = "How it goes on is shown below.";
pub const INVALID: &str = "Invalid computer IDs";
pub const INVALID_REASON: &str = "These computers cannot carry it out.";
pub const NONEXISTENT: &str = "Nonexistent computer IDs";
pub const NONEXISTENT_REASON: &str = "No computers of this account have these IDs.";

pub fn left_out(many: usize) -> String {
    let verb = if many == 1 { "was left out, and is named below." } else { "were left out, and are named below." };
    format!("{} {verb}", computers(many))
}

/// How many are listed, and why.
pub fn listed(many: usize, reason: &str) -> String {
    format!("{}. {reason}", computers(many))
}

pub fn none_queued(sent: usize) -> String {
    format!("Nothing was queued for {}: the server made no activity", computers(sent))
}

pub fn queued_for(taken: usize, sent: usize) -> String {
    format!("Queued for {}", some_of(taken, &computers(sent)))
}

pub fn sent_for(taken: usize, sent: usize) -> String {
    format!("Sent for {}", some_of(taken, &computers(sent)))
}
