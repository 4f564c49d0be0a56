//! Words: navigation.

pub const MAIN: &str = "Main";
pub const MENU: &str = "Menu";
pub const CLOSE_MENU: &str = "Close menu";
