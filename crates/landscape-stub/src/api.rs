use axum::{
    Json, Router,
    routing::{get, post},
};
use serde_json::Value;

use crate::stub::Shared;

mod activities;
mod attachment;
mod body;
mod computers;
mod contracts;
mod licenses;
mod page;
pub(crate) mod refusal;
mod sign_in;
mod site;
mod viewer;

use crate::api::refusal::Refusal;

/// What a handler answers.
type Answer = Result<Json<Value>, Refusal>;

/// Every endpoint; whatever else is asked for below `/api` is answered 404 as JSON.
pub(crate) fn router(stub: Shared) -> Router {
    let endpoints = Router::new()
        .route("/login", post(sign_in::with_password))
        .route("/login/access-key", post(sign_in::with_access_key))
        .route("/login/methods", get(site::methods))
        .route("/me", get(site::me))
        .route("/logout", post(site::logout))
        .route("/about", get(site::about))
        .route("/features", get(site::features))
        .route("/switch-account", post(sign_in::switch_account))
        .route("/tokens/invalidate-me", post(sign_in::invalidate_tokens))
        .route("/attach-token", post(attachment::attach))
        .route("/detach-token", post(attachment::detach))
        .route("/legacy-licenses", get(licenses::list))
        .route("/legacy-licenses/{id}", get(licenses::detail))
        .route("/contracts", get(contracts::list))
        .route("/contracts/{contract_id}", get(contracts::detail))
        .route("/activities", get(activities::list))
        .route("/activities/parents", get(activities::parents))
        .route("/activities/{id}", get(activities::detail))
        .route("/computers", get(computers::list));
    Router::new()
        .nest("/api/v2", endpoints)
        .fallback(nowhere)
        .method_not_allowed_fallback(wrong_method)
        .with_state(stub)
}

async fn nowhere() -> Refusal {
    Refusal::error(404, "NotFound", "There is no such endpoint.")
}

async fn wrong_method() -> Refusal {
    Refusal::error(405, "MethodNotAllowed", "This endpoint does not take this method.")
}
