//! Reading all computers that match, part by part, while the list may change.

use std::collections::BTreeMap;

use crate::api::computer::Computer;
use crate::api::id::ComputerId;
use crate::api::page::Page;
use crate::selection::{Name, entry};

/// How far the reading of all that match is.
#[derive(Debug)]
pub struct Gathering {
    found: BTreeMap<ComputerId, Name>,
    offset: usize,
    total: usize,
    has_changed: bool,
    unreadable: usize,
}

impl Gathering {
    /// Nothing was read yet of what are `total` by what was told last.
    pub fn new(total: usize) -> Self {
        Self { found: BTreeMap::new(), offset: 0, total, has_changed: false, unreadable: 0 }
    }

    /// Where the next part begins.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// How many were read, and of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.offset, self.total)
    }

    /// Whether the list was another one part than the part before: then some may be missing.
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }

    /// How many could not be read.
    pub fn unreadable(&self) -> usize {
        self.unreadable
    }

    /// Takes a part, and whether it was the last.
    ///
    /// What comes twice counts once. A part that brings nothing new is the last, whatever the server counts: a list that
    /// is told to be longer than it is, or a server that always gives the same part, has an end too.
    pub fn take(&mut self, part: &Page<Computer>) -> bool {
        let (came, odd) = (part.came(), part.unreadable.len());
        let before = self.found.len();
        self.found.extend(part.results.iter().map(entry));
        let new = self.found.len() - before + odd;
        self.unreadable += odd;
        self.offset = self.offset.saturating_add(came);
        let total = part.count.map_or(self.total, |count| usize::try_from(count).unwrap_or(usize::MAX));
        self.has_changed |= new < came || total != self.total;
        self.total = total;
        let is_last = new == 0 || self.offset >= total;
        self.has_changed |= is_last && self.offset != total;
        is_last
    }

    /// Every computer that was read, once.
    pub fn into_found(self) -> BTreeMap<ComputerId, Name> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(ids: impl IntoIterator<Item = i64>, count: Option<u64>) -> Page<Computer> {
        let computer = |id| serde_json::from_value(serde_json::json!({"id": id, "title": format!("c{id}")}));
        Page::new(count, ids.into_iter().map(|id| computer(id).expect("it is a computer")).collect())
    }

    /// Reads what a server gives at each offset, and what came of it: how many parts, which computers, whether the list
    /// changed.
    #[track_caller]
    fn read(total: usize, give: impl Fn(usize) -> Page<Computer>) -> (usize, Vec<i64>, bool) {
        let mut gathering = Gathering::new(total);
        for parts in 1..100 {
            if gathering.take(&give(gathering.offset())) {
                let has_changed = gathering.has_changed();
                return (parts, gathering.into_found().into_keys().map(|id| id.0).collect(), has_changed);
            }
        }
        panic!("it has no end");
    }

    fn from(offset: usize) -> i64 {
        i64::try_from(offset).expect("it is small")
    }

    #[test]
    fn every_part_is_read_once() {
        let give = |offset| part((from(offset)..7).take(3), Some(7));
        assert_eq!(read(7, give), (3, (0..7).collect(), false));
        assert_eq!(read(0, |_| part([], Some(0))), (1, vec![], false));
        assert_eq!(read(3, |_| part(0..3, Some(3))), (1, vec![0, 1, 2], false));
    }

    #[test]
    fn how_far_it_is_counts_what_was_read() {
        let mut gathering = Gathering::new(7);
        assert!(!gathering.take(&part(0..3, Some(7))));
        assert_eq!((gathering.offset(), gathering.progress()), (3, (3, 7)));
    }

    #[test]
    fn what_comes_twice_counts_once_and_is_a_change() {
        // One came in before the second part: the last of the first comes again.
        let give = |offset: usize| if offset == 0 { part([1, 2, 3], Some(6)) } else { part([3, 4, 5], Some(6)) };
        assert_eq!(read(6, give), (2, vec![1, 2, 3, 4, 5], true));
    }

    #[test]
    fn a_count_that_changes_is_followed() {
        let give = |offset: usize| part((from(offset)..8).take(3), Some(if offset == 0 { 7 } else { 8 }));
        assert_eq!(read(7, give), (3, (0..8).collect(), true));
        let give = |offset: usize| part((from(offset)..4).take(3), Some(if offset == 0 { 7 } else { 4 }));
        assert_eq!(read(7, give), (2, (0..4).collect(), true));
    }

    #[test]
    fn a_list_that_ends_early_or_never_has_an_end() {
        assert_eq!(read(9, |offset| part((from(offset)..4).take(3), Some(9))), (3, vec![0, 1, 2, 3], true));
        assert_eq!(read(9, |_| part(0..3, Some(9))), (2, vec![0, 1, 2], true));
        let grows = |offset: usize| part(0..3, u64::try_from(offset).ok().map(|offset| offset + 9));
        assert_eq!(read(9, grows), (2, vec![0, 1, 2], true));
        assert_eq!(read(6, |offset| part((from(offset)..6).take(3), None)), (2, (0..6).collect(), false));
    }
}
