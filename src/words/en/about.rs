//! Words: the page about the app.

pub const VERSION: &str = "Version";
pub const COMMIT: &str = "Commit";
pub const LICENSE: &str = "License";
pub const NOT_KNOWN: &str = "Not known";
pub const PARTS: &str = "What it is made of";
pub const PART: &str = "Part";
pub const FULL_TEXTS: &str = "All licenses in full";
