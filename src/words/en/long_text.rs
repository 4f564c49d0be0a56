//! Words: long texts.

pub const CUT: &str = "The text goes on.";
pub const DOWNLOAD: &str = "Download all of it";
