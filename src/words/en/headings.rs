//! Words: headings.

pub const SIGN_IN: &str = "Sign in";
pub const OVERVIEW: &str = "Overview";
pub const COMPUTERS: &str = "Computers";
pub const CONTRACTS: &str = "Contracts";
pub const LEGACY_LICENSES: &str = "Legacy licenses";
pub const ATTACH: &str = "Attach token";
pub const DETACH: &str = "Detach token";
pub const ACTIVITIES: &str = "Activities";
pub const ABOUT: &str = "About";
pub const NOT_FOUND: &str = "Page not found";

pub fn license(id: &str) -> String {
    format!("License {id}")
}

pub fn computer(id: &str) -> String {
    format!("Computer {id}")
}

pub fn activity(id: &str) -> String {
    format!("Activity {id}")
}
