use std::future::ready;

use axum::{
    extract::FromRequestParts,
    http::{header::AUTHORIZATION, request::Parts},
};
use jiff::Timestamp;

use crate::{
    api::refusal::Refusal,
    stub::{Shared, Stub},
    world::Account,
};

/// Whoever holds a token that is good. Extracting it answers 401 to everybody else.
pub(crate) struct Viewer {
    account: String,
}

impl Viewer {
    /// Looks at the account as it is by now, or changes it.
    pub fn with_account<T>(
        &self,
        stub: &Stub,
        act: impl FnOnce(&mut Account, Timestamp) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let mut world = stub.world();
        let settled = world.settled_account(&self.account);
        let (account, now) = settled.ok_or_else(|| Refusal::forbidden("The account is disabled."))?;
        act(account, now)
    }
}

impl FromRequestParts<Shared> for Viewer {
    type Rejection = Refusal;

    fn from_request_parts(parts: &mut Parts, stub: &Shared) -> impl Future<Output = Result<Self, Refusal>> {
        ready(Self::authenticated(parts, stub))
    }
}

impl Viewer {
    fn authenticated(parts: &Parts, stub: &Stub) -> Result<Self, Refusal> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header
            .and_then(|header| header.strip_prefix("Bearer "))
            .ok_or_else(|| Refusal::unauthorized("A bearer token is required."))?;
        let world = stub.world();
        let claims = world.tokens.verify(token, world.clock.now()).map_err(Refusal::unauthorized)?;
        Ok(Self { account: claims.acc })
    }
}
