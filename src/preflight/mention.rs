//! The computers that a person names: ids and hostnames, typed or pasted in any mixture, or a pasted table.

use std::fmt;

use rustc_hash::FxHashSet;

use crate::api::id::ComputerId;
use crate::preflight::table;

/// As long as a hostname may be.
const LONGEST: usize = 255;

/// One computer as a person names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// By its id.
    Id(ComputerId),
    /// By its hostname, as typed.
    Hostname(String),
}

impl Mention {
    /// Reads an id, or a hostname: letters, digits, dots, dashes and underscores, with a letter among them.
    fn parse(piece: &str) -> Option<Self> {
        if let Some(id) = ComputerId::parse(piece) {
            return Some(Self::Id(id));
        }
        let is_of_a_name = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-' | '_');
        let is_name = piece.len() <= LONGEST
            && piece.starts_with(char::is_alphanumeric)
            && piece.contains(char::is_alphabetic)
            && piece.chars().all(is_of_a_name);
        is_name.then(|| Self::Hostname(piece.to_owned()))
    }
}

/// As it can be typed again.
impl fmt::Display for Mention {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(formatter),
            Self::Hostname(name) => formatter.write_str(name),
        }
    }
}

/// What was read of a text: nothing is dropped silently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Each once, in the order of their first mention.
    pub all: Vec<Mention>,
    /// How many further mentions of the same ids and hostnames were folded away.
    pub duplicates: usize,
    /// Every piece that is neither, each once, as it was typed.
    pub bad: Vec<String>,
}

impl Mentions {
    /// Reads pieces that are separated by commas, semicolons, white space or lines; or the column of a table that names its
    /// columns in the first line.
    pub fn parse(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = Reader::default();
        match table::column(text) {
            Some(cells) => cells.iter().for_each(|cell| reader.take(cell)),
            None => text.split(is_separator).filter(|piece| !piece.is_empty()).for_each(|piece| reader.take(piece)),
        }
        reader.read
    }

    /// The ids among them.
    pub fn ids(&self) -> impl Iterator<Item = ComputerId> {
        self.all.iter().filter_map(|mention| match mention {
            Mention::Id(id) => Some(*id),
            Mention::Hostname(_) => None,
        })
    }

    /// The hostnames among them.
    pub fn hostnames(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter_map(|mention| match mention {
            Mention::Id(_) => None,
            Mention::Hostname(name) => Some(name.as_str()),
        })
    }
}

/// Mentions as a text that is read as those mentions.
pub fn print<'a>(mentions: impl IntoIterator<Item = &'a Mention>) -> String {
    mentions.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Hostnames are the same whatever the case of their letters is.
pub fn folded(hostname: &str) -> String {
    hostname.to_lowercase()
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | ';')
}

#[derive(Default)]
struct Reader {
    read: Mentions,
    ids: FxHashSet<ComputerId>,
    hostnames: FxHashSet<String>,
    bad: FxHashSet<String>,
}

impl Reader {
    fn take(&mut self, piece: &str) {
        let Some(mention) = Mention::parse(piece) else {
            if self.bad.insert(piece.to_owned()) {
                self.read.bad.push(piece.to_owned());
            }
            return;
        };
        let is_new = match &mention {
            Mention::Id(id) => self.ids.insert(*id),
            Mention::Hostname(name) => self.hostnames.insert(folded(name)),
        };
        if is_new {
            self.read.all.push(mention);
        } else {
            self.read.duplicates += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, duplicates: usize, bad: &[&str]) {
        let read = Mentions::parse(text);
        assert_eq!((print(&read.all).as_str(), read.duplicates), (expected, duplicates), "{text:?}");
        assert_eq!(read.bad, bad, "{text:?}");
    }

    #[test]
    fn they_are_separated_by_commas_spaces_or_lines() {
        check("1,2 3\n4\r\n5\t6;7, 8 ,\n", "1, 2, 3, 4, 5, 6, 7, 8", 0, &[]);
        check("", "", 0, &[]);
        check(" ,\n, ", "", 0, &[]);
        check("1\u{a0}2", "1, 2", 0, &[]);
    }

    #[test]
    fn ids_and_hostnames_are_mixed_freely() {
        check(
            "7 birch-web-1, 8\nDESKTOP_ADA;a.example.com 0x10",
            "7, birch-web-1, 8, DESKTOP_ADA, a.example.com, 0x10",
            0,
            &[],
        );
        let read = Mentions::parse("7 birch 8");
        assert_eq!(read.ids().collect::<Vec<_>>(), [ComputerId(7), ComputerId(8)]);
        assert_eq!(read.hostnames().collect::<Vec<_>>(), ["birch"]);
    }

    #[test]
    fn a_second_mention_is_folded_and_counted() {
        check("3, 1, 3, 03, 1", "3, 1", 3, &[]);
        check("birch Birch BIRCH", "birch", 2, &[]);
    }

    #[test]
    fn each_piece_that_is_neither_is_named_once() {
        let bad = ["3.5", "-4", "<b>", "99999999999999999999", "0", "-web", "a:b", "１７", "\"OR\""];
        check(&format!("1 {} -4 5", bad.join(" ")), "1, 5", 0, &bad);
        let long = "x".repeat(256);
        check(&long, "", 0, &[&long]);
    }

    #[test]
    fn a_pasted_table_gives_its_column() {
        check(
            "\u{feff}\"computer_id\",\"title\"\r\n\"4\",\"Cedar, 2\"\r\n\"5\",\"a \"\"b\"\"\"\r\n\"4\",\"\"\r\n",
            "4, 5",
            1,
            &[],
        );
        check("name;Hostname\nx;birch\ny;x y\n", "birch", 0, &["x y"]);
    }

    #[test]
    fn thousands_are_read_in_order() {
        let text = (1..=50_000).map(|id| id.to_string()).collect::<Vec<_>>().join("\n");
        let read = Mentions::parse(&text);
        assert_eq!((read.all.len(), read.all.last()), (50_000, Some(&Mention::Id(ComputerId(50_000)))));
    }
}
