//! What was counted, what is being counted, and who waits for it.

use std::collections::{HashMap, HashSet};
use std::task::Waker;

/// As many requests as are under way at once.
pub const MOST_AT_ONCE: usize = 4;
/// For how many seconds a count is good.
const KEPT_FOR: i64 = 60;

/// For how many seconds it is kept to be shown.
const SHOWN_FOR: i64 = 3600;

/// What whoever wants a count is to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing: it is known.
    Known(usize),
    /// Ask for it, in this round.
    Ask(u32),
    /// Wait to be woken, and come again.
    Wait,
}

/// The counts of one owner, by query.
pub struct Book<Owner> {
    owner: Option<Owner>,
    /// It changes with the owner, so that nothing of one before is taken for theirs.
    round: u32,
    known: HashMap<String, (usize, i64)>,
    asked: HashSet<String>,
    waiting: Vec<Waker>,
}

impl<Owner> Default for Book<Owner> {
    fn default() -> Self {
        Self { owner: None, round: 0, known: HashMap::new(), asked: HashSet::new(), waiting: Vec::new() }
    }
}

impl<Owner: Clone + PartialEq> Book<Owner> {
    /// What somebody is to do who wants a count at `now`, in seconds. Where that is to wait, they are woken by `waker`.
    pub fn turn(&mut self, owner: &Owner, query: &str, now: i64, waker: impl Fn() -> Waker) -> Turn {
        if self.owner.as_ref() != Some(owner) {
            *self = Self { owner: Some(owner.clone()), round: self.round.wrapping_add(1), ..Self::default() };
        }
        if let Some((many, true)) = self.known(owner, query, now) {
            return Turn::Known(many);
        }
        if self.asked.contains(query) || self.asked.len() >= MOST_AT_ONCE {
            self.waiting.push(waker());
            return Turn::Wait;
        }
        self.asked.insert(query.to_owned());
        Turn::Ask(self.round)
    }

    /// What an owner knows, and whether it is good at `now`, in seconds: what is not is shown until a new one has come.
    pub fn known(&self, owner: &Owner, query: &str, now: i64) -> Option<(usize, bool)> {
        let (many, since) = self.known.get(query).filter(|_| self.owner.as_ref() == Some(owner))?;
        Some((*many, (*since..=*since + KEPT_FOR).contains(&now)))
    }

    /// Keeps an answer of a round. Those that are too old go.
    pub fn keep(&mut self, query: &str, round: u32, many: usize, now: i64) {
        if round == self.round {
            self.known.retain(|_, (_, since)| (*since..=*since + SHOWN_FOR).contains(&now));
            self.known.insert(query.to_owned(), (many, now));
        }
    }

    /// A request of a round has ended. Gives those who are to be woken.
    pub fn free(&mut self, query: &str, round: u32) -> Vec<Waker> {
        if round == self.round {
            self.asked.remove(query);
        }
        std::mem::take(&mut self.waiting)
    }

    /// Forgets what is known. What is under way is new enough to be kept when it comes.
    pub fn forget(&mut self) {
        self.known.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUERIES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    fn turn(book: &mut Book<&'static str>, owner: &'static str, query: &str, now: i64) -> Turn {
        book.turn(&owner, query, now, || Waker::noop().clone())
    }

    #[test]
    fn four_are_asked_for_at_once_and_the_others_wait() {
        let mut book = Book::default();
        let turns = QUERIES.map(|query| turn(&mut book, "ada", query, 0));
        assert_eq!(turns, [Turn::Ask(1), Turn::Ask(1), Turn::Ask(1), Turn::Ask(1), Turn::Wait, Turn::Wait]);
        book.keep("b", 1, 7, 0);
        assert_eq!(book.free("b", 1).len(), 2, "all who wait are woken");
        assert_eq!(turn(&mut book, "ada", "e", 0), Turn::Ask(1));
        assert_eq!(turn(&mut book, "ada", "f", 0), Turn::Wait);
    }

    #[test]
    fn what_is_wanted_twice_is_asked_for_once() {
        let mut book = Book::default();
        assert_eq!(turn(&mut book, "ada", "a", 0), Turn::Ask(1));
        assert_eq!(turn(&mut book, "ada", "a", 0), Turn::Wait);
        book.keep("a", 1, 7, 0);
        book.free("a", 1);
        assert_eq!(turn(&mut book, "ada", "a", 0), Turn::Known(7));
    }

    #[test]
    fn what_failed_or_was_dropped_is_asked_for_by_the_next() {
        let mut book = Book::default();
        turn(&mut book, "ada", "a", 0);
        turn(&mut book, "ada", "a", 0);
        book.free("a", 1);
        assert_eq!(turn(&mut book, "ada", "a", 0), Turn::Ask(1));
    }

    #[test]
    fn a_count_is_good_for_a_minute_and_never_from_the_future() {
        let mut book = Book::default();
        turn(&mut book, "ada", "a", 100);
        book.keep("a", 1, 7, 100);
        book.free("a", 1);
        assert_eq!(turn(&mut book, "ada", "a", 160), Turn::Known(7));
        assert_eq!(turn(&mut book, "ada", "a", 161), Turn::Ask(1));
        book.free("a", 1);
        assert_eq!(turn(&mut book, "ada", "a", 99), Turn::Ask(1), "the clock was set back");
    }

    #[test]
    fn an_old_count_is_known_for_an_hour_and_no_longer_good() {
        let mut book = Book::default();
        turn(&mut book, "ada", "a", 0);
        book.keep("a", 1, 7, 0);
        book.free("a", 1);
        for (now, expected) in [(60, (7, true)), (61, (7, false)), (-1, (7, false))] {
            assert_eq!(book.known(&"ada", "a", now), Some(expected), "at {now}");
        }
        assert_eq!((book.known(&"grace", "a", 0), book.known(&"ada", "b", 0)), (None, None));
        for (now, is_known) in [(3600, true), (3601, false)] {
            book.keep("b", 1, 9, now);
            assert_eq!(book.known(&"ada", "a", now).is_some(), is_known, "at {now}");
        }
    }

    #[test]
    fn nothing_of_one_owner_is_given_to_the_next() {
        let mut book = Book::default();
        for query in QUERIES {
            turn(&mut book, "ada", query, 0);
        }
        book.keep("a", 1, 7, 0);
        book.free("a", 1);
        assert_eq!(turn(&mut book, "grace", "a", 0), Turn::Ask(2));
        assert_eq!(turn(&mut book, "grace", "b", 0), Turn::Ask(2));
        book.keep("b", 1, 9, 0);
        book.free("b", 1);
        assert_eq!(
            turn(&mut book, "grace", "b", 0),
            Turn::Wait,
            "a late answer is not hers, and frees no place of hers"
        );
        assert_eq!(turn(&mut book, "ada", "a", 0), Turn::Ask(3), "and he begins anew");
    }

    #[test]
    fn what_is_forgotten_is_asked_for_again() {
        let mut book = Book::default();
        turn(&mut book, "ada", "a", 0);
        book.keep("a", 1, 7, 0);
        book.free("a", 1);
        book.forget();
        assert_eq!(turn(&mut book, "ada", "a", 0), Turn::Ask(1));
    }
}
