//! Time in the browser, as requests need it: a pause, and a limit.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::callback::Timeout;
use web_sys::{AbortController, AbortSignal};

/// Waits. Whoever drops it waits no longer.
pub async fn pause(milliseconds: u32) {
    let (is_over, waiting) = (Rc::new(Cell::new(false)), Rc::new(RefCell::new(None::<Waker>)));
    let _timer = Timeout::new(milliseconds, {
        let (is_over, waiting) = (Rc::clone(&is_over), Rc::clone(&waiting));
        move || {
            is_over.set(true);
            if let Some(waker) = waiting.take() {
                waker.wake();
            }
        }
    });
    poll_fn(|context| {
        if is_over.get() {
            return Poll::Ready(());
        }
        waiting.replace(Some(context.waker().clone()));
        Poll::Pending
    })
    .await;
}

/// What comes of `work`, if it comes within a time.
pub async fn within<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut time) = (pin!(work), pin!(pause(milliseconds)));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => time.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// Aborts a request when its time is over, and when nobody waits for it any more.
pub struct Deadline {
    controller: AbortController,
    has_passed: Rc<Cell<bool>>,
    timer: RefCell<Timeout>,
}

impl Deadline {
    /// None where the browser cannot abort.
    pub fn after(milliseconds: u32) -> Option<Self> {
        Some(Self::of(AbortController::new().ok()?, milliseconds))
    }

    /// For a request that is under way, from now on.
    pub fn of(controller: AbortController, milliseconds: u32) -> Self {
        let has_passed = Rc::new(Cell::new(false));
        let timer = RefCell::new(start(milliseconds, &controller, &has_passed));
        Self { controller, has_passed, timer }
    }

    /// Gives so much time from now on.
    pub fn restart(&self, milliseconds: u32) {
        drop(self.timer.replace(start(milliseconds, &self.controller, &self.has_passed)));
    }

    /// What a request is to listen to.
    pub fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// What aborts the request.
    pub fn controller(&self) -> &AbortController {
        &self.controller
    }

    /// Whether the time is over.
    pub fn has_passed(&self) -> bool {
        self.has_passed.get()
    }
}

fn start(milliseconds: u32, controller: &AbortController, has_passed: &Rc<Cell<bool>>) -> Timeout {
    let (controller, has_passed) = (controller.clone(), Rc::clone(has_passed));
    Timeout::new(milliseconds, move || {
        has_passed.set(true);
        controller.abort();
    })
}

impl Drop for Deadline {
    fn drop(&mut self) {
        self.controller.abort();
    }
}
