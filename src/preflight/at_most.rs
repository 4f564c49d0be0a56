//! Several requests at a time, but never many.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

/// Does all of it, at most `limit` pieces at a time, begun in their order. The first failure ends it.
pub async fn at_most<E, Piece>(limit: usize, work: impl IntoIterator<Item = Piece>) -> Result<(), E>
where
    Piece: Future<Output = Result<(), E>>,
{
    let mut waiting = work.into_iter();
    let mut under_way: Vec<Pin<Box<Piece>>> = waiting.by_ref().take(limit).map(Box::pin).collect();
    poll_fn(|context| {
        let mut place = 0;
        while let Some(piece) = under_way.get_mut(place) {
            match piece.as_mut().poll(context) {
                Poll::Pending => place += 1,
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Ready(Ok(())) => match waiting.next() {
                    Some(next) => *piece = Box::pin(next),
                    None => drop(under_way.swap_remove(place)),
                },
            }
        }
        if under_way.is_empty() { Poll::Ready(Ok(())) } else { Poll::Pending }
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::task::{Context, Waker};

    use super::*;

    /// Polls until it is done; each poll is a moment in which every piece under way may go one step on.
    fn run(work: impl Future<Output = Result<(), &'static str>>) -> Result<(), &'static str> {
        let mut work = Box::pin(work);
        let mut context = Context::from_waker(Waker::noop());
        loop {
            if let Poll::Ready(outcome) = work.as_mut().poll(&mut context) {
                return outcome;
            }
        }
    }

    async fn moments(many: usize) {
        let left = Cell::new(many);
        poll_fn(|_| {
            left.set(left.get().saturating_sub(1));
            if left.get() == 0 { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }

    #[test]
    fn everything_is_done_once_and_never_more_at_a_time_than_allowed() {
        let (under_way, most, done) = (Cell::new(0), Cell::new(0), RefCell::new(Vec::new()));
        let piece = |number: usize| {
            let (under_way, most, done) = (&under_way, &most, &done);
            async move {
                under_way.set(under_way.get() + 1);
                most.set(most.get().max(under_way.get()));
                moments(number % 5 + 1).await;
                under_way.set(under_way.get() - 1);
                done.borrow_mut().push(number);
                Ok(())
            }
        };
        assert_eq!(run(at_most(4, (0..23).map(piece))), Ok(()));
        let mut done = done.into_inner();
        done.sort_unstable();
        assert_eq!((done, most.get()), ((0..23).collect(), 4));
    }

    #[test]
    fn a_failure_ends_it() {
        let begun = Cell::new(0);
        let piece = |number: usize| {
            let begun = &begun;
            async move {
                begun.set(begun.get() + 1);
                moments(2).await;
                if number == 1 { Err("no") } else { Ok(()) }
            }
        };
        assert_eq!(run(at_most(2, (0..9).map(piece))), Err("no"));
        assert!(begun.get() < 9, "nothing is begun after it");
    }

    #[test]
    fn nothing_is_done_at_once() {
        assert_eq!(run(at_most(4, std::iter::empty::<std::future::Ready<Result<(), &'static str>>>())), Ok(()));
    }
}
