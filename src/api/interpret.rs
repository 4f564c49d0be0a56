//! From an HTTP answer to a value or an error: pure, so that every case is a line of a table test.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

use crate::api::error::ApiError;
use crate::api::retry::retry_after;
use crate::words::errors;

/// Words of a server longer than this are cut: what is longer is a traceback, not a sentence.
const MESSAGE_CHARACTERS: usize = 500;
/// Of an answer that is no data, nothing is of use behind these bytes.
const WORDS_LENGTH: usize = 64 * 1024;
/// Data that are longer are none that Landscape gives: a hundred thousand contracts take a tenth of it.
const DATA_LENGTH: usize = 128 * 1024 * 1024;

/// The headers that say how to read an answer, and when it came.
#[derive(Clone, Debug, Default)]
pub struct AnswerHeaders {
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Retry-After`.
    pub retry_after: Option<String>,
    /// When it was given, in seconds since 1970: by the server's clock where it says so.
    pub answered_at: Option<i64>,
}

impl AnswerHeaders {
    /// How many bytes of the body are to be read.
    pub fn useful_length(&self, status: u16) -> usize {
        if (200..=299).contains(&status) && !self.is("html") { DATA_LENGTH } else { WORDS_LENGTH }
    }

    fn is(&self, kind: &str) -> bool {
        self.content_type.as_deref().is_some_and(|named| named.to_ascii_lowercase().contains(kind))
    }
}

/// What an answer can be read as: whatever JSON can, and lists in their own way.
pub trait FromAnswer: Sized {
    /// Reads it from JSON.
    ///
    /// # Errors
    /// Where it is no JSON, or says something else.
    fn read(text: &str) -> serde_json::Result<Self>;
}

impl<T: DeserializeOwned> FromAnswer for T {
    fn read(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str(text)
    }
}

/// Reads an answer as `T`. JSON is UTF-8, whatever the headers call it.
///
/// # Errors
/// One [`ApiError`] for each status that is no success, and [`ApiError::Undecodable`] for a success that is no `T`.
pub fn interpret<T: FromAnswer>(status: u16, headers: &AnswerHeaders, body: &[u8]) -> Result<T, ApiError> {
    check_status(status, headers, body)?;
    if body.len() >= DATA_LENGTH {
        return Err(undecodable(errors::TOO_LONG.to_owned()));
    }
    let text = match std::str::from_utf8(body) {
        Ok(text) => text.trim_start_matches('\u{feff}').trim(),
        Err(error) => return Err(undecodable(errors::not_utf8(error.valid_up_to() + 1))),
    };
    T::read(text).map_err(|error| undecodable(what_is_wrong(&error, headers, text)))
}

fn undecodable(detail: String) -> ApiError {
    ApiError::Undecodable { detail }
}

/// Says where the reading stopped, without repeating any of the answer: it may hold a secret.
fn what_is_wrong(error: &serde_json::Error, headers: &AnswerHeaders, text: &str) -> String {
    let what = match error.classify() {
        _ if text.is_empty() => return errors::EMPTY.to_owned(),
        Category::Data if text == "null" => return errors::NULL.to_owned(),
        Category::Data if text.starts_with('[') => return errors::LIST.to_owned(),
        Category::Data => errors::OTHER_THAN_DOCUMENTED,
        _ if headers.content_type.is_some() && !headers.is("json") => return errors::OTHER_TYPE.to_owned(),
        Category::Eof => errors::ENDS_EARLY,
        Category::Syntax | Category::Io => errors::NOT_JSON,
    };
    errors::at(what, error.line(), error.column())
}

/// Looks whether an answer is a success, whatever its body says.
///
/// # Errors
/// One [`ApiError`] for each status that is no success, and [`ApiError::Undecodable`] for a success that is a web page.
pub fn check_status(status: u16, headers: &AnswerHeaders, body: &[u8]) -> Result<(), ApiError> {
    let words = || message(headers, body);
    let retry_after = || retry_after(headers.retry_after.as_deref()?, headers.answered_at);
    match status {
        200..=299 if is_html(headers, body) => Err(undecodable(errors::WEB_PAGE.to_owned())),
        200..=299 => Ok(()),
        401 => Err(ApiError::Unauthorized(words())),
        403 => Err(ApiError::Forbidden(words())),
        404 => Err(ApiError::NotFound(words())),
        408 => Err(ApiError::Timeout),
        429 => Err(ApiError::RateLimited { retry_after: retry_after() }),
        500.. => Err(match retry_after() {
            Some(retry_after) => ApiError::Unavailable { status, message: words(), retry_after },
            None => ApiError::Server { status, message: words() },
        }),
        _ => Err(ApiError::Rejected { status, message: words() }),
    }
}

fn is_html(headers: &AnswerHeaders, body: &[u8]) -> bool {
    headers.is("html") || body.trim_ascii_start().starts_with(b"<")
}

/// The server's words: `message` or `error` of Landscape's error body, or a short plain text; a web page has none, and neither
/// has data that break off.
fn message(headers: &AnswerHeaders, body: &[u8]) -> Option<String> {
    if is_html(headers, body) {
        return None;
    }
    let body = String::from_utf8_lossy(body);
    let words = match serde_json::from_str::<Value>(&body) {
        Ok(Value::Object(fields)) => {
            ["message", "error"].iter().find_map(|key| fields.get(*key)?.as_str().map(str::to_owned))
        }
        Ok(Value::String(text)) => Some(text),
        Ok(_) => None,
        Err(_) if body.trim_start().starts_with(['{', '[']) => None,
        Err(_) => Some(body.into_owned()),
    };
    let words: String = words?.trim().chars().take(MESSAGE_CHARACTERS).collect();
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests;
