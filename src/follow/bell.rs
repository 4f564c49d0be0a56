//! What wakes a watch.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

use crate::follow::watch::Event;

/// Rung by timers, by the browser and by the person; heard by the one watch that waits.
#[derive(Clone, Default)]
pub struct Bell(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    event: Option<Event>,
    waker: Option<Waker>,
}

impl Bell {
    /// Rings. What nobody has heard yet is heard later; a person's wish drowns all else.
    pub fn ring(&self, event: Event) {
        let waker = {
            let mut state = self.state();
            if state.event != Some(Event::Asked) {
                state.event = Some(event);
            }
            state.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Waits until it rings.
    pub async fn heard(&self) -> Event {
        poll_fn(|context| {
            let mut state = self.state();
            if let Some(event) = state.event.take() {
                return Poll::Ready(event);
            }
            state.waker = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::Context;

    use super::*;

    fn poll(bell: &Bell) -> Poll<Event> {
        let mut heard = pin!(bell.heard());
        heard.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn what_rang_is_heard_once() {
        let bell = Bell::default();
        assert_eq!(poll(&bell), Poll::Pending);
        bell.ring(Event::TimeIsOver);
        assert_eq!(poll(&bell), Poll::Ready(Event::TimeIsOver));
        assert_eq!(poll(&bell), Poll::Pending);
    }

    #[test]
    fn a_wish_is_not_drowned() {
        let bell = Bell::default();
        bell.ring(Event::Asked);
        bell.ring(Event::SurroundingsChanged);
        assert_eq!(poll(&bell), Poll::Ready(Event::Asked));
    }
}
