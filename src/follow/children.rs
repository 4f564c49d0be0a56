//! The activities of a group, merged as their pages come.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::api::activity::Activity;
use crate::api::activity::status::Ending;
use crate::api::id::{ActivityId, ComputerId};
use crate::api::page::Page;
use crate::api::row::Unreadable;
use crate::follow::progress::Progress;
use crate::status::Status;

/// How many children are asked for at once: few enough that reading them keeps no frame waiting.
pub const PAGE_LENGTH: u64 = 200;

/// The children of a group, each once, in the order of their ids.
///
/// Pages may overlap, and a later one replaces what an earlier one said. Once all were read, only those pages are read
/// again that hold a child which has not ended: results are long, and what has ended is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Children {
    by_id: BTreeMap<ActivityId, Arc<Activity>>,
    pages: Vec<PageRead>,
    count: u64,
    is_whole: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct PageRead {
    offset: u64,
    ids: Vec<ActivityId>,
    came: u64,
    unreadable: Vec<Unreadable>,
}

impl Children {
    /// Forgets which pages were read, so that all are read anew. The children stay until then.
    pub fn read_anew(&mut self) {
        self.pages.clear();
        self.is_whole = false;
    }

    /// The offset of the next page to read, at or behind `offset`; `None` where nothing more is to be learnt.
    pub fn next_offset(&self, offset: u64) -> Option<u64> {
        let has_more_to_say =
            |page: &&PageRead| page.offset >= offset && page.ids.iter().any(|id| !self.has_ended(*id));
        if let Some(page) = self.pages.iter().find(has_more_to_say) {
            return Some(page.offset);
        }
        (!self.is_whole).then(|| self.end())
    }

    /// Takes the page that was read at `offset`; whether it said anything new.
    pub fn merge(&mut self, offset: u64, page: Page<Activity>) -> bool {
        let (came, unreadable) = (page.came(), page.unreadable);
        let ids: Vec<_> = page.results.iter().map(|child| child.id).collect();
        let known: HashSet<_> = self.pages.iter().flat_map(|page| &page.ids).copied().collect();
        let mut changed = false;
        for child in page.results {
            if self.by_id.get(&child.id).is_none_or(|known| **known != child) {
                changed = true;
                self.by_id.insert(child.id, Arc::new(child));
            }
        }
        let is_new = ids.iter().any(|id| !known.contains(id)) || !unreadable.is_empty();
        let came = u64::try_from(came).unwrap_or(u64::MAX);
        let end = offset.saturating_add(came);
        let is_last = page.count.map_or(end - offset < PAGE_LENGTH, |count| end >= count);
        self.count = page.count.unwrap_or_default().max(self.count);
        if let Some(read) = self.pages.iter_mut().find(|page| page.offset == offset) {
            changed |= read.unreadable != unreadable;
            *read = PageRead { offset, ids, came, unreadable };
            self.is_whole &= is_last || end < self.end();
            return changed;
        }
        changed |= !unreadable.is_empty();
        self.pages.push(PageRead { offset, ids, came, unreadable });
        // A page without anything new is the last, whatever the count says: an offset may be ignored.
        if is_last || !is_new {
            changed |= self.close(page.count);
        }
        changed
    }

    /// All pages were read: what is in none of them is not there any more.
    fn close(&mut self, count: Option<u64>) -> bool {
        let before = self.by_id.len();
        let listed: HashSet<_> = self.pages.iter().flat_map(|page| &page.ids).copied().collect();
        self.by_id.retain(|id, _| listed.contains(id));
        self.count = count.unwrap_or_default();
        self.is_whole = true;
        before != self.by_id.len()
    }

    fn end(&self) -> u64 {
        let end = |page: &PageRead| page.offset.saturating_add(page.came);
        self.pages.iter().map(end).max().unwrap_or_default()
    }

    fn has_ended(&self, id: ActivityId) -> bool {
        self.by_id.get(&id).is_some_and(|child| child.activity_status.ending().is_some())
    }

    /// Takes in the children of another group: what is known of many is shown as one.
    pub fn absorb(&mut self, other: &Self) {
        self.by_id.extend(other.by_id.iter().map(|(id, child)| (*id, Arc::clone(child))));
    }

    /// Takes note of how many there are, as far as that is known before they were read.
    pub fn expect(&mut self, count: usize) {
        self.count = u64::try_from(count).unwrap_or(u64::MAX);
    }

    /// Every child.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Activity>> {
        self.by_id.values()
    }

    /// What the server lists as children and could not be read, by the pages that were read last.
    pub fn unreadable(&self) -> Vec<Unreadable> {
        self.pages.iter().flat_map(|page| &page.unreadable).cloned().collect()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Whether every page was read.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether every child is known and has ended.
    pub fn have_ended(&self) -> bool {
        self.is_whole && self.by_id.values().all(|child| child.activity_status.ending().is_some())
    }

    /// How far they are.
    pub fn progress(&self) -> Progress {
        let counted = usize::try_from(self.count).unwrap_or(usize::MAX);
        Progress::of(counted.max(self.by_id.len()), self.by_id.values().map(|child| &child.activity_status))
    }

    /// How many there are of each status, in the order of the labels: buttons do not change their place.
    pub fn count_statuses(&self) -> Vec<(Status, usize)> {
        let mut counts: Vec<(Status, usize)> = Vec::new();
        for child in self.by_id.values() {
            let status = Status::from(&child.activity_status);
            match counts.iter_mut().find(|(counted, _)| *counted == status) {
                Some((_, many)) => *many += 1,
                None => counts.push((status, 1)),
            }
        }
        counts.sort_by(|left, right| left.0.label.cmp(&right.0.label));
        counts
    }

    /// Those that failed.
    pub fn failed(&self) -> impl Iterator<Item = &Arc<Activity>> {
        self.iter().filter(|child| child.activity_status.ending() == Some(Ending::Failed))
    }

    /// The computers of those that failed, each once.
    pub fn failed_computers(&self) -> Vec<ComputerId> {
        let mut seen = HashSet::new();
        self.failed().filter_map(|child| child.computer_id).filter(|id| seen.insert(*id)).collect()
    }
}

#[cfg(test)]
mod tests;
