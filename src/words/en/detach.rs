//! Words: detach.

use crate::words::computers;

pub const INTRO: &str =
    "Detach Ubuntu Pro from computers, whatever token they have. Landscape queues an activity for each of them.";
pub const BUTTON: &str = "Detach token";
pub const CONFIRM: &str = "Detach";
pub const MEANS: &str = "This disables every Ubuntu Pro service on these computers and ends their security coverage. On newer releases it can disable the Landscape service too, so that a computer drops out of Landscape.";
pub const FOR_GOOD: &str = "It cannot be undone from here: attaching needs a token again.";

pub fn question(many: usize) -> String {
    format!("Detach Ubuntu Pro from {}?", computers(many))
}
