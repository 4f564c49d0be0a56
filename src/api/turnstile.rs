//! How many requests are under way at a time: a page of a hundred questions asks them one behind another.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// As many as browsers send to one host over HTTP/1.1.
const PLACES: usize = 6;

/// Who may go first: a write waits for no read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A write.
    Write,
    /// A read, which leaves one place to writes.
    Read,
}

impl Rank {
    fn places(self) -> usize {
        match self {
            Self::Write => PLACES,
            Self::Read => PLACES - 1,
        }
    }
}

/// Lets so many in at a time, in the order of their coming.
#[derive(Clone, Default)]
pub struct Turnstile(Rc<RefCell<Inside>>);

#[derive(Default)]
struct Inside {
    many: usize,
    tickets: u64,
    waiting: BTreeMap<Ticket, Waker>,
}

type Ticket = (Rank, u64);

impl Turnstile {
    /// Waits for a place, which is given back when it is dropped.
    pub fn enter(&self, rank: Rank) -> Entering {
        let mut inside = self.0.borrow_mut();
        inside.tickets += 1;
        Entering { turnstile: self.clone(), ticket: (rank, inside.tickets) }
    }

    /// Wakes who is next. Not while the book is open: whoever wakes may look into it at once.
    fn call_next(&self) {
        let next = self.0.borrow().waiting.first_key_value().map(|(_, waker)| waker.clone());
        if let Some(waker) = next {
            waker.wake();
        }
    }
}

/// Somebody who waits for a place.
pub struct Entering {
    turnstile: Turnstile,
    ticket: Ticket,
}

impl Future for Entering {
    type Output = Place;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Place> {
        let mut inside = self.turnstile.0.borrow_mut();
        let is_next = inside.waiting.first_key_value().is_none_or(|(first, _)| *first >= self.ticket);
        if is_next && inside.many < self.ticket.0.places() {
            inside.waiting.remove(&self.ticket);
            inside.many += 1;
            return Poll::Ready(Place(self.turnstile.clone()));
        }
        inside.waiting.insert(self.ticket, context.waker().clone());
        Poll::Pending
    }
}

/// Who does not wait any more may have been the one whose turn it was, and who has come in may not be the last who can.
impl Drop for Entering {
    fn drop(&mut self) {
        self.turnstile.0.borrow_mut().waiting.remove(&self.ticket);
        self.turnstile.call_next();
    }
}

/// A place among those whose request is under way.
pub struct Place(Turnstile);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.0.borrow_mut().many -= 1;
        self.0.call_next();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;

    use super::*;

    #[derive(Default)]
    struct Calls(AtomicUsize);

    impl Wake for Calls {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn poll(entering: &mut Entering, calls: &Arc<Calls>) -> Option<Place> {
        let waker = Waker::from(Arc::clone(calls));
        match Pin::new(entering).poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(place) => Some(place),
            Poll::Pending => None,
        }
    }

    /// Lets in as many as there is room for.
    fn fill(turnstile: &Turnstile, rank: Rank) -> Vec<Place> {
        std::iter::from_fn(|| poll(&mut turnstile.enter(rank), &Arc::default())).take(100).collect()
    }

    #[test]
    fn five_reads_are_under_way_and_one_write_more() {
        let turnstile = Turnstile::default();
        let reads = fill(&turnstile, Rank::Read);
        assert_eq!((reads.len(), fill(&turnstile, Rank::Write).len()), (5, 1));
        drop(reads);
        assert_eq!(fill(&turnstile, Rank::Write).len(), 6);
        assert_eq!(turnstile.0.borrow().many, 0);
    }

    #[test]
    fn a_place_that_is_given_back_goes_to_who_came_first() {
        let turnstile = Turnstile::default();
        let mut reads = fill(&turnstile, Rank::Read);
        let (calls, others) = (Arc::default(), Arc::default());
        let (mut first, mut second) = (turnstile.enter(Rank::Read), turnstile.enter(Rank::Read));
        assert!(poll(&mut second, &others).is_none() && poll(&mut first, &calls).is_none());
        reads.pop();
        assert_eq!((calls.0.load(Ordering::Relaxed), others.0.load(Ordering::Relaxed)), (1, 0));
        assert!(poll(&mut second, &others).is_none(), "it is not its turn");
        assert!(poll(&mut first, &calls).is_some());
    }

    #[test]
    fn a_write_waits_for_no_read() {
        let turnstile = Turnstile::default();
        let mut writes = fill(&turnstile, Rank::Write);
        let calls = Arc::default();
        let (mut read, mut write) = (turnstile.enter(Rank::Read), turnstile.enter(Rank::Write));
        assert!(poll(&mut read, &Arc::default()).is_none() && poll(&mut write, &calls).is_none());
        writes.pop();
        assert_eq!(calls.0.load(Ordering::Relaxed), 1);
        assert!(poll(&mut read, &Arc::default()).is_none() && poll(&mut write, &calls).is_some());
    }

    #[test]
    fn who_goes_away_passes_the_turn_on() {
        let turnstile = Turnstile::default();
        let mut reads = fill(&turnstile, Rank::Read);
        let calls = Arc::default();
        let (mut first, mut second) = (turnstile.enter(Rank::Read), turnstile.enter(Rank::Read));
        assert!(poll(&mut first, &Arc::default()).is_none() && poll(&mut second, &calls).is_none());
        reads.pop();
        drop(first);
        assert_eq!(calls.0.load(Ordering::Relaxed), 1);
        assert!(poll(&mut second, &calls).is_some());
    }

    #[test]
    fn places_that_are_given_back_together_are_all_taken() {
        let turnstile = Turnstile::default();
        let reads = fill(&turnstile, Rank::Read);
        let calls: Vec<Arc<Calls>> = (0..3).map(|_| Arc::default()).collect();
        let mut waiting: Vec<_> = (0..3).map(|_| turnstile.enter(Rank::Read)).collect();
        assert!(waiting.iter_mut().zip(&calls).all(|(entering, calls)| poll(entering, calls).is_none()));
        drop(reads);
        let mut places = Vec::new();
        for (mut entering, calls) in waiting.into_iter().zip(&calls) {
            assert!(calls.0.load(Ordering::Relaxed) > 0, "it was woken");
            places.extend(poll(&mut entering, calls));
        }
        assert_eq!(places.len(), 3);
    }
}
