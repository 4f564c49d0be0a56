//! Who is signed in, and until when.
//!
//! **Invariant:** the token is in this tab's memory, in `sessionStorage` under one key, and nowhere else.

mod elsewhere;
mod limits;
mod stored;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ahead;
use crate::api::auth::{Login, Profile};
use crate::api::client::Client;
use crate::api::life::Life;
use crate::api::server_clock;
use crate::api::token::Jwt;
use crate::format::now_seconds;
use crate::idle::IdleLimit;
use crate::lasting::Lasting;
use crate::session::elsewhere::Elsewhere;
use crate::session::stored::Stored;
use crate::tabs::{News, SignInId, Tabs};

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
    /// The person signed out in another tab of the same sign-in.
    Elsewhere,
    /// Nobody did anything for too long.
    Idle,
}

impl Farewell {
    /// Whether the person wanted it so, here: then nothing that they typed is kept.
    pub fn is_wanted(self) -> bool {
        matches!(self, Self::SignedOut | Self::SignedOutEverywhere)
    }
}

/// The session. Lives in the context.
#[derive(Clone, Copy)]
pub struct Session {
    state: Lasting<SessionState>,
    now: Lasting<i64>,
    farewells: Lasting<u32>,
    sign_in: StoredValue<SignIn>,
    active_at: Lasting<i64>,
    idle_limit: IdleLimit,
    is_busy: Lasting<Option<Signal<bool>>>,
    elsewhere: Elsewhere,
    keeps_nothing: Lasting<bool>,
    tabs: Tabs,
}

/// What copies of a tab have in common, and what ends with it.
#[derive(Clone)]
struct SignIn {
    id: Option<SignInId>,
    life: Life,
    is_kept: bool,
}

/// What tells one token's time from another's: what was read with one is not shown with another.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential(Jwt);

impl Session {
    /// Takes up the session that this tab had before a reload, if any.
    pub fn start() -> Self {
        let session = Self::of(stored::restore());
        if untrack(|| session.credential()).is_some() {
            ahead::take_over(session.life());
        }
        session.watch_limits();
        session.keep();
        session.look_at_limits();
        session
    }

    fn of(stored: Option<Stored>) -> Self {
        let now = now_seconds();
        let active_at = stored.as_ref().and_then(|stored| stored.active_at).unwrap_or(now).min(now);
        let id = stored.as_ref().and_then(|stored| stored.sign_in.clone()).or_else(SignInId::new);
        let state = stored.map_or(SessionState::Guest(Farewell::None), |stored| SessionState::SignedIn(stored.viewer));
        Self {
            state: Lasting::new(state),
            now: Lasting::new(now),
            farewells: Lasting::new(0),
            sign_in: StoredValue::new(SignIn { id, life: Life::begin(), is_kept: false }),
            active_at: Lasting::new(active_at),
            idle_limit: IdleLimit::of_page(),
            is_busy: Lasting::new(None),
            elsewhere: Elsewhere::new(),
            keeps_nothing: Lasting::new(false),
            tabs: Tabs::open(),
        }
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

    /// Seconds until the token ends by the server's clock as far as it is known, where the token says when.
    pub fn seconds_left(&self) -> Option<i64> {
        let expires_at = self.state.with(|state| match state {
            SessionState::SignedIn(viewer) => viewer.token.claims().expires_at,
            SessionState::Guest(_) => None,
        })?;
        Some(expires_at.saturating_sub(server_clock::at(self.now.get())))
    }

    /// A client that speaks for the person, if anybody is signed in.
    ///
    /// A 401 ends the session, unless another one has begun since.
    pub fn client(&self) -> Option<Client> {
        let session = *self;
        match self.state.get() {
            SessionState::Guest(_) => None,
            SessionState::SignedIn(Viewer { token, .. }) => {
                let life = self.life();
                Some(Client::authorized(token.clone(), move || session.end(&token)).living(life))
            }
        }
    }

    /// A client that speaks for the person, and whose 401 ends nothing: for what nobody documents, where a refusal says little.
    pub fn quiet_client(&self) -> Option<Client> {
        self.state.with(|state| match state {
            SessionState::SignedIn(viewer) => Some(Client::authorized(viewer.token.clone(), || ()).living(self.life())),
            SessionState::Guest(_) => None,
        })
    }

    /// While somebody is signed in, whatever asks the server asks within this.
    fn life(&self) -> Life {
        self.sign_in.with_value(|sign_in| sign_in.life)
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
        self.life().end();
        self.sign_in.set_value(SignIn { id: SignInId::new(), life: Life::begin(), is_kept: false });
        self.active_at.set(now_seconds());
        self.go_on_as(viewer);
    }

    /// Goes on with a token for another account of the same person; not where the session that asked for it is over.
    pub fn use_account(&self, asked_with: &Credential, name: String, token: Jwt) {
        let profile = untrack(|| self.profile().filter(|_| self.credential().as_ref() == Some(asked_with)));
        if let Some(profile) = profile {
            // It is of the account before.
            ahead::call_off();
            self.go_on_as(Viewer { token, profile: Profile { current_account: Some(name), ..profile } });
        }
    }

    fn go_on_as(&self, viewer: Viewer) {
        self.now.set(now_seconds());
        self.state.set(SessionState::SignedIn(viewer));
        self.keep();
    }

    /// Ends the session at the person's wish, at once, here and in every copy of this tab. The server is told, so that the
    /// browser's session with Landscape ends too; nobody waits for it, and nothing depends on it.
    pub fn sign_out(&self, farewell: Farewell) {
        let client = self.state.with_untracked(|state| match state {
            // Not within the session's life: this request begins as that ends.
            SessionState::SignedIn(viewer) => Some(Client::authorized(viewer.token.clone(), || ())),
            SessionState::Guest(_) => None,
        });
        self.close(farewell);
        if let Some(client) = client {
            let is_everywhere = farewell == Farewell::SignedOutEverywhere;
            self.tell(if is_everywhere { News::SignedOutEverywhere } else { News::SignedOut });
            let farewells = self.farewells;
            farewells.update(|farewells| *farewells += 1);
            spawn_local(async move {
                // Whatever it answers: the session is over here.
                let _ = client.log_out().await;
                let _ = farewells.try_update(|farewells| *farewells -= 1);
            });
        }
    }

    /// Ends the session in this tab: nothing is kept, and whatever is under way is aborted.
    fn close(&self, farewell: Farewell) {
        stored::forget();
        self.life().end();
        self.state.set(SessionState::Guest(farewell));
    }

    /// Whether the server is still being told that somebody has signed out.
    pub fn is_leaving(&self) -> bool {
        self.farewells.get() > 0
    }

    /// What is under way when the server refuses a token may still be answered: a write is not aborted for that.
    fn end(&self, refused: &Jwt) {
        let is_current = self
            .state
            .with_untracked(|state| matches!(state, SessionState::SignedIn(Viewer { token, .. }) if token == refused));
        if is_current {
            stored::forget();
            self.state.set(SessionState::Guest(Farewell::Ended));
        }
    }
}

/// The session of the app around.
pub fn use_session() -> Session {
    expect_context()
}
