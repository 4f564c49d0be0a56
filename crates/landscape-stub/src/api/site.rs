use axum::{Json, extract::State, http::HeaderMap};
use serde_json::{Value, json};

use crate::{
    api::{Answer, body::Body, nowhere, refusal::Refusal, sign_in},
    cookie,
    site::{Methods, Site},
    stub::{Shared, Stub},
};

/// `GET /me`: the sign-in body with a token for whoever has the cookie of a session, `{}` for everybody else.
pub(crate) async fn me(State(stub): State<Shared>, headers: HeaderMap) -> Answer {
    site(&stub).await?;
    let world = stub.world();
    let token = cookie::token(&headers);
    let claims = token.and_then(|token| world.tokens.verify(token, world.clock.now()).ok());
    let (Some(token), Some(claims)) = (token, claims) else { return Ok(Json(json!({}))) };
    let mut answer = sign_in::answer(&world, &claims.acc, token);
    for unused in ["return_to", "attach_code", "invitation_id"] {
        answer[unused] = Value::Null;
    }
    answer["has_password"] = true.into();
    Ok(Json(answer))
}

/// `POST /logout`: clears the cookie, whoever asks.
pub(crate) async fn logout(State(stub): State<Shared>, _body: Body) -> Result<HeaderMap, Refusal> {
    site(&stub).await?;
    Ok(cookie::forget())
}

/// `GET /login/methods`.
pub(crate) async fn methods(State(stub): State<Shared>) -> Answer {
    let methods = site(&stub).await?.methods;
    let switch = |is_on: bool| json!({ "available": is_on, "enabled": is_on });
    let provider = json!({ "enabled": true, "id": 1, "name": "Okta", "provider": "okta" });
    let has_provider = methods == Methods::Provider;
    Ok(Json(json!({
        "oidc": { "available": has_provider, "configurations": if has_provider { vec![provider] } else { vec![] } },
        "pam": switch(matches!(methods, Methods::Passwords | Methods::Pam)),
        "password": switch(matches!(methods, Methods::Passwords | Methods::EmailAndUbuntuOne)),
        "standalone_oidc": switch(false),
        "ubuntu_one": switch(methods == Methods::EmailAndUbuntuOne),
    })))
}

/// `GET /about`.
pub(crate) async fn about(State(stub): State<Shared>) -> Answer {
    let site = site(&stub).await?;
    Ok(Json(json!({
        "self_hosted": site.self_hosted,
        "package_version": "26.04.1",
        "revision": "stand-in",
        "display_disa_stig_banner": false,
    })))
}

/// `GET /features`.
pub(crate) async fn features(State(stub): State<Shared>) -> Answer {
    let site = site(&stub).await?;
    let feature = json!({
        "name": "Ubuntu Pro Licensing",
        "description": "Allows attaching, replacing, and detaching Ubuntu Pro tokens to/from instances.",
        "key": "ubuntu-pro-licensing",
        "database_key": 8,
        "enabled": site.pro_licensing,
        "details": { "configuration": true },
    });
    Ok(Json(json!({ "count": 1, "results": [feature], "next": null, "previous": null })))
}

/// What there is to tell; a server that tells nothing has no such endpoint.
async fn site(stub: &Stub) -> Result<Site, Refusal> {
    match stub.site() {
        Some(site) => Ok(site),
        None => Err(nowhere().await),
    }
}
