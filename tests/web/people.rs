//! People who are signed in.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use js_sys::Date;
use landscape_licensing::api::token::Jwt;
use landscape_licensing::counts::Counts;
use landscape_licensing::session::{Session, Viewer};
use leptos::prelude::*;

/// John Smith's address.
pub const EMAIL: &str = "john.smith@example.com";

thread_local! {
    /// When tokens end, in seconds since 1970: an hour from the first one on, so that the same serial is the same token.
    static END: f64 = (Date::now() / 1000.0).floor() + 3600.0;
}

/// The text of a token of John Smith that ends in about an hour; `serial` makes it differ from others.
pub fn token(serial: u32) -> String {
    let end = END.with(|end| *end);
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let claims = format!(r#"{{"exp": {end}, "sub": "{EMAIL}", "acc": "onward", "id": {serial}}}"#);
    format!("{}.{}.{}", part(r#"{"alg":"HS256","typ":"JWT"}"#), part(&claims), part("signature"))
}

/// Somebody who pasted a token.
pub fn viewer(token: &str) -> Viewer {
    Viewer::from_token(Jwt::issued(token.to_owned()).expect("it can stand in a header"))
}

/// A session in the context, in which John Smith is signed in, and what is counted in it.
pub fn signed_in() -> Session {
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    provide_context(session);
    provide_context(Counts::new(session));
    session
}
