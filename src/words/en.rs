//! English.

#![expect(missing_docs, reason = "each word says itself what it is")]

pub mod about;
pub mod activities_page;
pub mod activity;
pub mod attach;
pub mod computer_ids;
pub mod computers_page;
pub mod contracts_page;
pub mod copying;
pub mod counts;
pub mod csv;
pub mod dates;
pub mod detach;
pub mod ends;
pub mod errors;
pub mod fields;
pub mod follow;
pub mod headings;
pub mod idle;
pub mod leaving;
pub mod licenses_page;
pub mod long_text;
pub mod members_section;
pub mod missing;
pub mod navigation;
pub mod overview;
pub mod pagination;
pub mod preflight;
pub mod release;
pub mod requirements;
pub mod result;
pub mod results;
pub mod rollout;
pub mod secret;
pub mod session;
pub mod shortcuts;
pub mod sign_in;
pub mod start;
pub mod status;
pub mod status_help;
pub mod theme;
pub mod timeline;
pub mod unreadable;

use crate::locale::number;

/// The name of the app, in titles.
pub const APP_NAME: &str = "Landscape licensing";
pub const BANNER: &str = "Note from your administrator";
pub const SIGN_OUT: &str = "Sign out";
pub const CANCEL: &str = "Cancel";
pub const CLOSE: &str = "Close";
pub const REFRESH: &str = "Refresh";
pub const RETRY: &str = "Retry";
pub const LOADING: &str = "Loading…";
pub const STILL_LOADING: &str = "Loading… The Landscape server has not answered yet.";
pub const SENDING: &str = "Sending…";
pub const SKIP_TO_CONTENT: &str = "Skip to main content";
/// What stands where there is nothing to show.
pub const NOTHING: &str = "—";

/// A count with its noun.
fn count(many: usize, singular: &str, plural: &str) -> String {
    format!("{} {}", number(many), if many == 1 { singular } else { plural })
}

pub fn contracts(many: usize) -> String {
    count(many, "contract", "contracts")
}

pub fn licenses(many: usize) -> String {
    count(many, "license", "licenses")
}

pub fn computers(many: usize) -> String {
    count(many, "computer", "computers")
}

/// Some of all: "3 of 14 contracts", where `all` is a count with its noun.
pub fn some_of(some: usize, all: &str) -> String {
    format!("{} of {all}", number(some))
}

/// A question's subject and its answer, such as "Contracts table".
pub fn table_of(caption: &str) -> String {
    format!("{caption} table")
}

/// The title of a page in the browser's tab.
pub fn document_title(heading: &str) -> String {
    format!("{heading} · {APP_NAME}")
}

/// What the title of a page begins with while its form has problems.
pub const ERROR_TITLE: &str = "Error: ";
