use std::collections::BTreeMap;

use axum::http::request::Parts;

/// One request to the API as it arrived.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// `GET`, `POST` …
    pub method: String,
    /// The path as sent, still percent-encoded: `/api/v2/contracts`.
    pub path: String,
    /// What followed the `?`, still percent-encoded; empty when there was none.
    pub query: String,
    /// Header names in lower case. A repeated header keeps its last value.
    pub headers: BTreeMap<String, String>,
    /// The body as text.
    pub body: String,
    /// The status it was answered with; `None` while it has no answer, or when the connection was dropped.
    pub status: Option<u16>,
}

impl Recorded {
    pub(crate) fn new(parts: &Parts, body: &[u8]) -> Self {
        let headers = parts
            .headers
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        Self {
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: headers.collect(),
            body: String::from_utf8_lossy(body).into_owned(),
            status: None,
        }
    }
}
