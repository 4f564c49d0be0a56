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
    /// Why the latest try failed, if it did. What came before stays, where it was asked for in the same way.
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

impl<T: PartialEq + Send + Sync + 'static> Reader<T> {
    /// Reads `fetch(client, key)` now, and again whenever the key or the session changes. The request before is aborted.
    pub fn new<K, Answer>(key: impl Fn() -> K + 'static, fetch: impl Fn(Client, K) -> Answer + 'static) -> Self
    where
        K: Clone + PartialEq + Send + Sync + 'static,
        Answer: Future<Output = Result<T, ApiError>> + 'static,
    {
        let reading = RwSignal::new(Reading { value: None, error: None, is_loading: true });
        let tries = RwSignal::new(0);
        let session = use_session();
        let answered = StoredValue::new(None);
        let credential = StoredValue::new(None);
        Effect::new(move |_| {
            tries.track();
            let key = key();
            let Some(client) = session.client() else { return };
            let answer = fetch(client, key.clone());
            let is_anothers = credential.get_value() != session.credential();
            credential.set_value(session.credential());
            reading.update(|reading| reading.start(is_anothers));
            spawn_local_scoped_with_cancellation(async move {
                let answer = answer.await;
                let is_the_same = answered.try_get_value().flatten().as_ref() == Some(&key);
                let _ = answered.try_set_value(Some(key));
                let _ = reading.try_update(|reading| reading.take(answer, is_the_same));
            });
        });
        Self { reading, tries }
    }
}

impl<T: Send + Sync + 'static> Reader<T> {
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

impl<T: PartialEq> Reading<T> {
    /// What was read for another account or person is not shown while theirs is awaited.
    fn start(&mut self, is_anothers: bool) {
        self.is_loading = true;
        if is_anothers {
            self.value = None;
            self.error = None;
        }
    }

    /// An answer that says the same as the one before leaves that one in place, so that nothing is shown anew.
    fn take(&mut self, answer: Result<T, ApiError>, is_the_same: bool) {
        self.is_loading = false;
        match answer {
            Ok(value) => {
                if self.value.as_deref() != Some(&value) {
                    self.value = Some(Arc::new(value));
                }
                self.error = None;
            }
            Err(error) => {
                if !is_the_same {
                    self.value = None;
                }
                self.error = Some(error);
            }
        }
    }
}
