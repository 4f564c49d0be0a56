//! Words: pagination.

use crate::words::en::number;

pub const PREVIOUS: &str = "Previous";
pub const NEXT: &str = "Next";

/// The parts of a list.
pub fn of(label: &str) -> String {
    format!("Pages of {label}")
}

pub fn rows(first: usize, last: usize, total: usize) -> String {
    format!("{}–{} of {}", number(first), number(last), number(total))
}
