//! A list of computer ids as a person types or pastes it.

use std::collections::HashSet;

use crate::api::id::ComputerId;

/// What was read of a text: nothing is dropped silently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComputerIdList {
    /// Each id once, in the order of their first mention.
    pub ids: Vec<ComputerId>,
    /// How many further mentions of the same ids were folded away.
    pub duplicates: usize,
    /// Every piece that is no id, each once, as it was typed.
    pub bad: Vec<String>,
}

impl ComputerIdList {
    /// Reads ids that are separated by commas, semicolons, white space or lines.
    pub fn parse(text: &str) -> Self {
        let mut list = Self::default();
        let (mut known, mut known_bad) = (HashSet::new(), HashSet::new());
        let is_separator = |character: char| character.is_whitespace() || matches!(character, ',' | ';');
        for piece in text.split(is_separator).filter(|piece| !piece.is_empty()) {
            match ComputerId::parse(piece) {
                Some(id) if known.insert(id) => list.ids.push(id),
                Some(_) => list.duplicates += 1,
                None if known_bad.insert(piece) => list.bad.push(piece.to_owned()),
                None => {}
            }
        }
        list
    }
}

/// Ids as a text that [`ComputerIdList::parse`] reads.
pub fn print(ids: &[ComputerId]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, ids: &[i64], duplicates: usize, bad: &[&str]) {
        let list = ComputerIdList::parse(text);
        assert_eq!(list.ids.iter().map(|id| id.0).collect::<Vec<_>>(), ids, "{text:?}");
        assert_eq!(
            (list.duplicates, list.bad),
            (duplicates, bad.iter().map(ToString::to_string).collect()),
            "{text:?}"
        );
    }

    #[test]
    fn ids_are_separated_by_commas_spaces_or_lines() {
        check("1,2 3\n4\r\n5\t6;7, 8 ,\n", &[1, 2, 3, 4, 5, 6, 7, 8], 0, &[]);
        check("", &[], 0, &[]);
        check(" ,\n, ", &[], 0, &[]);
        check("1\u{a0}2", &[1, 2], 0, &[]);
    }

    #[test]
    fn a_second_mention_is_folded_and_counted() {
        check("3, 1, 3, 03, 1", &[3, 1], 3, &[]);
    }

    #[test]
    fn each_bad_piece_is_named_once() {
        check("1, two, 3.5, -4, two, 5", &[1, 5], 0, &["two", "3.5", "-4"]);
        check("99999999999999999999", &[], 0, &["99999999999999999999"]);
    }

    #[test]
    fn thousands_are_read_in_order() {
        let text = (1..=50_000).map(|id| id.to_string()).collect::<Vec<_>>().join("\n");
        let list = ComputerIdList::parse(&text);
        assert_eq!((list.ids.len(), list.ids.last()), (50_000, Some(&ComputerId(50_000))));
    }
}
