//! A read whose failure may pass is tried again, a write never; and so many requests are under way at most.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use landscape_licensing::api::attachment::{Attachment, DetachRequest};
use landscape_licensing::api::client::Client;
use landscape_licensing::api::computer::Computer;
use landscape_licensing::api::computer::query::ComputerQuery;
use landscape_licensing::api::contract::Contract;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::api::id::ComputerId;
use landscape_licensing::api::page::{List, Page as Part, read_every};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;
use crate::people::signed_in;
use crate::server::Server;
use crate::wait::{settle, until};

const LIST: &str = r#"{"results": []}"#;
const DETACHED: &str = r#"{"activity": null, "invalid_computer_ids": [], "nonexistent_computer_ids": []}"#;
const NONE: (&str, &str) = ("X-Nothing", "");
const READ: &str = "GET /api/v2/contracts";

fn client() -> Client {
    let session = signed_in();
    untrack(|| session.client()).expect("somebody is signed in")
}

async fn read(client: &Client) -> Result<usize, ApiError> {
    client.contracts(false).await.map(|contracts: List<Contract>| contracts.results.len())
}

async fn detach(client: &Client) -> Result<Attachment, ApiError> {
    client.detach_token(&DetachRequest { computer_ids: vec![ComputerId(1)] }).await
}

#[wasm_bindgen_test]
async fn a_failure_that_passes_is_never_seen() {
    let _page = Page::new();
    let client = client();
    let server = Server::answering_in_turn(&[(503, NONE, "down"), (429, NONE, ""), (200, NONE, LIST)]);
    assert_eq!(read(&client).await, Ok(0));
    assert_eq!(server.lines(), [READ; 3]);
    assert!(server.sent().iter().all(|sent| sent.authorization.is_some()), "each carries the token");
}

#[wasm_bindgen_test]
async fn a_failure_that_stays_is_told_after_three_tries() {
    let _page = Page::new();
    let client = client();
    let server = Server::answering(502, "");
    assert_eq!(read(&client).await, Err(ApiError::Server { status: 502, message: None }));
    assert_eq!(server.lines(), [READ; 3]);
}

#[wasm_bindgen_test]
async fn a_failure_that_will_not_pass_is_told_at_once() {
    let _page = Page::new();
    for status in [400, 403, 404, 409, 413, 414, 415, 422, 500, 501] {
        let client = client();
        let server = Server::answering(status, "{}");
        assert!(read(&client).await.is_err());
        assert_eq!(server.lines(), [READ], "{status}");
    }
    let (client, server) = (client(), Server::answering(200, "{\"results\": ["));
    assert!(matches!(read(&client).await, Err(ApiError::Undecodable { .. })));
    assert_eq!(server.lines(), [READ]);
}

#[wasm_bindgen_test]
async fn who_looks_again_anyway_tries_once() {
    let _page = Page::new();
    let client = client().once();
    let server = Server::answering(503, "");
    assert!(read(&client).await.is_err());
    assert_eq!(server.lines(), [READ]);
}

#[wasm_bindgen_test]
async fn a_write_is_never_repeated() {
    let _page = Page::new();
    let client = client();
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::answering_in_turn(&[(status, ("Retry-After", "0"), ""), (200, NONE, DETACHED)]);
        assert!(detach(&client).await.is_err(), "{status}");
        assert_eq!(server.lines().len(), 1, "{status}");
    }
}

#[wasm_bindgen_test]
async fn the_servers_word_for_when_to_come_back_is_obeyed() {
    let _page = Page::new();
    let client = client();
    let server = Server::answering_in_turn(&[(503, ("Retry-After", "1"), ""), (200, NONE, LIST)]);
    let start = Date::now();
    assert_eq!(read(&client).await, Ok(0));
    assert!(Date::now() - start >= 990.0, "it waited");
    assert_eq!(server.lines().len(), 2);

    let server = Server::answering_in_turn(&[(429, ("Retry-After", "3600"), ""), (200, NONE, LIST)]);
    assert_eq!(read(&client).await, Err(ApiError::RateLimited { retry_after: Some(3_600) }));
    assert_eq!(server.lines(), [READ], "an hour is told, not waited for");

    let header = ("Retry-After", "Wed, 31 Dec 2098 23:59:59 GMT");
    let server = Server::answering_in_turn(&[(503, header, ""), (200, NONE, LIST)]);
    let failed = read(&client).await.expect_err("it is far ahead");
    assert!(failed.to_string().contains("in more than a day"), "{failed}");
    assert_eq!(server.lines(), [READ]);
}

#[wasm_bindgen_test]
async fn a_refused_session_ends_the_tries() {
    let _page = Page::new();
    let client = client();
    let server = Server::answering_in_turn(&[(503, NONE, ""), (401, NONE, ""), (200, NONE, LIST)]);
    assert_eq!(read(&client).await, Err(ApiError::Unauthorized(None)));
    assert_eq!(server.lines(), [READ; 2]);
}

/// As a page that is left, or a session that is ended, drops what it waits for.
#[wasm_bindgen_test]
async fn who_is_gone_tries_no_more() {
    let _page = Page::new();
    let client = client();
    // Long enough to be gone meanwhile: the next try would come between one and one and a half seconds later.
    let server = Server::answering_in_turn(&[(503, ("Retry-After", "1"), ""), (200, NONE, LIST)]);
    let reading = Rc::new(RefCell::new(Some(Box::pin({
        let client = client.clone();
        async move { read(&client).await }
    }))));
    spawn_local({
        let reading = Rc::clone(&reading);
        std::future::poll_fn(move |context| match reading.borrow_mut().as_mut() {
            Some(reading) => reading.as_mut().poll(context).map(|_| ()),
            None => std::task::Poll::Ready(()),
        })
    });
    until(|| server.lines() == [READ]).await;
    settle().await;
    reading.take();
    let start = Date::now();
    until(|| Date::now() - start > 1_700.0).await;
    assert_eq!(server.lines(), [READ]);
}

#[wasm_bindgen_test]
async fn five_reads_are_under_way_at_a_time_and_a_write_waits_for_none_of_them() {
    let _page = Page::new();
    let client = client();
    let server = Server::answering_lines(|line| (200, if line == READ { LIST } else { DETACHED }));
    let (release, answered) = (server.hold(), Rc::new(RefCell::new(0)));
    for _ in 0..9 {
        let (client, answered) = (client.clone(), Rc::clone(&answered));
        spawn_local(async move { *answered.borrow_mut() += usize::from(read(&client).await.is_ok()) });
    }
    until(|| server.lines().len() == 5).await;
    settle().await;
    assert_eq!(server.lines(), [READ; 5]);
    spawn_local({
        let (client, answered) = (client.clone(), Rc::clone(&answered));
        async move { *answered.borrow_mut() += usize::from(detach(&client).await.is_ok()) }
    });
    until(|| server.lines().len() == 6).await;
    release();
    until(|| *answered.borrow() == 10).await;
}

/// Paging is by offset: what a server calls the next part is not asked for.
#[wasm_bindgen_test]
async fn links_of_an_answer_are_not_followed() {
    let _page = Page::new();
    let client = client();
    let server = Server::answering_lines(|line| {
        let next = r#"{"count": 2, "results": [{"id": 1}], "next": "https://elsewhere.example/api/v2/computers"}"#;
        (200, if line.contains("offset=0") { next } else { r#"{"count": 2, "results": [{"id": 2}], "next": null}"# })
    });
    let ask = async |offset| {
        client.computers(&ComputerQuery::default(), 1, usize::try_from(offset).expect("it is small")).await
    };
    let mut ids = Vec::new();
    read_every(ask, |part: Part<Computer>| ids.extend(part.results.into_iter().map(|it| it.id.0)))
        .await
        .expect("both parts come");
    assert_eq!(ids, [1, 2]);
    let asked = |offset| format!("GET /api/v2/computers?limit=1&offset={offset}&root_only=false");
    assert_eq!(server.lines(), [asked(0), asked(1)]);
}
