//! Requests whose answers a test gives by hand, in any order.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use landscape_licensing::api::error::ApiError;

type Answer<T> = Result<T, ApiError>;

/// Every request that was sent, in order.
pub struct Wire<T>(Rc<RefCell<Vec<Call<T>>>>);

struct Call<T> {
    what: String,
    answer: Option<Answer<T>>,
    waker: Option<Waker>,
    is_aborted: bool,
}

impl<T> Clone for Wire<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Wire<T> {
    /// Nothing was sent yet.
    pub fn new() -> Self {
        Self(Rc::default())
    }

    /// Sends a request for something. It is sent when it is awaited.
    pub fn request(&self, what: impl ToString) -> Request<T> {
        Request { wire: self.clone(), what: what.to_string(), index: None }
    }

    /// What was asked for, in order.
    pub fn sent(&self) -> Vec<String> {
        self.0.borrow().iter().map(|call| call.what.clone()).collect()
    }

    /// Whether nobody waits for a request any more that was not answered.
    pub fn is_aborted(&self, index: usize) -> bool {
        self.0.borrow()[index].is_aborted
    }

    /// Answers a request.
    pub fn answer(&self, index: usize, answer: Answer<T>) {
        let waker = {
            let call = &mut self.0.borrow_mut()[index];
            call.answer = Some(answer);
            call.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// A request under way.
pub struct Request<T> {
    wire: Wire<T>,
    what: String,
    index: Option<usize>,
}

impl<T> Future for Request<T> {
    type Output = Answer<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let index = self.index.unwrap_or_else(|| self.wire.0.borrow().len());
        if self.index.is_none() {
            let call = Call { what: self.what.clone(), answer: None, waker: None, is_aborted: false };
            self.wire.0.borrow_mut().push(call);
            self.index = Some(index);
        }
        let call = &mut self.wire.0.borrow_mut()[index];
        if let Some(answer) = call.answer.take() {
            call.waker = None;
            return Poll::Ready(answer);
        }
        call.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

/// Who drops a request that was not answered has aborted it.
impl<T> Drop for Request<T> {
    fn drop(&mut self) {
        let Some(index) = self.index else { return };
        let call = &mut self.wire.0.borrow_mut()[index];
        call.is_aborted = call.waker.take().is_some();
    }
}
