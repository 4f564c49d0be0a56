//! What a person chooses beside the computers: whom to keep, and how many to begin with.

use leptos::prelude::*;

use crate::lasting::Lasting;
use crate::preflight::plan::{Keeps, Standing};

/// The choices of a form. They outlive its page, as what is typed does.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The groups that are sent although they would be left out.
    pub keeps: Lasting<Keeps>,
    /// As many as are sent first, as typed; empty for all.
    pub first: Lasting<String>,
}

impl Choices {
    /// Nothing chosen.
    pub fn new() -> Self {
        Self { keeps: Lasting::default(), first: Lasting::default() }
    }

    /// Keeps a group, or leaves it out.
    pub fn keep(self, standing: Standing, is_kept: bool) {
        self.keeps.update(|keeps| {
            if is_kept {
                keeps.insert(standing);
            } else {
                keeps.remove(&standing);
            }
        });
    }

    /// Forgets them once the form names no computer any more.
    pub fn clear_if_done(self, ids: &str) {
        if ids.is_empty() {
            self.clear();
        }
    }

    /// Forgets them: other computers are to be chosen about.
    pub fn clear(self) {
        self.keeps.set(Keeps::new());
        self.first.set(String::new());
    }
}

impl Default for Choices {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads how many are sent first: a whole number from 1, or nothing for all. `None` where it is neither.
pub fn read_first(text: &str) -> Option<Option<usize>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let first = text.parse().ok().filter(|first| *first > 0)?;
    is_number.then_some(Some(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_from_one_or_nothing_is_read() {
        for (text, expected) in [("", Some(None)), ("  ", Some(None)), (" 20 ", Some(Some(20))), ("007", Some(Some(7)))]
        {
            assert_eq!(read_first(text), expected, "{text:?}");
        }
        for text in ["0", "-1", "1.5", "1,000", "ten", "+3", "99999999999999999999999"] {
            assert_eq!(read_first(text), None, "{text:?}");
        }
    }
}
