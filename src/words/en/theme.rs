//! Words: theme.

pub const LABEL: &str = "Theme";
pub const SYSTEM: &str = "System theme";
pub const LIGHT: &str = "Light theme";
pub const DARK: &str = "Dark theme";
