//! Writing to the API: one press, one request, and never a second by itself.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::error::ApiError;

/// How far a write is.
#[derive(Clone, PartialEq)]
pub enum SubmissionState<T> {
    /// Nothing was sent.
    Idle,
    /// It is on its way.
    Sending,
    /// The server answered.
    Done(T),
    /// No usable answer came.
    Failed(ApiError),
}

/// A write of one kind. While one is on its way, no other is sent.
///
/// The request goes on when its page is left: its answer is here when the person comes back.
pub struct Submission<T: Send + Sync + 'static> {
    state: RwSignal<SubmissionState<T>>,
    round: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Submission<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Submission<T> {}

impl<T: Clone + Send + Sync + 'static> Submission<T> {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self { state: RwSignal::new(SubmissionState::Idle), round: StoredValue::new(0) }
    }

    /// How far it is.
    pub fn state(&self) -> SubmissionState<T> {
        self.state.get()
    }

    /// Whether it is on its way.
    pub fn is_sending(&self) -> bool {
        self.state.with(|state| matches!(state, SubmissionState::Sending))
    }

    /// Why the last one failed, if it did.
    pub fn error(&self) -> Option<ApiError> {
        self.state.with(|state| match state {
            SubmissionState::Failed(error) => Some(error.clone()),
            _ => None,
        })
    }

    /// Sends `request`, unless one is on its way already, and calls `on_answer` with what came of it.
    pub fn send(
        &self,
        request: impl Future<Output = Result<T, ApiError>> + 'static,
        on_answer: impl FnOnce(Result<&T, &ApiError>) + 'static,
    ) {
        if untrack(|| self.is_sending()) {
            return;
        }
        self.state.set(SubmissionState::Sending);
        let (submission, round) = (*self, self.round.get_value());
        spawn_local(async move {
            let answer = request.await;
            if submission.round.try_get_value() == Some(round) {
                on_answer(answer.as_ref());
                submission.take(answer);
            }
        });
    }

    /// Forgets what was sent; an answer that is still to come is not taken.
    pub fn forget(&self) {
        self.round.update_value(|round| *round += 1);
        self.state.set(SubmissionState::Idle);
    }

    /// Nobody is there to tell where the page was left meanwhile.
    fn take(&self, answer: Result<T, ApiError>) {
        let state = answer.map_or_else(SubmissionState::Failed, SubmissionState::Done);
        let _ = self.state.try_set(state);
    }
}

impl<T: Clone + Send + Sync + 'static> Default for Submission<T> {
    fn default() -> Self {
        Self::new()
    }
}
