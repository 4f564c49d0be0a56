//! Words: computer ids.

use crate::words::en::{computers, count, number};

pub const LABEL: &str = "Computer IDs";
pub const HINT: &str =
    "IDs or hostnames, separated by commas, spaces or lines; or a pasted table with a column “id” or “hostname”.";
pub const NONE: &str = "Enter the ID of at least one computer.";
const WHOLE_NUMBERS: &str = "IDs are whole numbers, such as 17.";

/// How many computers were read.
pub fn read(many: usize) -> String {
    format!("{}.", computers(many))
}

/// How many computers were read, and how many of them by their hostnames.
pub fn read_with_names(many: usize, names: usize) -> String {
    format!("{}, {} of them by hostname.", computers(many), number(names))
}

pub fn folded(duplicates: usize) -> String {
    format!("{} folded.", count(duplicates, "duplicate was", "duplicates were"))
}

/// Names what is neither an id nor a hostname.
pub fn bad(pieces: &[String]) -> String {
    let quoted: Vec<_> = pieces.iter().map(|piece| format!("“{piece}”")).collect();
    if let [one] = quoted.as_slice() {
        return format!("{one} is neither a computer ID nor a hostname. {WHOLE_NUMBERS}");
    }
    let many = number(quoted.len());
    format!("{many} entries are neither computer IDs nor hostnames: {}. {WHOLE_NUMBERS}", quoted.join(", "))
}
