//! The session is in this tab's storage under one key, and nowhere else.

use landscape_licensing::api::auth::Login;
use landscape_licensing::api::token::Jwt;
use landscape_licensing::session::{Credential, Farewell, Session, SessionState, Viewer};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, local_storage, storage};
use crate::people::{EMAIL, token, viewer};

fn stored() -> Vec<String> {
    let count = storage().length().expect("storage can be counted");
    (0..count).filter_map(|index| storage().key(index).ok().flatten()).collect()
}

fn stored_text() -> String {
    let keys = stored();
    assert_eq!(keys.len(), 1, "{keys:?}");
    storage().get_item(&keys[0]).ok().flatten().expect("the key has a value")
}

fn is_guest(session: Session, farewell: Farewell) -> bool {
    untrack(|| session.state()) == SessionState::Guest(farewell)
}

fn credential(session: Session) -> Credential {
    untrack(|| session.credential()).expect("somebody is signed in")
}

fn jwt(text: &str) -> Jwt {
    Jwt::issued(text.to_owned()).expect("it can stand in a header")
}

fn profile_email(session: Session) -> Option<String> {
    untrack(|| session.profile()).and_then(|profile| profile.email)
}

#[wasm_bindgen_test]
fn a_session_is_kept_under_one_key_and_nowhere_else() {
    let _page = Page::new();
    let session = Session::start();
    assert!(is_guest(session, Farewell::None));
    assert!(untrack(|| session.client()).is_none());
    session.sign_in(viewer(&token(1)));
    assert!(stored_text().contains(&token(1)));
    assert_eq!(local_storage().length(), Ok(0));
    let cookie = js_sys::Reflect::get(&document(), &"cookie".into()).expect("a document has cookies");
    assert_eq!(cookie.as_string().as_deref(), Some(""));
}

#[wasm_bindgen_test]
fn signing_out_clears_everything() {
    let _page = Page::new();
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    session.sign_out(Farewell::SignedOut);
    assert_eq!(stored(), [""; 0]);
    assert!(is_guest(session, Farewell::SignedOut));
    assert!(untrack(|| session.client()).is_none());
    assert!(is_guest(Session::start(), Farewell::None), "a reload does not bring it back");
}

#[wasm_bindgen_test]
fn a_reload_keeps_the_session() {
    let _page = Page::new();
    let login = r#"{"token": "opaque", "email": "ada@example.com", "name": "Ada", "current_account": "lab",
        "accounts": [{"name": "lab", "title": "Test lab", "default": true}]}"#;
    let login: Login = serde_json::from_str(login).expect("it is an answer");
    Session::start().sign_in(Viewer::from_login(login));
    let after = Session::start();
    let profile = untrack(|| after.profile()).expect("somebody is signed in");
    assert_eq!(
        (profile.person(), profile.account(), profile.email.as_deref()),
        ("Ada", Some("Test lab"), Some("ada@example.com"))
    );
    assert!(untrack(|| after.client()).is_some());
}

#[wasm_bindgen_test]
fn another_person_replaces_the_one_before() {
    let _page = Page::new();
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    session.sign_in(viewer(&token(2)));
    assert!(stored_text().contains(&token(2)) && !stored_text().contains(&token(1)));
}

#[wasm_bindgen_test]
fn garbage_in_the_storage_is_a_guest() {
    let _page = Page::new();
    Session::start().sign_in(viewer(&token(1)));
    let key = stored().remove(0);
    let no_json = ["", "null", "{", "[]", "{}", "\u{0}"];
    let no_session = [r#"{"token": 5}"#, r#"{"token": "a", "profile": 5}"#];
    let no_token = [r#"{"token": ""}"#, r#"{"token": "a b"}"#, r#"{"token": "a\r\nb"}"#, r#"{"token": "é"}"#];
    for garbage in no_json.iter().chain(&no_session).chain(&no_token) {
        storage().set_item(&key, garbage).expect("the test page has storage");
        assert!(is_guest(Session::start(), Farewell::None), "{garbage:?}");
    }
}

#[wasm_bindgen_test]
fn an_older_storage_without_a_profile_is_a_session() {
    let _page = Page::new();
    Session::start().sign_in(viewer(&token(1)));
    let key = stored().remove(0);
    storage().set_item(&key, r#"{"token": "opaque", "more": 1}"#).expect("the test page has storage");
    let session = Session::start();
    assert_eq!(profile_email(session), None);
    assert!(untrack(|| session.client()).is_some());
}

#[wasm_bindgen_test]
fn another_account_keeps_the_person() {
    let _page = Page::new();
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    session.use_account(&credential(session), "lab".to_owned(), jwt(&token(2)));
    let profile = untrack(|| session.profile()).expect("somebody is signed in");
    assert_eq!((profile.email.as_deref(), profile.current_account.as_deref()), (Some(EMAIL), Some("lab")));
    assert!(stored_text().contains(&token(2)) && !stored_text().contains(&token(1)));
}

#[wasm_bindgen_test]
fn a_guest_has_no_account_to_change() {
    let _page = Page::new();
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    let before = credential(session);
    session.sign_out(Farewell::SignedOut);
    session.use_account(&before, "lab".to_owned(), jwt(&token(2)));
    assert!(is_guest(session, Farewell::SignedOut) && stored().is_empty());
    assert!(untrack(|| session.credential()).is_none());
}

#[wasm_bindgen_test]
fn a_late_change_of_account_is_not_the_next_persons() {
    let _page = Page::new();
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    let before = credential(session);
    session.sign_out(Farewell::SignedOut);
    session.sign_in(viewer(&token(3)));
    let (state, kept) = (untrack(|| session.state()), stored_text());
    session.use_account(&before, "lab".to_owned(), jwt(&token(2)));
    assert!(untrack(|| session.state()) == state);
    assert_eq!(stored_text(), kept);
}

#[wasm_bindgen_test]
fn a_change_of_account_that_another_has_overtaken_changes_nothing() {
    let _page = Page::new();
    let session = Session::start();
    session.sign_in(viewer(&token(1)));
    let before = credential(session);
    session.use_account(&before, "lab".to_owned(), jwt(&token(2)));
    session.use_account(&before, "onward".to_owned(), jwt(&token(3)));
    let profile = untrack(|| session.profile()).expect("somebody is signed in");
    assert_eq!(profile.current_account.as_deref(), Some("lab"));
    assert!(stored_text().contains(&token(2)) && credential(session) != before);
}

#[wasm_bindgen_test]
fn a_token_that_could_not_stand_in_a_header_is_none() {
    for text in ["", "a b", " a", "a\n", "a\r\nX-Evil: 1", "a\u{0}", "\u{e9}", "\u{200b}a", "\u{7f}"] {
        assert!(Jwt::issued(text.to_owned()).is_none(), "{text:?}");
    }
    for text in ["opaque", "a.b.c", "!\"#~", &token(1)] {
        assert!(Jwt::issued(text.to_owned()).is_some(), "{text:?}");
    }
}

#[wasm_bindgen_test]
fn the_time_left_is_read_of_the_token() {
    let _page = Page::new();
    let session = Session::start();
    let seconds_left = || untrack(|| session.seconds_left());
    assert_eq!(seconds_left(), None);
    session.sign_in(viewer(&token(1)));
    let left = seconds_left().expect("the token says when it ends");
    // The token is made once for the whole suite.
    assert!((3000..=3600).contains(&left), "{left}");
    session.sign_in(viewer("opaque"));
    assert_eq!(seconds_left(), None);
}
