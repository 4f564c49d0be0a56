//! Words: of rows that could not be read.

use crate::locale::number;
use crate::words::en::count;

pub const INCOMPLETE: &str = "The list is not whole";
pub const WHICH: &str = "Which ones, and why";
pub const TWICE: &str = "its id was there before";
pub const NO_ID: &str = "it has no id";
pub const NULL: &str = "it is null";
pub const NO_OBJECT: &str = "it is no object";
/// What stands in a file where the row would.
pub const NOT_READ: &str = "Could not be read";

pub fn rows(many: usize) -> String {
    format!("{} could not be read", count(many, "row", "rows"))
}

pub fn odd_field(column: usize) -> String {
    format!("its id, or a field at column {column}, is of another type than documented")
}

pub fn row(place: usize, id: Option<&str>, reason: &str) -> String {
    match id {
        Some(id) => format!("Row {}, id “{id}”: {reason}.", number(place)),
        None => format!("Row {}: {reason}.", number(place)),
    }
}

pub fn more(many: usize) -> String {
    format!("… and {} more.", number(many))
}

/// The server counts other than it gives.
pub fn other_count(came: usize, counted: usize) -> String {
    format!("The server counts {} for this part of the list, and gave {}.", count(counted, "row", "rows"), number(came))
}

/// In a file, in place of the row.
pub fn in_file(place: usize, reason: &str) -> String {
    format!("{NOT_READ}, row {place}: {reason}")
}

pub fn saved_without(many: usize) -> String {
    format!("{} could not be read: the file names them at its end.", count(many, "row", "rows"))
}
