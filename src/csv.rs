//! Tables for spreadsheets, and what their files are called.
//!
//! RFC 4180, with a byte order mark so that spreadsheets take it for UTF-8, and with an apostrophe before whatever a
//! spreadsheet would take for a formula (OWASP ASVS 1.2.10). The names of columns are the API's own, for programs too: they
//! are in no catalogue of words and stay the same in every language.

use jiff::civil::Date;

use crate::api::date::ApiDate;
use crate::api::row::Unreadable;
use crate::words;

/// A column of a file with one line for each `Row`.
pub struct Column<Row: 'static> {
    /// Its name, in the first line.
    pub name: &'static str,
    /// What stands in it: dates as the API wrote them, statuses as they are shown, nothing where there is nothing.
    pub text: fn(&Row) -> String,
}

/// A date as the API wrote it; nothing where there is none.
pub fn written(date: Option<&ApiDate>) -> String {
    date.map_or_else(String::new, |date| date.as_written().to_owned())
}

/// What a file begins with: the byte order mark and the line of names.
pub fn beginning<Row>(columns: &[Column<Row>]) -> String {
    let mut text = String::from('\u{feff}');
    write_line(&mut text, columns.iter().map(|column| column.name));
    text
}

/// One line for each row, in their order.
pub fn lines<'row, Row: 'static>(columns: &[Column<Row>], rows: impl IntoIterator<Item = &'row Row>) -> String {
    let mut text = String::new();
    for row in rows {
        write_line(&mut text, columns.iter().map(|column| (column.text)(row)));
    }
    text
}

/// One line for each row that could not be read: its id where it gave one, and why.
pub fn lines_of_unreadable<Row>(columns: &[Column<Row>], rows: &[Unreadable]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells = [row.id.clone().unwrap_or_default(), words::unreadable::in_file(row.place, &row.reason)];
        let empty = std::iter::repeat_n(String::new(), columns.len().saturating_sub(cells.len()));
        write_line(&mut text, cells.into_iter().chain(empty));
    }
    text
}

/// What a file is called: what is in it, by which filters, and when: `contracts-active-2026-11-25.csv`.
pub fn file_name(stem: &str, day: Date) -> String {
    format!("{stem}-{day}.csv")
}

/// What is in a file, and by which filters: `contracts` and `["active", ""]` are `contracts-active`. Hints are words of the
/// app, never what somebody typed.
pub fn stem(what: &str, hints: &[&str]) -> String {
    let hints = hints.iter().filter(|hint| !hint.is_empty());
    [what].iter().chain(hints).copied().collect::<Vec<_>>().join("-")
}

fn write_line<Cell: AsRef<str>>(text: &mut String, cells: impl Iterator<Item = Cell>) {
    for (index, cell) in cells.enumerate() {
        let cell = cell.as_ref();
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
