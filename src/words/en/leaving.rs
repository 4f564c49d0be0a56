//! Words: leaving.

pub const QUESTION: &str = "Leave without sending?";
pub const MEANS: &str = "The Pro token is cleared when you leave this page. The computers stay in the form.";
pub const LEAVE: &str = "Leave";
