//! The session as it is kept for a reload.

use serde::{Deserialize, Serialize};

use crate::api::auth::Profile;
use crate::api::token::Jwt;
use crate::keeping::Kept;
use crate::session::Viewer;
use crate::tabs::SignInId;

/// What is kept of a session.
pub struct Stored {
    /// Who is signed in.
    pub viewer: Viewer,
    /// Which sign-in it is of.
    pub sign_in: Option<SignInId>,
    /// When the person was here last, in seconds since 1970; an older app did not keep it.
    pub active_at: Option<i64>,
}

#[derive(Serialize)]
struct ToStore<'a> {
    token: &'a str,
    profile: &'a Profile,
    sign_in: Option<&'a SignInId>,
    active_at: i64,
}

#[derive(Deserialize)]
struct FromStore {
    token: String,
    #[serde(default)]
    profile: Profile,
    #[serde(default)]
    sign_in: Option<SignInId>,
    #[serde(default)]
    active_at: Option<i64>,
}

/// The session that is kept, if any.
pub fn restore() -> Option<Stored> {
    let FromStore { token, profile, sign_in, active_at } = serde_json::from_str(&Kept::Session.read()?).ok()?;
    Some(Stored { viewer: Viewer { token: Jwt::issued(token)?, profile }, sign_in, active_at })
}

/// Keeps a session. Whether the browser does; where it does not, the session lasts as long as the page.
pub fn store(viewer: &Viewer, sign_in: Option<&SignInId>, active_at: i64) -> bool {
    let to_store = ToStore { token: viewer.token.expose_secret(), profile: &viewer.profile, sign_in, active_at };
    serde_json::to_string(&to_store).is_ok_and(|text| Kept::Session.write(&text))
}

/// Keeps none.
pub fn forget() {
    Kept::Session.remove();
}
