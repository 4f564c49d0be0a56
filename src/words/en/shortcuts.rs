//! Words: shortcuts.

pub const BUTTON: &str = "Keyboard shortcuts";
pub const KEY: &str = "Key";
pub const WHAT: &str = "What it does";
pub const FILTER: &str = "Go to the filter of the page";
pub const HELP: &str = "Show this list";
pub const ESCAPE_KEY: &str = "Esc";
pub const ESCAPE: &str = "Close a dialog or the menu";
pub const USE: &str = "Use the keys “/” and “?”";
pub const ABOUT: &str = "About Landscape licensing";
pub const NOTE: &str =
    "They never act while you type in a field. Switched off, they stay off until this page is loaded again.";
