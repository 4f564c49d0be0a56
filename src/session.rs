//! Who is signed in: the only user of the browser's `sessionStorage`, but for `public/boot.js`, which looks whether its
//! one key is there.
//!
//! **Invariant:** the token is in this tab's memory, in `sessionStorage` under one key, and nowhere else.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::api::auth::{Login, Profile};
use crate::api::client::Client;
use crate::api::token::Jwt;
use crate::format::now_seconds;

/// The one key in `sessionStorage`.
const STORAGE_KEY: &str = "landscape-licensing.session";
/// How often the time left is looked at.
const TICK: std::time::Duration = std::time::Duration::from_secs(5);

/// Somebody who is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Viewer {
    token: Jwt,
    /// What is shown of them, and kept beside the token.
    pub profile: Profile,
}

impl Viewer {
    /// Somebody who signed in with a password or an access key.
    pub fn from_login(login: Login) -> Self {
        let token = login.token;
        let profile = Profile {
            email: login.email,
            name: login.name,
            accounts: login.accounts.unwrap_or_default(),
            current_account: login.current_account.or_else(|| token.claims().account),
        };
        Self { token, profile }
    }

    /// Somebody who pasted a token: it says itself whose it is.
    pub fn from_token(token: Jwt) -> Self {
        let claims = token.claims();
        let profile = Profile { email: claims.subject, current_account: claims.account, ..Profile::default() };
        Self { token, profile }
    }
}

/// Whether somebody is signed in.
#[derive(Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody is.
    Guest(Farewell),
    /// Somebody is.
    SignedIn(Viewer),
}

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// Nobody was.
    None,
    /// The server no longer accepted the token.
    Ended,
    /// The person signed out.
    SignedOut,
    /// The person signed out, and ended every token that they had.
    SignedOutEverywhere,
}

impl Farewell {
    /// Whether the person wanted it so.
    pub fn is_wanted(self) -> bool {
        matches!(self, Self::SignedOut | Self::SignedOutEverywhere)
    }
}

/// The session. Lives in the context.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    now: RwSignal<i64>,
    farewells: RwSignal<u32>,
}

/// What tells one token's time from another's: what was read with one is not shown with another.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential(Jwt);

impl Session {
    /// Takes up the session that this tab had before a reload, if any.
    pub fn start() -> Self {
        let state = restore().map_or(SessionState::Guest(Farewell::None), SessionState::SignedIn);
        let (now, farewells) = (RwSignal::new(now_seconds()), RwSignal::new(0));
        let session = Self { state: RwSignal::new(state), now, farewells };
        if let Ok(ticking) = set_interval_with_handle(move || session.now.set(now_seconds()), TICK) {
            on_cleanup(move || ticking.clear());
        }
        session
    }

    /// Who is signed in, if anybody.
    pub fn state(&self) -> SessionState {
        self.state.get()
    }

    /// What is shown of the person, if anybody is signed in.
    pub fn profile(&self) -> Option<Profile> {
        self.state.with(|state| match state {
            SessionState::SignedIn(viewer) => Some(viewer.profile.clone()),
            SessionState::Guest(_) => None,
        })
    }

    /// Seconds until the token ends by this computer's clock, where it says when. Only ever shown: the server decides.
    pub fn seconds_left(&self) -> Option<i64> {
        let expires_at = self.state.with(|state| match state {
            SessionState::SignedIn(viewer) => viewer.token.claims().expires_at,
            SessionState::Guest(_) => None,
        })?;
        Some(expires_at.saturating_sub(self.now.get()))
    }

    /// A client that speaks for the person, if anybody is signed in.
    ///
    /// A 401 ends the session, unless another one has begun since.
    pub fn client(&self) -> Option<Client> {
        let session = *self;
        match self.state.get() {
            SessionState::Guest(_) => None,
            SessionState::SignedIn(Viewer { token, .. }) => {
                Some(Client::authorized(token.clone(), move || session.end(&token)))
            }
        }
    }

    /// A client that speaks for the person, and whose 401 ends nothing: for what nobody documents, where a refusal says little.
    pub fn quiet_client(&self) -> Option<Client> {
        self.state.with(|state| match state {
            SessionState::SignedIn(viewer) => Some(Client::authorized(viewer.token.clone(), || ())),
            SessionState::Guest(_) => None,
        })
    }

    /// The token in use, for comparing alone.
    pub fn credential(&self) -> Option<Credential> {
        self.state.with(|state| match state {
            SessionState::SignedIn(viewer) => Some(Credential(viewer.token.clone())),
            SessionState::Guest(_) => None,
        })
    }

    /// Begins a session.
    pub fn sign_in(&self, viewer: Viewer) {
        store(&viewer);
        self.now.set(now_seconds());
        self.state.set(SessionState::SignedIn(viewer));
    }

    /// Goes on with a token for another account of the same person; not where the session that asked for it is over.
    pub fn use_account(&self, asked_with: &Credential, name: String, token: Jwt) {
        let profile = untrack(|| self.profile().filter(|_| self.credential().as_ref() == Some(asked_with)));
        if let Some(profile) = profile {
            self.sign_in(Viewer { token, profile: Profile { current_account: Some(name), ..profile } });
        }
    }

    /// Ends the session at the person's wish, at once. The server is told, so that the browser's session with Landscape ends
    /// too; nobody waits for it, and nothing depends on it.
    pub fn sign_out(&self, farewell: Farewell) {
        let client = untrack(|| self.quiet_client());
        forget();
        self.state.set(SessionState::Guest(farewell));
        if let Some(client) = client {
            let farewells = self.farewells;
            farewells.update(|farewells| *farewells += 1);
            spawn_local(async move {
                // Whatever it answers: the session is over here.
                let _ = client.log_out().await;
                let _ = farewells.try_update(|farewells| *farewells -= 1);
            });
        }
    }

    /// Whether the server is still being told that somebody has signed out.
    pub fn is_leaving(&self) -> bool {
        self.farewells.get() > 0
    }

    fn end(&self, refused: &Jwt) {
        let is_current = self
            .state
            .with_untracked(|state| matches!(state, SessionState::SignedIn(Viewer { token, .. }) if token == refused));
        if is_current {
            forget();
            self.state.set(SessionState::Guest(Farewell::Ended));
        }
    }
}

/// The session of the app around.
pub fn use_session() -> Session {
    expect_context()
}

#[derive(Serialize)]
struct ToStore<'a> {
    token: &'a str,
    profile: &'a Profile,
}

#[derive(Deserialize)]
struct Stored {
    token: String,
    #[serde(default)]
    profile: Profile,
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

fn restore() -> Option<Viewer> {
    let text = storage()?.get_item(STORAGE_KEY).ok()??;
    let stored: Stored = serde_json::from_str(&text).ok()?;
    Some(Viewer { token: Jwt::issued(stored.token)?, profile: stored.profile })
}

/// Keeps the session for a reload. Where the browser keeps nothing, the session lasts as long as the page.
fn store(viewer: &Viewer) {
    let stored = ToStore { token: viewer.token.expose_secret(), profile: &viewer.profile };
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&stored)) {
        let _ = storage.set_item(STORAGE_KEY, &text);
    }
}

fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(STORAGE_KEY);
    }
}
