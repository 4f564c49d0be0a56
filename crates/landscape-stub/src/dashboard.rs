use axum::{
    http::{
        HeaderMap, Method, StatusCode,
        header::{CONTENT_TYPE, LOCATION},
    },
    response::{IntoResponse, Response},
};
use jiff::SignedDuration;

use crate::{cookie, failure::Failure, stub::Stub, world::user::EMAIL};

/// Where Landscape has its own dashboard.
pub(crate) const PATH: &str = "/new_dashboard/";

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Whether a path is one of Landscape's dashboard.
pub(crate) fn is_at(path: &str) -> bool {
    path.starts_with(PATH) || path == PATH.trim_end_matches('/')
}

/// A page in the dashboard's place: it begins and ends the session that the browser has with Landscape.
pub(crate) fn answer(stub: &Stub, method: &Method, headers: &HeaderMap, path: &str) -> Response {
    let action = path.strip_prefix(PATH).unwrap_or_default();
    match (method, action) {
        (&Method::GET, "") => page(stub, headers),
        (&Method::POST, "sign-in") => back(cookie::keep(&token(stub))),
        (&Method::POST, "sign-out") => back(cookie::forget()),
        _ => Failure::html(404).into_response(),
    }
}

fn token(stub: &Stub) -> String {
    let mut world = stub.world();
    let (now, account) = (world.clock.now(), world.default_account().name.clone());
    world.tokens.issue(EMAIL, &account, now, DAY)
}

fn back(cookie: HeaderMap) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, PATH)], cookie).into_response()
}

fn page(stub: &Stub, headers: &HeaderMap) -> Response {
    let world = stub.world();
    let is_known = cookie::token(headers).is_some_and(|token| world.tokens.verify(token, world.clock.now()).is_ok());
    let (state, action, label) = if is_known {
        (format!("You are signed in to Landscape as {EMAIL}."), "sign-out", "Sign out of Landscape")
    } else {
        ("You are not signed in to Landscape.".to_owned(), "sign-in", "Sign in to Landscape")
    };
    let app = stub.app.as_ref().map_or("/", |app| app.prefix.as_str());
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Landscape</title></head>\n\
         <body><main><h1>Landscape</h1><p>This page stands in for Landscape's own dashboard.</p><p>{state}</p>\n\
         <form method=\"post\" action=\"{PATH}{action}\"><button>{label}</button></form>\n\
         <p><a href=\"{app}\">Landscape licensing</a></p></main></body></html>\n"
    );
    ([(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}
