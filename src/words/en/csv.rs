//! Files for spreadsheets.

use crate::words::en::{count, number};

pub const DOWNLOAD: &str = "Download CSV";
pub const PREPARING: &str = "Preparing the file.";
pub const STOP: &str = "Stop";
pub const STOPPED: &str = "Stopped. No file was saved.";
pub const NO_ROWS: &str = "There are no rows to save.";
pub const FAILED: &str = "No file was saved";

fn rows(many: usize) -> String {
    count(many, "row", "rows")
}

/// How far it is; how many there will be is not always known.
pub fn progress(done: usize, total: Option<usize>) -> String {
    match total {
        Some(total) => format!("Preparing: {} of {}.", number(done), rows(total)),
        None => format!("Preparing: {}.", rows(done)),
    }
}

pub fn saved(name: &str, many: usize) -> String {
    format!("Saved {name} with {}.", rows(many))
}

/// The server tells of more rows than it gives.
pub fn ends_early(came: u64, total: u64) -> String {
    let many = |many: u64| usize::try_from(many).unwrap_or(usize::MAX);
    format!("it ends after {} of {}", number(many(came)), rows(many(total)))
}
