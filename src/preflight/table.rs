//! A table that was pasted: of a spreadsheet, or of a file such as this app's own downloads (RFC 4180).

/// The names of a column of ids, and of one of hostnames.
const IDS: [&str; 3] = ["id", "computer_id", "computer id"];
const HOSTNAMES: [&str; 1] = ["hostname"];

/// The cells of the column that names computers, from top to bottom: of ids, and where a row has none, of hostnames. `None`
/// where the first line names no such column.
pub fn column(text: &str) -> Option<Vec<String>> {
    if !may_be_header(text) {
        return None;
    }
    let separator = [',', ';', '\t'].into_iter().find(|separator| {
        let header = Rows::of(text, *separator).next().unwrap_or_default();
        place(&header, &IDS).or(place(&header, &HOSTNAMES)).is_some()
    })?;
    let mut rows = Rows::of(text, separator);
    let header = rows.next().unwrap_or_default();
    let places = [place(&header, &IDS), place(&header, &HOSTNAMES)];
    Some(rows.filter_map(|row| cell(&row, places)).collect())
}

/// A look at the letters alone: thousands of ids in one line are not to be taken apart for nothing. A line that is the only
/// one heads nothing: it names computers, of which one may be called "id".
fn may_be_header(text: &str) -> bool {
    let Some((first, _)) = text.trim_start().split_once('\n') else { return false };
    let first = first.to_ascii_lowercase();
    first.contains("id") || first.contains("hostname")
}

fn place(header: &[String], names: &[&str]) -> Option<usize> {
    header.iter().position(|cell| names.iter().any(|name| cell.eq_ignore_ascii_case(name)))
}

/// What names the row's computer. A row that names none is told by what it begins with; an empty one is nothing.
fn cell(row: &[String], places: [Option<usize>; 2]) -> Option<String> {
    let named = places.into_iter().flatten().filter_map(|place| row.get(place));
    named.chain(row).find(|cell| !cell.is_empty()).cloned()
}

/// The rows of a table, each as its cells without the white space around them.
struct Rows<'a> {
    rest: std::str::Chars<'a>,
    separator: char,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str, separator: char) -> Self {
        Self { rest: text.trim_start().chars(), separator }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        let (mut cells, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
        let mut is_begun = false;
        while let Some(character) = self.rest.next() {
            is_begun = true;
            match character {
                '"' if !is_quoted && cell.trim().is_empty() => is_quoted = true,
                '"' if is_quoted && self.rest.as_str().starts_with('"') => {
                    self.rest.next();
                    cell.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '\n' if !is_quoted => break,
                other if other == self.separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
                other => cell.push(other),
            }
        }
        cells.push(cell);
        is_begun.then(|| cells.iter().map(|cell| cell.trim().to_owned()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        let cells = column(text);
        assert_eq!(
            cells.as_deref().map(|cells| cells.iter().map(String::as_str).collect()),
            expected.map(<[_]>::to_vec),
            "{text:?}"
        );
    }

    #[test]
    fn what_has_no_header_is_no_table() {
        for text in ["", "1, 2, 3", "birch, cedar", "title,name\n1,2", "\"", "1\nid\n2", "1, hostname, 2", "id"] {
            check(text, None);
        }
    }

    #[test]
    fn columns_are_separated_by_commas_semicolons_or_tabs() {
        for separator in [",", ";", "\t"] {
            check(&["title,ID,x", "a,1,y", "b,2,z"].join("\n").replace(',', separator), Some(&["1", "2"]));
        }
        check("hostname\nbirch\r\ncedar", Some(&["birch", "cedar"]));
        check("\nComputer ID\n1\n", Some(&["1"]));
    }

    #[test]
    fn ids_go_before_hostnames_and_hostnames_stand_in_for_them() {
        check("hostname,id\nbirch,1\ncedar,\n,3\n", Some(&["1", "cedar", "3"]));
    }

    #[test]
    fn a_row_that_names_no_computer_is_not_lost() {
        check("title,id\nBirch,\n\n,\nCedar\n", Some(&["Birch", "Cedar"]));
        check("id\n", Some(&[]));
    }

    #[test]
    fn quotes_hold_separators_lines_and_quotes() {
        check("\"title\",\"computer_id\"\r\n\"a, \"\"b\"\"\r\nc\",\"7\"\r\n", Some(&["7"]));
        check("id,note\n1,5\" disk\n2,\"open", Some(&["1", "2"]));
    }
}
