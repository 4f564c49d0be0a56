//! Words: session.

use crate::words::en::count;

pub const ACCOUNT: &str = "Account";
pub const TIME_IS_OVER: &str = "Time is over";
pub const LAST_MINUTE: &str = "Less than a minute left";
pub const ABOUT_TO_END: &str = "Your session is about to end";
pub const FINISH: &str = "Finish what you are doing, or sign out and in again for a new session.";
pub const ACCOUNT_NOT_CHANGED: &str = "The account could not be changed";

pub const NOT_KEPT: &str = "This browser keeps nothing for this tab";
pub const NOT_KEPT_REASON: &str =
    "Everything works, but a reload signs you out, and loses what you have typed and what was sent.";

pub fn minutes_left(minutes: usize) -> String {
    count(minutes, "minute left", "minutes left")
}
