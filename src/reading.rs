//! Reading from the API as a page goes: again when what it asks for changes, or when the person asks again.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::session::use_session;

/// How far a reading is. What came last stays while the next is under way.
pub struct Reading<T> {
    /// What came last.
    pub value: Option<Arc<T>>,
    /// Why the latest try failed, if it did.
    pub error: Option<ApiError>,
    /// Whether an answer is awaited.
    pub is_loading: bool,
}

/// A reading that follows what it depends on. It stops, and its request with it, when the page is left.
pub struct Reader<T: Send + Sync + 'static> {
    reading: RwSignal<Reading<T>>,
    tries: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Reader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Reader<T> {}

impl<T: Send + Sync + 'static> Reader<T> {
    /// Reads `fetch(client, key)` now, and again whenever the key or the session changes. The request before is aborted.
    pub fn new<K, Answer>(key: impl Fn() -> K + 'static, fetch: impl Fn(Client, K) -> Answer + 'static) -> Self
    where
        Answer: Future<Output = Result<T, ApiError>> + 'static,
    {
        let reading = RwSignal::new(Reading { value: None, error: None, is_loading: true });
        let tries = RwSignal::new(0);
        let session = use_session();
        Effect::new(move |_| {
            tries.track();
            let key = key();
            let Some(client) = session.client() else { return };
            let answer = fetch(client, key);
            reading.update(|reading| reading.is_loading = true);
            spawn_local_scoped_with_cancellation(async move {
                let answer = answer.await;
                let _ = reading.try_update(|reading| reading.take(answer));
            });
        });
        Self { reading, tries }
    }

    /// How far it is.
    pub fn reading(&self) -> Reading<T> {
        self.reading.get()
    }

    /// Reads once more.
    pub fn again(&self) {
        self.tries.update(|tries| *tries += 1);
    }
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), error: self.error.clone(), is_loading: self.is_loading }
    }
}

impl<T> Reading<T> {
    fn take(&mut self, answer: Result<T, ApiError>) {
        self.is_loading = false;
        match answer {
            Ok(value) => {
                self.value = Some(Arc::new(value));
                self.error = None;
            }
            Err(error) => {
                self.value = None;
                self.error = Some(error);
            }
        }
    }
}
