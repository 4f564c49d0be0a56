//! Words: errors.

use crate::visible;

pub const NETWORK: &str = "The Landscape server could not be reached.";
pub const TIMEOUT: &str = "The Landscape server did not answer in time.";
pub const INTERRUPTED: &str = "The page was reloaded or closed before the answer came.";
pub const UNAUTHORIZED: &str = "The Landscape server did not accept the session.";
pub const FORBIDDEN: &str = "You do not have permission to do this on this account.";
pub const NOT_FOUND: &str =
    "The Landscape server does not know this. It may be older than 25.10, or not offer this to this account.";
pub const RATE_LIMITED: &str = "Too many requests. Try again in a minute.";
pub const OTHER_THAN_DOCUMENTED: &str = "a field is missing or of another type than documented";
pub const ENDS_EARLY: &str = "it ends too early";
pub const NOT_JSON: &str = "it is not JSON";
pub const EMPTY: &str = "it is empty";
pub const NULL: &str = "it is null";
pub const LIST: &str = "it is a list, not what is documented";
pub const OTHER_TYPE: &str = "it is of another type than JSON";
pub const TOO_LONG: &str = "it is longer than any answer should be";
pub const WEB_PAGE: &str = "it is a web page, not data";
pub const NOT_LOADED: &str = "This could not be loaded";
pub const PAGE_NOT_LOADED: &str = "The code of this page did not arrive. Check your connection, then try again. If it still does not come, reload the page.";
pub const CHECK_CONNECTION: &str = "Check your connection, then try again.";
pub const ASK_FOR_ACCESS: &str = "Ask an administrator of the account for access, or change the account.";
pub const TRY_AGAIN: &str = "Try again in a moment.";
pub const SESSION_OVER: &str = "Your session had ended, so the server refused the request.";
pub const NOTHING_QUEUED: &str = "Nothing was queued";
pub const MAYBE_QUEUED: &str = "The request may have been queued";
pub const OUTCOME_UNKNOWN: &str = "It is not known whether Landscape took the request. This page did not send it again. Look for it in the recent activities before you send it once more.";
pub const LOOK_AT_ACTIVITIES: &str = "Look at recent activities";
pub const PROBLEM: &str = "There is a problem";

pub fn rejected(status: u16) -> String {
    format!("The Landscape server refused the request (status {status}).")
}

pub fn rate_limited_for(seconds: u32) -> String {
    format!("Too many requests. Try again in {}.", wait(seconds))
}

pub fn unavailable(status: u16, seconds: u32) -> String {
    format!("The Landscape server failed (status {status}). It asks to be tried again in {}.", wait(seconds))
}

/// How long to wait: "30 s", "5 min", "2 h".
fn wait(seconds: u32) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds.div_ceil(60)),
        7_200..172_800 => format!("{} h", seconds.div_ceil(3_600)),
        _ => "more than a day".to_owned(),
    }
}

pub fn server(status: u16) -> String {
    format!("The Landscape server failed (status {status}).")
}

pub fn undecodable(detail: &str) -> String {
    format!("The Landscape server gave an answer that could not be read: {detail}.")
}

pub fn at(what: &str, line: usize, column: usize) -> String {
    format!("{what}, at line {line} column {column}")
}

pub fn not_utf8(byte: usize) -> String {
    format!("it is not UTF-8, at byte {byte}")
}

/// A sentence, and the server's own words.
pub fn it_said(sentence: &str, words: &str) -> String {
    format!("{sentence} It said: “{}”", visible::line(words))
}

pub fn refused_field(words: &str) -> String {
    format!("The server refused this: “{}”", visible::line(words))
}
