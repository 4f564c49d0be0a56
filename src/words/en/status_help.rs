//! Words: status help.

pub const BUTTON: &str = "What the statuses mean";
pub const EXPIRES_IN: &str = "Expires in … days";
pub const EXPIRED: &str = "The end is past. The services of a contract may run on for 14 days more.";
pub const EXPIRES_SOON: &str = "The end is 60 days away or nearer. Days are counted by the calendar, in UTC.";
pub const ACTIVE: &str = "The end is more than 60 days away.";
pub const NEVER_EXPIRES: &str = "There is no end: the server names none, or the year 3000 or later.";
pub const UNKNOWN_END: &str = "What the server gave for the end is not a date.";
pub const QUEUED: &str = "Landscape has taken it, and the computer has not fetched it yet. Computers call in every 15 minutes, for urgent things each minute.";
pub const SCHEDULED: &str = "It is to be done at a set time.";
pub const WAITING: &str = "It waits for another activity.";
pub const BLOCKED: &str = "It waits for another activity that it depends on.";
pub const UNAPPROVED: &str = "Somebody must approve it in Landscape first.";
pub const IN_PROGRESS: &str = "The computer has fetched it, and has not answered yet.";
pub const SUCCEEDED: &str = "The computer says that it was done.";
pub const FAILED: &str = "The computer says that it could not be done. The result text says why.";
pub const CANCELED: &str = "Somebody canceled it in Landscape.";
pub const UNKNOWN: &str = "The server said nothing, or a word that is not in its documentation.";
