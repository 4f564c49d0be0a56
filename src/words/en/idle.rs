//! When nobody does anything, and when a session ends in another tab.

use crate::words::en::count;

pub const QUESTION: &str = "Are you still there?";
pub const MEANS: &str = "Nothing was done here for a while. What you have typed stays, but for secrets.";
pub const STAY: &str = "Stay signed in";

/// When the session ends if nobody answers.
pub fn ends_in(seconds: i64) -> String {
    match usize::try_from(seconds / 60).unwrap_or_default() {
        0 => "You will be signed out in less than a minute.".to_owned(),
        minutes => format!("You will be signed out in {}.", count(minutes, "minute", "minutes")),
    }
}

pub const SIGNED_OUT: &str = "You were signed out";
pub const SIGNED_OUT_REASON: &str = "Nothing was done here for a while. Sign in to go on where you were.";
pub const ELSEWHERE: &str = "You have signed out in another tab";
pub const ELSEWHERE_REASON: &str = "This tab was a copy of it, and keeps nothing of your session.";
