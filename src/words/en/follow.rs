//! Words: follow.

use crate::words::computers;
use crate::words::en::number;

pub const PROGRESS: &str = "Progress";
pub const KEEP_WATCHING: &str = "Keep watching";
pub const ENDED: &str = "This activity has ended.";
pub const WATCHED: &str =
    "This page refreshes by itself until it has ended. Computers call in every 15 minutes, so it can take a while.";
pub const OFFLINE: &str = "You are offline. Watching goes on when you are back.";
pub const PAUSED: &str = "Watching has paused: nothing has changed for an hour.";
pub const NOT_REFRESHED: &str = "This could not be refreshed";
pub const STILL_TRYING: &str = "What is shown is from the last time that it worked.";
pub const NOTIFY: &str = "Notify me at the end";
pub const WILL_NOTIFY: &str = "You will be notified at the end, as long as this tab is open.";
pub const MAY_NOT_NOTIFY: &str =
    "The browser does not let this page notify you. Its settings for this site can change that.";
pub const DETAILS: &str = "Details";
pub const NO_DETAILS: &str = "Details per computer are not available";
pub const NO_DETAILS_REASON: &str = "This Landscape server does not tell what became of each computer. The group's own status is shown, and still refreshed.";
pub const OTHER_CAUSE: &str = "The cause is in the result text, in the details of each computer.";
pub const FAILED_IDS: &str = "the IDs of the failed computers";
pub const COPY_FAILED: &str = "Copy failed IDs";
pub const RETRY_FAILED: &str = "Retry failed";
pub const RETRY_HINT: &str = "Puts these computers into the form. Nothing is sent until you send it.";
pub const WITH_LEFT_OUT: &str = "Retry those that were left out, too";
pub const REPLACE: &str = "Replace the computers in the form?";
pub const REPLACE_ACTION: &str = "Replace";
pub const REPLACE_REASON: &str = "The form holds computers that you have typed and not sent.";
pub const COMPUTERS: &str = "Computers in this activity";
pub const NO_COMPUTERS: &str = "There are no computers of this status.";
pub const FILTER: &str = "Filter by status";
pub const ALL: &str = "All";

pub fn reading(known: usize, total: usize) -> String {
    format!("Reading the results of {}: {} so far.", computers(total), number(known))
}

pub fn failed_on(many: usize) -> String {
    format!("Failed on {}", computers(many))
}

/// A status and how many there are of it.
pub fn counted(label: &str, many: usize) -> String {
    format!("{label} {}", number(many))
}

pub fn computer_id(id: &str) -> String {
    format!("ID {id}")
}

pub fn details_of(id: &str) -> String {
    format!("Details of computer {id}")
}

pub fn last_updated(ago: &str) -> String {
    format!("Last updated {ago}.")
}

/// How many of all are done.
pub fn done(done: usize, total: usize) -> String {
    format!("{} of {} done", number(done), number(total))
}

pub fn failed(many: usize) -> String {
    format!("{} failed", number(many))
}

pub fn canceled(many: usize) -> String {
    format!("{} canceled", number(many))
}

/// What a document's title begins with.
pub fn title(done: usize, total: usize) -> String {
    format!("({done}/{total}) ")
}

/// A turn of an activity, as it is announced.
pub fn turn(activity: &str, what: &str) -> String {
    format!("{activity}: {what}")
}

pub fn ended_on(succeeded: usize, failed: usize, canceled: usize) -> String {
    let part = |many: usize, word: &str| (many > 0).then(|| format!("{word} on {}", number(many)));
    let parts = [part(succeeded, "succeeded"), part(failed, "failed"), part(canceled, "canceled")];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(", ")
}
