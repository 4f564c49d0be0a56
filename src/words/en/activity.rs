//! Words: activity.

use crate::words::dates;

pub fn window(minutes: usize) -> String {
    dates::minutes(minutes)
}

/// Who made it, by name and address.
pub fn creator(name: &str, email: &str) -> String {
    format!("{name} ({email})")
}
