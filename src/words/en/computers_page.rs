//! Of the pages of computers.

pub const TITLE: &str = "Title";
pub const HOSTNAME: &str = "Hostname";
pub const UBUNTU_PRO: &str = "Ubuntu Pro";
pub const PRO_EXPIRES: &str = "Pro expires";
pub const TAGS: &str = "Tags";
pub const LAST_SEEN: &str = "Last seen";

pub const ATTACHED: &str = "Attached";
pub const ATTACHED_MEANS: &str = "An Ubuntu Pro token is attached to the computer.";
pub const NOT_ATTACHED: &str = "Not attached";
pub const NOT_ATTACHED_MEANS: &str =
    "No Ubuntu Pro token is attached to the computer. It may be covered by a legacy license all the same.";
pub const NOT_REPORTED: &str = "Not reported";
pub const NOT_REPORTED_MEANS: &str = "The computer has not told Landscape anything of Ubuntu Pro yet. Clients report it every 15 minutes; those that cannot have it never do.";

pub const ENABLED: &str = "Enabled";
pub const ENABLED_MEANS: &str = "The service is switched on.";
pub const DISABLED: &str = "Disabled";
pub const DISABLED_MEANS: &str = "The service could be switched on. That it is not is no error.";
pub const NOT_APPLICABLE: &str = "n/a";
pub const NOT_APPLICABLE_MEANS: &str = "The service is not offered for this computer. That is no error.";
pub const WARNING: &str = "Warning";
pub const WARNING_MEANS: &str =
    "The service is switched on, and the Pro client warns of something. “pro status” on the computer says more.";

/// The name of the control that chooses a computer.
pub fn select(name: &str) -> String {
    format!("Select {name}")
}

pub const SELECT_PAGE: &str = "Select all computers on this page";
