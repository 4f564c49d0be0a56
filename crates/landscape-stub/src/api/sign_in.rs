use axum::{Json, extract::State, http::HeaderMap};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::{
    api::{Answer, body::Body, refusal::Refusal, viewer::Viewer},
    cookie,
    stub::Shared,
    world::{
        Account, World,
        user::{ACCESS_KEY, EMAIL, IDENTITY, NAME, PASSWORD, SECRET_KEY},
    },
};

/// "If not provided, the token will have a default expiry time of 1440 minutes" (documentation of `POST /login`).
const DEFAULT_EXPIRY_MINUTES: i64 = 1440;

/// A century: more would overflow the calendar.
const LONGEST_EXPIRY_MINUTES: i64 = 52_560_000;

/// `POST /login`: `password` and exactly one of `email` and `identity`.
pub(crate) async fn with_password(State(stub): State<Shared>, body: Body) -> Begun {
    let password = body.text("password")?;
    let known = match (body.optional_text("email")?, body.optional_text("identity")?) {
        (Some(email), None) => email == EMAIL,
        (None, Some(identity)) => identity == IDENTITY,
        _ => return Err(Refusal::invalid_parameter("Give either `email` or `identity`.")),
    };
    if !known || password != PASSWORD {
        return Err(Refusal::unauthorized("Invalid credentials."));
    }
    sign_in(&stub, &body)
}

/// `POST /login/access-key`: `access_key` and `secret_key`.
pub(crate) async fn with_access_key(State(stub): State<Shared>, body: Body) -> Begun {
    let keys = (body.text("access_key")?, body.text("secret_key")?);
    if keys != (ACCESS_KEY, SECRET_KEY) {
        return Err(Refusal::unauthorized("Invalid credentials."));
    }
    sign_in(&stub, &body)
}

/// `POST /switch-account`: a token for another account of the user.
pub(crate) async fn switch_account(State(stub): State<Shared>, _viewer: Viewer, body: Body) -> Answer {
    let name = body.text("account_name")?;
    let mut world = stub.world();
    let name = known_account(&world, name)?.name.clone();
    let token = issue(&mut world, &name, DEFAULT_EXPIRY_MINUTES);
    Ok(Json(json!({ "token": token })))
}

/// `POST /tokens/invalidate-me`: ends all of the user's tokens. There is no other user here.
pub(crate) async fn invalidate_tokens(State(stub): State<Shared>, _viewer: Viewer, _body: Body) {
    stub.world().tokens.revoke_all();
}

/// The sign-in body, and the cookie of the session that has begun.
type Begun = Result<(HeaderMap, Json<Value>), Refusal>;

fn sign_in(stub: &Shared, body: &Body) -> Begun {
    let mut world = stub.world();
    let account = match body.optional_text("account")? {
        Some(name) => known_account(&world, name)?,
        None => world.default_account(),
    };
    let account = account.name.clone();
    let minutes = body.optional_positive("expiry_minutes")?.unwrap_or(DEFAULT_EXPIRY_MINUTES);
    let token = issue(&mut world, &account, minutes.min(LONGEST_EXPIRY_MINUTES));
    let cookie = stub.site().map(|_| cookie::keep(&token)).unwrap_or_default();
    Ok((cookie, Json(answer(&world, &account, &token))))
}

/// The sign-in body.
pub(crate) fn answer(world: &World, account: &str, token: &str) -> Value {
    json!({
        "accounts": accounts(world),
        "current_account": account,
        "email": EMAIL,
        "name": NAME,
        "self_hosted": true,
        "token": token,
    })
}

/// Only the default account says whether it is.
fn accounts(world: &World) -> Vec<Value> {
    let mut accounts: Vec<Value> =
        world.accounts.iter().map(|account| json!({ "name": account.name, "title": account.title })).collect();
    accounts[0]["default"] = true.into();
    accounts
}

fn known_account<'world>(world: &'world World, name: &str) -> Result<&'world Account, Refusal> {
    world.account(name).ok_or_else(|| Refusal::forbidden("You have no access to this account."))
}

fn issue(world: &mut World, account: &str, minutes: i64) -> String {
    let now = world.clock.now();
    world.tokens.issue(EMAIL, account, now, SignedDuration::from_secs(minutes * 60))
}
