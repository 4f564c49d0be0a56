//! Words: timeline.

use crate::words::en::{contracts, licenses};

pub const SHOW_TABLE: &str = "Show as table";
pub const HIDE_TABLE: &str = "Hide the table";
pub const TABLE: &str = "Expirations by month";
pub const MONTH: &str = "Month";
pub const NONE: &str = "Nothing expires in these months.";

pub fn drawing(first: &str, last: &str) -> String {
    format!("Expirations from {first} to {last}, one bar for each month. The table has the numbers.")
}

pub fn today(day: &str) -> String {
    format!("Today, {day}")
}

/// The first month with the most ends, of contracts and licenses together.
pub fn peak(many: usize, month: &str) -> String {
    format!("The most in one month: {}, in {month}.", crate::locale::number(many))
}

pub fn month(month: &str, contracts_of_it: usize, licenses_of_it: usize) -> String {
    format!("{month}: {}, {}", contracts(contracts_of_it), licenses(licenses_of_it))
}

/// What has ended, or does so later, or never: not in the drawing.
pub fn beside(what: &str, contracts_of_it: usize, licenses_of_it: usize) -> String {
    format!("{}.", month(what, contracts_of_it, licenses_of_it))
}

pub fn contracts_of(many: usize, month: &str) -> String {
    format!("{}: {month}", contracts(many))
}

pub fn licenses_of(many: usize, month: &str) -> String {
    format!("{}: {month}", licenses(many))
}
