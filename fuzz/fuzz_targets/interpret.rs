//! Any answer at all: its status, what its headers say, and its body.
//!
//! The first two bytes choose the status, the third the headers, and the rest is the body.

#![no_main]

use landscape_licensing::api::activity::Activity;
use landscape_licensing::api::attachment::Attachment;
use landscape_licensing::api::auth::Login;
use landscape_licensing::api::computer::Computer;
use landscape_licensing::api::contract::Contract;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::api::interpret::{AnswerHeaders, interpret};
use landscape_licensing::api::license::License;
use landscape_licensing::api::page::{List, Page};
use landscape_licensing::api::row::Row;
use landscape_licensing::follow::result::ResultText;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

const KINDS: [Option<&str>; 4] = [None, Some("application/json"), Some("text/html"), Some("text/plain; charset=latin1")];
const WAITS: [Option<&str>; 4] = [None, Some("7"), Some("Wed, 21 Oct 2026 07:28:00 GMT"), Some("-1e9")];

fuzz_target!(|data: &[u8]| {
    let [first, second, choice, body @ ..] = data else { return };
    let status = 100 + u16::from_be_bytes([*first, *second]) % 500;
    let headers = AnswerHeaders {
        content_type: KINDS[usize::from(*choice) % 4].map(str::to_owned),
        retry_after: WAITS[usize::from(*choice) / 4 % 4].map(str::to_owned),
        answered_at: (*choice < 128).then_some(1_790_000_000),
    };
    match interpret::<Value>(status, &headers, body) {
        Ok(_) => assert!((200..=299).contains(&status), "{status} is no success"),
        Err(error) => check_error(status, &error),
    }
    list::<Contract>(body);
    list::<License>(body);
    list::<Computer>(body);
    list::<Activity>(body);
    let _ = interpret::<Attachment>(200, &headers, body);
    let _ = interpret::<Login>(200, &headers, body);
    if let Ok(text) = std::str::from_utf8(body) {
        let _ = ResultText::read(text);
    }
});

/// A failure has words of the server that can be shown, and is one of its status.
fn check_error(status: u16, error: &ApiError) {
    let words = error.server_words().map(|words| words.chars().count());
    assert!(words.is_none_or(|length| (1..=500).contains(&length)), "{error:?}");
    let is_unreadable = matches!(error, ApiError::Undecodable { .. });
    assert_eq!(is_unreadable, (200..=299).contains(&status), "{error:?}");
}

/// What came of a list is what is shown of it and what is told of the rest, and each id is there once.
fn list<T: Row>(body: &[u8]) {
    let Ok(page) = interpret::<Page<T>>(200, &AnswerHeaders::default(), body) else { return };
    let List { results, unreadable, .. } = page.into();
    for (index, row) in results.iter().enumerate() {
        assert!(results[..index].iter().all(|other| other.id() != row.id()), "an id comes twice");
    }
    assert!(unreadable.iter().all(|row| row.place > 0), "places are counted from one");
}
