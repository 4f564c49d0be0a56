//! What the server has told of itself, asked for once: pages show it where it is there, and do without it where it is not.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::server::{About, Deployment, Features, LoginMethods};
use crate::effects::effect;
use crate::lasting::Lasting;
use crate::session::{Credential, Session};

/// What is known of the server. Lives in the context.
#[derive(Clone, Copy)]
pub struct ServerFacts {
    session: Option<Session>,
    about: Fact<(), About>,
    methods: Fact<(), LoginMethods>,
    features: Fact<Credential, Features>,
}

impl ServerFacts {
    /// Nothing is known, and asked for where a page wants it.
    pub fn new(session: Session) -> Self {
        Self { session: Some(session), ..Self::unknown() }
    }

    fn unknown() -> Self {
        Self { session: None, about: Fact::new(), methods: Fact::new(), features: Fact::new() }
    }

    /// Asks what the server is, and how one signs in to it.
    pub fn ask_about_signing_in(&self) {
        if self.session.is_some() {
            self.about.ask((), async { Client::anonymous().once().about().await });
            self.methods.ask((), async { Client::anonymous().once().login_methods().await });
        }
    }

    /// Asks what the server is, and what it offers to the account in use; tells what has come of it.
    pub fn deployment(&self) -> Signal<Deployment> {
        let facts = *self;
        effect(move || facts.ask_about_licensing());
        Signal::derive(move || Deployment {
            is_self_hosted: facts.about().and_then(|about| about.self_hosted),
            has_licensing: facts.licensing(),
        })
    }

    /// Again for another account: an effect asks.
    fn ask_about_licensing(&self) {
        let Some(session) = self.session else { return };
        self.about.ask((), async { Client::anonymous().once().about().await });
        if let Some((client, credential)) = session.quiet_client().zip(session.credential()) {
            self.features.ask(credential, async move { client.once().features().await });
        }
    }

    /// What the server is.
    pub fn about(&self) -> Option<Arc<About>> {
        self.about.get(&())
    }

    /// The ways to sign in to it.
    pub fn methods(&self) -> Option<Arc<LoginMethods>> {
        self.methods.get(&())
    }

    fn licensing(&self) -> Option<bool> {
        let credential = self.session?.credential()?;
        self.features.get(&credential)?.licensing()
    }
}

/// The facts of the app around; where there is none, nothing is known and nothing is asked.
pub fn use_server_facts() -> ServerFacts {
    use_context().unwrap_or_else(ServerFacts::unknown)
}

/// An answer, and what it was asked with.
struct Fact<Key: Send + Sync + 'static, T: Send + Sync + 'static> {
    answer: Lasting<Option<(Key, Arc<T>)>>,
    asked: StoredValue<Option<Key>>,
}

impl<Key: Send + Sync + 'static, T: Send + Sync + 'static> Clone for Fact<Key, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Key: Send + Sync + 'static, T: Send + Sync + 'static> Copy for Fact<Key, T> {}

impl<Key: Clone + PartialEq + Send + Sync + 'static, T: Send + Sync + 'static> Fact<Key, T> {
    fn new() -> Self {
        Self { answer: Lasting::new(None), asked: StoredValue::new(None) }
    }

    fn get(&self, key: &Key) -> Option<Arc<T>> {
        self.answer.with(|answer| answer.as_ref().filter(|(asked, _)| asked == key).map(|(_, value)| Arc::clone(value)))
    }

    /// Asks, unless it was asked already. A server that cannot be reached is asked again by the next page, one that answers
    /// something else is not: it does not know.
    fn ask(&self, key: Key, answer: impl Future<Output = Result<T, ApiError>> + 'static) {
        if self.asked.get_value().as_ref() == Some(&key) {
            return;
        }
        self.asked.set_value(Some(key.clone()));
        let fact = *self;
        spawn_local(async move {
            match answer.await {
                Ok(value) => drop(fact.answer.try_set(Some((key, Arc::new(value))))),
                Err(ApiError::Network | ApiError::Timeout) => drop(fact.asked.try_set_value(None)),
                Err(_) => {}
            }
        });
    }
}
