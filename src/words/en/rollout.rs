//! Of sending in parts, and of what became of tokens that were to be replaced.

use crate::words::en::{computers, count, number, some_of};

pub const SENT: &str = "Computers sent";
pub const STOP: &str = "Stop";
pub const STOP_HINT: &str = "Stops after the request under way.";
pub const STOPPING: &str = "Stopping after the request under way.";
pub const REQUESTS: &str = "Requests";
pub const REQUEST: &str = "Request";
pub const OUTCOME: &str = "Outcome";
pub const WAITING: &str = "Waiting";
pub const SENDING: &str = "Sending";
pub const REFUSED: &str = "Refused";
pub const UNKNOWN: &str = "Not known";
pub const NOT_SENT: &str = "Not sent";
pub const NOTHING_QUEUED: &str = "Nothing queued";
pub const NOT_SENT_TITLE: &str = "Computers that were not sent";
pub const NOT_SENT_REASON: &str = "Nothing was queued for them.";
pub const MAYBE_QUEUED_TITLE: &str = "Computers that may have been queued";
pub const MAYBE_QUEUED_REASON: &str = "They are not in the form: sending them again could queue them twice.";
pub const NO_ACTIVITY_TITLE: &str = "Computers without an activity";
pub const NO_ACTIVITY_REASON: &str = "The server took them and made no activity.";
pub const COMPUTERS: &str = "Computers in these activities";
pub const ENDED: &str = "All of these activities have ended.";
pub const WATCHED: &str = "This page refreshes by itself until all have ended, a few activities at a time. Computers call in every 15 minutes, so it can take a while.";

/// Computers, as a count with its noun, and in how many requests they go.
pub fn title(computers: &str, requests: usize) -> String {
    format!("{computers} in {}", count(requests, "request", "requests"))
}

pub fn request_of(place: usize, many: usize) -> String {
    format!("Request {} of {}", number(place), number(many))
}

pub fn sent_so_far(sent: usize, total: usize) -> String {
    format!("{} of {} sent", number(sent), computers(total))
}

pub fn refused_request(place: usize, many: usize) -> String {
    format!("{} was refused: nothing of it was queued", request_of(place, many))
}

pub fn lost_request(place: usize, many: usize) -> String {
    format!("{} may have been queued", request_of(place, many))
}

fn were(many: usize) -> String {
    format!("{} {}", computers(many), if many == 1 { "was" } else { "were" })
}

pub fn without_activity(many: usize) -> String {
    format!("{} sent, and the server made no activity.", were(many))
}

pub fn refused(many: usize) -> String {
    format!("{} refused.", were(many))
}

pub fn unknown(many: usize) -> String {
    format!("{} may have been queued.", computers(many))
}

pub fn put_back(many: usize) -> String {
    format!("{} can be sent again, and {} in the form.", computers(many), if many == 1 { "is" } else { "are" })
}

pub fn not_sent(many: usize) -> String {
    format!("{} not sent.", were(many))
}

pub fn not_sent_since_stopped(many: usize) -> String {
    format!("{} not sent, since you stopped.", were(many))
}

pub const UNCHANGED_REASON: &str = "The contract is the same as before. The Ubuntu Pro client answers success without doing anything on a computer that is attached already, so the old token may still be in place.";
pub const UNCHANGED_REMEDY: &str = "Unless the new token belongs to that same contract: detach, wait until that has succeeded, then attach the token again.";
pub const CHECK_AGAIN: &str = "Check again";
pub const COPY_IDS: &str = "Copy IDs";
pub const THEIR_IDS: &str = "the IDs of these computers";

fn that_had_a_token(some: usize, total: usize) -> String {
    format!("{} that had a token", some_of(some, &computers(total)))
}

pub fn replaced_on(changed: usize, total: usize) -> String {
    format!("Token replaced on {}", that_had_a_token(changed, total))
}

pub fn unchanged_on(unchanged: usize, total: usize) -> String {
    format!("Unchanged on {}", that_had_a_token(unchanged, total))
}

pub fn not_answered(many: usize) -> String {
    format!("{} not answered yet.", count(many, "computer has", "computers have"))
}

pub fn failed_to_replace(many: usize) -> String {
    format!("{} could not do it.", computers(many))
}

pub fn not_known_yet(many: usize) -> String {
    format!(
        "Not known yet for {}: the answer did not tell the contract, and what Landscape knows can be 15 minutes old.",
        computers(many)
    )
}

pub fn not_known(many: usize) -> String {
    format!("Not known for {}: it was not told which contract there was before.", computers(many))
}

pub fn and_more(computers: &str) -> String {
    format!("and {computers} more")
}
