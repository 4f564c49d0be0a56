//! Words: activities page.

use crate::words::en::count;

pub const NONE: &str = "No activities";
pub const NONE_REASON: &str =
    "Nothing was attached or detached in this account lately. What you attach and detach appears here.";
pub const NO_MATCH: &str = "No matching activities";
pub const NO_MATCH_REASON: &str = "No activity about Pro tokens matches. Change the filters, or look again in a moment: what was queued can take a while to appear.";
pub const KIND: &str = "Kind";
pub const ALL_KINDS: &str = "Attach and detach";
pub const ATTACH: &str = "Attach";
pub const DETACH: &str = "Detach";
pub const ALL_STATUSES: &str = "Any";
pub const NOT_ENDED: &str = "Not ended";
pub const MATCH: &str = "May be your request";
pub const SHOW_ALL: &str = "Show all activities";
pub const REFUSED: &str = "The server does not filter activities";
pub const REFUSED_REASON: &str = "All recent activities were read instead, and filtered here, one page at a time.";

pub fn since(when: &str) -> String {
    format!("Activities since {when}.")
}

/// How many are shown, and how many of the page are not.
pub fn counted(shown: usize, others: usize) -> String {
    let shown = format!("{}.", count(shown, "activity", "activities"));
    match others {
        0 => shown,
        1 => format!("{shown} 1 other on this page is about something else, or does not match."),
        _ => format!("{shown} {others} others on this page are about something else, or do not match."),
    }
}
