//! From an HTTP answer to a value or an error: pure, so that every case is a line of a table test.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::api::error::ApiError;
use crate::words::errors;

/// Words of a server longer than this are cut: what is longer is a traceback, not a sentence.
const MESSAGE_CHARACTERS: usize = 500;

/// The headers that say how to read an answer.
#[derive(Clone, Debug, Default)]
pub struct AnswerHeaders {
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Retry-After`.
    pub retry_after: Option<String>,
}

/// Reads an answer as `T`.
///
/// # Errors
/// One [`ApiError`] for each status that is no success, and [`ApiError::Undecodable`] for a success that is no `T`.
pub fn interpret<T: DeserializeOwned>(status: u16, headers: &AnswerHeaders, body: &str) -> Result<T, ApiError> {
    check_status(status, headers, body)?;
    serde_json::from_str(body.trim_start_matches('\u{feff}')).map_err(|error| undecodable(&error))
}

/// Says where the reading stopped, without repeating any of the answer: it may hold a secret.
fn undecodable(error: &serde_json::Error) -> ApiError {
    let what = match error.classify() {
        serde_json::error::Category::Data => errors::OTHER_THAN_DOCUMENTED,
        serde_json::error::Category::Eof => errors::ENDS_EARLY,
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => errors::NOT_JSON,
    };
    ApiError::Undecodable { detail: errors::at(what, error.line(), error.column()) }
}

/// Looks whether an answer is a success, whatever its body says.
///
/// # Errors
/// One [`ApiError`] for each status that is no success, and [`ApiError::Undecodable`] for a success that is a web page.
pub fn check_status(status: u16, headers: &AnswerHeaders, body: &str) -> Result<(), ApiError> {
    match status {
        200..=299 if is_html(headers, body) => Err(ApiError::Undecodable { detail: errors::WEB_PAGE.to_owned() }),
        200..=299 => Ok(()),
        401 => Err(ApiError::Unauthorized(message(headers, body))),
        403 => Err(ApiError::Forbidden(message(headers, body))),
        404 => Err(ApiError::NotFound(message(headers, body))),
        408 => Err(ApiError::Timeout),
        429 => Err(ApiError::RateLimited { retry_after: retry_after(headers) }),
        500.. => Err(ApiError::Server { status, message: message(headers, body) }),
        _ => Err(ApiError::Rejected { status, message: message(headers, body) }),
    }
}

fn retry_after(headers: &AnswerHeaders) -> Option<u32> {
    headers.retry_after.as_deref()?.trim().parse().ok()
}

fn is_html(headers: &AnswerHeaders, body: &str) -> bool {
    let named = headers.content_type.as_deref().is_some_and(|kind| kind.to_ascii_lowercase().contains("html"));
    named || body.trim_start().starts_with('<')
}

/// The server's words: `message` or `error` of Landscape's error body, or a short plain text; a web page has none.
fn message(headers: &AnswerHeaders, body: &str) -> Option<String> {
    if is_html(headers, body) {
        return None;
    }
    let words = match serde_json::from_str::<Value>(body) {
        Ok(Value::Object(fields)) => {
            ["message", "error"].iter().find_map(|key| fields.get(*key)?.as_str().map(str::to_owned))
        }
        Ok(Value::String(text)) => Some(text),
        Ok(_) => None,
        Err(_) => Some(body.to_owned()),
    };
    let words: String = words?.trim().chars().take(MESSAGE_CHARACTERS).collect();
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests;
