use axum::http::{
    HeaderMap, HeaderValue,
    header::{COOKIE, SET_COOKIE},
};

/// What a real server calls it is not documented.
const NAME: &str = "landscape-session";

/// The token in the cookie of a Landscape session, if the browser has sent one.
pub(crate) fn token(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|cookie| cookie.trim().strip_prefix(NAME)?.strip_prefix('='))
}

/// Lets the browser keep a session. "Landscape issues a JWT and stores it as a cookie when a user logs into the new UI."
pub(crate) fn keep(token: &str) -> HeaderMap {
    set(&format!("{NAME}={token}; Path=/; HttpOnly; SameSite=Lax"))
}

/// Lets the browser forget it.
pub(crate) fn forget() -> HeaderMap {
    set(&format!("{NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"))
}

fn set(cookie: &str) -> HeaderMap {
    // A token holds letters, digits, dots and dashes alone.
    HeaderValue::from_str(cookie).map(|value| HeaderMap::from_iter([(SET_COOKIE, value)])).unwrap_or_default()
}
