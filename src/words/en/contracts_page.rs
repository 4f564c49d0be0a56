//! Words: contracts page.

pub const FILTER: &str = "Filter contracts";
pub const ACTIVE_ONLY: &str = "Active only";
pub const NONE: &str = "No contracts";
pub const NONE_REASON: &str = "This account has no Ubuntu Pro contracts. A contract appears here once a computer that Landscape manages is attached to it: attach a token to your computers to begin.";
pub const NO_ACTIVE: &str = "No active contracts";
pub const NO_ACTIVE_REASON: &str =
    "This account has no contracts that have not expired. Clear “Active only” to see the expired ones.";
pub const NO_MATCH: &str = "No matching contracts";
pub const NO_MATCH_REASON: &str = "No contract matches the filter. Change or clear it to see more.";
