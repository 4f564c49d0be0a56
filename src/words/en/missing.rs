//! Words: missing.

pub struct Missing {
    pub title: &'static str,
    pub reason: &'static str,
}

pub const CONTRACT: Missing =
    Missing { title: "Contract not found", reason: "This account has no contract with this ID." };
pub const LEGACY_LICENSE: Missing =
    Missing { title: "Legacy license not found", reason: "This account has no legacy license with this ID." };
pub const ACTIVITY: Missing =
    Missing { title: "Activity not found", reason: "This account has no activity with this ID." };
pub const PAGE: &str = "There is no page at this address. It may have been mistyped.";
pub const GO_TO_CONTRACTS: &str = "Go to the contracts";
