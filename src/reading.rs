//! Reading from the API as a page goes: again when what it asks for changes, or when the person asks again.
//!
//! Many kinds of things are read, all in the same way: the way is compiled once, and knows of no kind.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::effects::effect;
use crate::session::use_session;
use crate::tasks::spawn;

/// How long what was read is kept once nobody shows it any more.
const FREED_AFTER: Duration = Duration::from_millis(100);

/// What was read, of whatever kind.
pub type Anything = Arc<dyn Any + Send + Sync>;

type Answer = Pin<Box<dyn Future<Output = Result<Anything, ApiError>>>>;
/// Asks for one thing, on behalf of a client.
type Ask = Box<dyn FnOnce(Client) -> Answer>;
/// Whether two of a kind are the same.
type AreSame = fn(&dyn Any, &dyn Any) -> bool;

/// How far a reading is. What came last stays while the next is under way.
#[derive(Clone)]
struct Reading {
    /// What came last.
    value: Option<Anything>,
    /// Why the latest try failed, if it did. What came before stays, where it was asked for in the same way.
    error: Option<ApiError>,
    /// Whether an answer is awaited.
    is_loading: bool,
}

/// A reading that follows what it depends on. It stops, and its request with it, when the page is left.
pub struct Reader<T> {
    any: AnyReader,
    kind: PhantomData<fn() -> T>,
}

/// The same, whatever is read.
#[derive(Clone, Copy)]
pub struct AnyReader {
    reading: RwSignal<Reading>,
    tries: RwSignal<u32>,
}

impl<T> Clone for Reader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reader<T> {}

impl<T: PartialEq + Send + Sync + 'static> Reader<T> {
    /// Reads `fetch(client, key)` now, and again whenever the key or the session changes. The request before is aborted.
    pub fn new<K, Fetched>(key: impl Fn() -> K + 'static, fetch: impl Fn(Client, K) -> Fetched + 'static) -> Self
    where
        K: Clone + PartialEq + 'static,
        Fetched: Future<Output = Result<T, ApiError>> + 'static,
    {
        let fetch = Rc::new(fetch);
        let question = move || {
            let key = key();
            let (fetch, asked) = (Rc::clone(&fetch), key.clone());
            let ask = move |client| -> Answer {
                let answer = fetch(client, asked);
                Box::pin(async move { answer.await.map(|value| Arc::new(value) as Anything) })
            };
            (Rc::new(key) as Rc<dyn Any>, Box::new(ask) as Ask)
        };
        Self { any: AnyReader::start(Box::new(question), are_same::<K>, are_same::<T>), kind: PhantomData }
    }
}

impl<T: Send + Sync + 'static> Reader<T> {
    /// What came last. It stays while the next is under way.
    pub fn value(&self) -> Option<Arc<T>> {
        self.any.value()?.downcast().ok()
    }
}

impl<T> Reader<T> {
    /// Why the latest try failed, if it did.
    pub fn error(&self) -> Option<ApiError> {
        self.any.error()
    }

    /// Reads once more.
    pub fn again(&self) {
        self.any.again();
    }

    /// For those who need not know what is read.
    pub fn any(&self) -> AnyReader {
        self.any
    }
}

impl AnyReader {
    fn start(question: Box<dyn Fn() -> (Rc<dyn Any>, Ask)>, are_same_keys: AreSame, are_same_values: AreSame) -> Self {
        let reading = RwSignal::new(Reading { value: None, error: None, is_loading: true });
        let tries = RwSignal::new(0);
        let session = use_session();
        let answered = StoredValue::new_local(None::<Rc<dyn Any>>);
        let credential = StoredValue::new(None);
        effect(move || {
            tries.track();
            let (key, ask) = question();
            let Some(client) = session.client() else { return };
            let answer = ask(client);
            let is_anothers = credential.get_value() != session.credential();
            credential.set_value(session.credential());
            reading.update(|reading| reading.start(is_anothers));
            spawn(async move {
                let answer = answer.await;
                let before = answered.try_get_value().flatten();
                let is_the_same = before.is_some_and(|before| are_same_keys(&*before, &*key));
                let _ = answered.try_set_value(Some(key));
                let _ = reading.try_update(|reading| reading.take(answer, is_the_same, are_same_values));
            });
        });
        // To free a hundred thousand rows takes longer than to leave their page: the next one is shown first.
        on_cleanup(move || {
            let left = reading.try_get_untracked();
            set_timeout(move || drop(left), FREED_AFTER);
        });
        Self { reading, tries }
    }

    /// What came last.
    pub fn value(self) -> Option<Anything> {
        self.reading.with(|reading| reading.value.clone())
    }

    /// Why the latest try failed, if it did.
    pub fn error(self) -> Option<ApiError> {
        self.reading.with(|reading| reading.error.clone())
    }

    /// Whether an answer is awaited.
    pub fn is_loading(self) -> bool {
        self.reading.with(|reading| reading.is_loading)
    }

    /// Reads once more.
    pub fn again(self) {
        self.tries.update(|tries| *tries += 1);
    }
}

fn are_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>().zip(other.downcast_ref::<T>()).is_some_and(|(one, other)| one == other)
}

impl Reading {
    /// What was read for another account or person is not shown while theirs is awaited.
    fn start(&mut self, is_anothers: bool) {
        self.is_loading = true;
        if is_anothers {
            self.value = None;
            self.error = None;
        }
    }

    /// An answer that says the same as the one before leaves that one in place, so that nothing is shown anew.
    fn take(&mut self, answer: Result<Anything, ApiError>, is_the_same: bool, are_same: AreSame) {
        self.is_loading = false;
        match answer {
            Ok(value) => {
                if !self.value.as_deref().is_some_and(|before| are_same(before, &*value)) {
                    self.value = Some(value);
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
