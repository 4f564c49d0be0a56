//! The computers that a person has chosen, to attach or detach.
//!
//! They are kept by id and name while pages, filters and parts of the list come and go; what else is known of them is asked
//! anew when they are used.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::computer::Computer;
use crate::api::id::ComputerId;
use crate::lasting::Lasting;

/// What to call a computer; nothing where it has neither title nor hostname.
pub type Name = Arc<str>;

/// The computers that are chosen, in the order of their ids. Lives in the context.
#[derive(Clone, Copy)]
pub struct Selection {
    chosen: Lasting<BTreeMap<ComputerId, Name>>,
}

impl Selection {
    /// None is chosen.
    pub fn new() -> Self {
        Self { chosen: Lasting::default() }
    }

    /// How many are chosen.
    pub fn count(self) -> usize {
        self.chosen.read().len()
    }

    /// Whether a computer is chosen.
    pub fn has(self, id: ComputerId) -> bool {
        self.chosen.read().contains_key(&id)
    }

    /// Those that are chosen, with their names.
    pub fn entries(self) -> Vec<(ComputerId, Name)> {
        self.chosen.read().iter().map(|(id, name)| (*id, Arc::clone(name))).collect()
    }

    /// Chooses computers too.
    pub fn add<'a>(self, computers: impl IntoIterator<Item = &'a Computer>) {
        self.add_entries(computers.into_iter().map(entry));
    }

    /// Chooses computers too, with their names.
    pub fn add_entries(self, entries: impl IntoIterator<Item = (ComputerId, Name)>) {
        self.chosen.update(|chosen| chosen.extend(entries));
    }

    /// Chooses computers no more.
    pub fn remove(self, ids: impl IntoIterator<Item = ComputerId>) {
        self.chosen.update(|chosen| ids.into_iter().for_each(|id| drop(chosen.remove(&id))));
    }

    /// Chooses none.
    pub fn clear(self) {
        self.chosen.update(BTreeMap::clear);
    }

    /// Their ids as a text that the forms' field for computers takes.
    pub fn ids_text(self) -> String {
        self.chosen.read().keys().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

/// What is kept of a computer.
pub fn entry(computer: &Computer) -> (ComputerId, Name) {
    (computer.id, Name::from(computer.name().unwrap_or_default()))
}

impl Default for Selection {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(selection: Selection) -> Vec<i64> {
        selection.entries().into_iter().map(|(id, _)| id.0).collect()
    }

    #[test]
    fn each_computer_is_chosen_once_in_the_order_of_the_ids() {
        let owner = Owner::new();
        owner.set();
        let selection = Selection::new();
        let entry = |id, name: &str| (ComputerId(id), Name::from(name));
        selection.add_entries([entry(9, "nine"), entry(2, "two")]);
        selection.add_entries([entry(2, "renamed"), entry(5, "")]);
        assert_eq!((ids(selection), selection.count()), (vec![2, 5, 9], 3));
        assert_eq!(&*selection.entries()[0].1, "renamed");
        assert_eq!(selection.ids_text(), "2, 5, 9");
        selection.remove([ComputerId(5), ComputerId(7)]);
        assert!(selection.has(ComputerId(9)) && !selection.has(ComputerId(5)));
        selection.clear();
        assert_eq!((selection.count(), selection.ids_text().as_str()), (0, ""));
    }
}
