//! The results of a group as a table for spreadsheets.
//!
//! RFC 4180, with a byte order mark so that spreadsheets take it for UTF-8, and with an apostrophe before whatever a
//! spreadsheet would take for a formula (OWASP ASVS 1.2.10).

use std::collections::HashMap;

use crate::api::activity::Activity;
use crate::api::id::ComputerId;

/// The titles of computers, as far as they are known.
pub type Titles = HashMap<ComputerId, String>;

/// The columns.
const HEADER: [&str; 6] = ["computer_id", "title", "status", "result_code", "result_text", "finished"];

/// What a file begins with.
pub fn beginning() -> String {
    let mut text = String::from('\u{feff}');
    write_row(&mut text, HEADER);
    text
}

/// One row for each activity, in their order. Computers without a known title have none.
pub fn rows<'a>(children: impl IntoIterator<Item = &'a Activity>, titles: &Titles) -> String {
    let mut text = String::new();
    for child in children {
        let title = child.computer_id.and_then(|id| titles.get(&id)).cloned().unwrap_or_default();
        let row = [
            child.computer_id.map_or_else(String::new, |id| id.to_string()),
            title,
            child.activity_status.word().unwrap_or_default().to_owned(),
            child.result_code.map_or_else(String::new, |code| code.to_string()),
            child.result_text.clone().unwrap_or_default(),
            child.completion_time.as_ref().map_or_else(String::new, |time| time.as_written().to_owned()),
        ];
        write_row(&mut text, row.each_ref().map(String::as_str));
    }
    text
}

fn write_row(text: &mut String, cells: [&str; 6]) {
    for (index, cell) in cells.iter().enumerate() {
        text.push_str(if index == 0 { "\"" } else { ",\"" });
        if is_formula(cell) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\"").replace('\0', "\u{fffd}"));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// Whether a spreadsheet would calculate it, the full-width forms of the signs included. Negative numbers are numbers.
fn is_formula(cell: &str) -> bool {
    let starts = |character: char| "=+-@\t\r\n\0＝＋－＠".contains(character);
    cell.chars().find(|character| *character != ' ').is_some_and(starts) && cell.parse::<i64>().is_err()
}

#[cfg(test)]
mod tests;
