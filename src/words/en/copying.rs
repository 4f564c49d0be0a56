//! Words: copying.

pub const COPY: &str = "Copy";
pub const COPIED: &str = "Copied";
pub const NOT_COPIED: &str = "Could not be copied: select and copy it by hand";

/// What a button for copying copies.
pub fn copies(what: &str) -> String {
    format!("Copy {what}")
}
