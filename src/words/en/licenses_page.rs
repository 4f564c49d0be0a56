//! Words: licenses page.

pub const ACTIVE_ONLY: &str = "Active only";
pub const AVAILABLE_ONLY: &str = "Available only";
pub const NONE: &str = "No legacy licenses";
pub const NONE_REASON: &str =
    "This account has no legacy licenses. Newer accounts license their computers with Ubuntu Pro contracts instead.";
pub const NO_MATCH: &str = "No matching licenses";
pub const NO_MATCH_REASON: &str = "No legacy license of this account matches. Clear the filters to see all of them.";
