//! Words: secret.

pub const SHOW: &str = "Show";
pub const HIDE: &str = "Hide";
