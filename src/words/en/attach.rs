//! Words: attach.

pub const INTRO: &str = "Attach an Ubuntu Pro token to computers. Landscape queues an activity for each of them.";
pub const TOKEN: &str = "Ubuntu Pro token";
pub const TOKEN_HINT: &str = "It is kept nowhere, and cleared once Landscape has taken it or you leave this page.";
pub const BUTTON: &str = "Attach token";
pub const NO_TOKEN: &str = "Enter the Ubuntu Pro token.";
pub const BROKEN_TOKEN: &str = "The Ubuntu Pro token holds a space or a line break. Paste it once more.";
