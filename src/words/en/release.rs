//! Words: release.

pub const NEW: &str = "A new version is available";
pub const MEANS: &str = "Reload this page to use it. What you have typed is kept, but for secrets.";
pub const RELOAD: &str = "Reload";
pub const SENDING: &str = "An order is being sent: you can reload once it has ended.";
