//! Words: results.

pub const NONE: &str = "none";
pub const ATTACHED: &str = "Attached.";
pub const NOT_ATTACHED_NOW: &str = "Not attached.";
pub const ENABLES_NONE: &str = "Landscape attaches without enabling services.";
pub const RETRY_SOON: &str = "Trying again is worth it.";
pub const RETRY_AFTER_FIX: &str = "Trying again is worth it once this is mended.";
pub const RETRY_NEVER: &str = "Trying again is of no use.";

/// What happened, and what to do about it.
type Advice = (&'static str, &'static str);

pub const INVALID_TOKEN: Advice = (
    "The Pro token is not valid.",
    "Copy the token once more from ubuntu.com/pro/dashboard, and attach with that one.",
);
pub const NO_CONNECTION: Advice = (
    "The computer could not reach Canonical's contract server.",
    "Check that it reaches contracts.canonical.com, by its proxy if it has one.",
);
pub const CONTRACT_ERROR: Advice =
    ("Canonical's contract server failed, or answered something unexpected.", "Wait a few minutes.");
pub const LOCK_HELD: Advice =
    ("Another program was working with Ubuntu Pro or packages on the computer.", "Wait until it has ended.");
pub const NOT_ATTACHED: Advice = ("The computer is not attached to Ubuntu Pro.", "There is nothing to detach.");
pub const LIBRARY_MISSING: Advice = (
    "The Ubuntu Pro client's library is missing on the computer, or too old.",
    "Install or upgrade the package ubuntu-pro-client there.",
);
pub const PRO_CLIENT_FAILED: Advice = (
    "The Ubuntu Pro client failed on the computer.",
    "Look there into /var/log/landscape/manager.log and /var/log/ubuntu-advantage.log.",
);

pub fn attached_to(contract: &str) -> String {
    format!("Attached to {contract}.")
}

pub fn attached_to_named(name: &str, id: &str) -> String {
    format!("Attached to {name} ({id}).")
}

pub fn services(entitled: &str, enabled: &str) -> String {
    format!("Services covered: {entitled}. Enabled: {enabled}.")
}
