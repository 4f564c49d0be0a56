//! The client sends what is documented, once, and a 401 ends the session.

use landscape_licensing::api::attachment::{AttachRequest, DetachRequest};
use landscape_licensing::api::auth::{AccessKeyLogin, PasswordLogin, Person};
use landscape_licensing::api::base;
use landscape_licensing::api::client::Client;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::api::id::{ComputerId, ContractId, LicenseId};
use landscape_licensing::api::license::LicenseFilter;
use landscape_licensing::api::token::{Jwt, Secret};
use landscape_licensing::session::{Farewell, Session, SessionState};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, storage};
use crate::people::{signed_in, token, viewer};
use crate::server::Server;

const CONTRACTS: &str = include_str!("../../crates/landscape-stub/fixtures/contracts.json");
const CONTRACT: &str = include_str!("../../crates/landscape-stub/fixtures/contract.json");
const LICENSES: &str = include_str!("../../crates/landscape-stub/fixtures/legacy-licenses.json");
const ATTACHED: &str = include_str!("../../crates/landscape-stub/fixtures/attach-token.json");
const LOGIN: &str = include_str!("../../crates/landscape-stub/fixtures/login.json");
const ERROR: &str = include_str!("../../crates/landscape-stub/fixtures/error.json");

fn client(session: Session) -> Client {
    untrack(|| session.client()).expect("somebody is signed in")
}

#[wasm_bindgen_test]
async fn a_read_carries_the_token_and_no_body() {
    let _page = Page::new();
    let session = signed_in();
    let server = Server::answering(200, CONTRACTS);
    let contracts = client(session).contracts(false).await.expect("the server answers");
    assert_eq!((contracts.results.len(), contracts.unreadable.len()), (3, 0));
    let [sent] = <[_; 1]>::try_from(server.sent()).ok().expect("it is sent once");
    assert_eq!(sent.line, "GET /api/v2/contracts");
    assert_eq!(sent.authorization, Some(format!("Bearer {}", token(1))));
    assert_eq!((sent.content_type, sent.body.as_str()), (None, ""));
    assert!(sent.is_stored_nowhere && sent.refuses_redirects && !sent.has_cookies);
}

#[wasm_bindgen_test]
async fn the_api_is_where_the_host_has_it() {
    let _page = Page::new();
    let client = client(signed_in());
    let server = Server::answering(200, CONTRACTS);
    base::set(Some("/landscape/api/v2/"));
    client.contracts(false).await.expect("the server answers");
    base::set(Some("//elsewhere.example/api/v2"));
    client.contracts(false).await.expect("the server answers");
    assert_eq!(server.lines(), ["GET /landscape/api/v2/contracts", "GET /api/v2/contracts"]);
}

#[wasm_bindgen_test]
async fn filters_are_sent_only_where_they_are_on() {
    let _page = Page::new();
    let client = client(signed_in());
    let server = Server::answering(200, LICENSES);
    for (active_only, available_only) in [(false, false), (true, false), (false, true), (true, true)] {
        client.licenses(LicenseFilter { active_only, available_only }).await.expect("the server answers");
    }
    let lines = ["", "?active_only=true", "?available_only=true", "?active_only=true&available_only=true"];
    assert_eq!(server.lines(), lines.map(|query| format!("GET /api/v2/legacy-licenses{query}")));
}

#[wasm_bindgen_test]
async fn an_id_is_one_segment_of_the_path() {
    let _page = Page::new();
    let client = client(signed_in());
    let server = Server::answering(200, CONTRACT);
    client.contract(&ContractId("a/b?c#d e".to_owned())).await.expect("the server answers");
    assert_eq!(server.lines(), ["GET /api/v2/contracts/a%2Fb%3Fc%23d%20e"]);
}

#[wasm_bindgen_test]
async fn attaching_and_detaching_send_the_documented_body_once() {
    let _page = Page::new();
    let client = client(signed_in());
    let server = Server::answering(200, ATTACHED);
    let computer_ids = vec![ComputerId(1), ComputerId(9_007_199_254_740_993)];
    let attach = AttachRequest { computer_ids: computer_ids.clone(), token: Secret::new("C1".to_owned()) };
    client.attach_token(&attach).await.expect("the server answers");
    client.detach_token(&DetachRequest { computer_ids }).await.expect("the server answers");
    assert_eq!(server.lines(), ["POST /api/v2/attach-token", "POST /api/v2/detach-token"]);
    let sent = server.sent();
    assert_eq!(sent[0].body, r#"{"computer_ids":[1,9007199254740993],"token":"C1"}"#);
    assert_eq!(sent[1].body, r#"{"computer_ids":[1,9007199254740993]}"#);
    assert!(sent.iter().all(|sent| sent.content_type.as_deref() == Some("application/json")));
    assert!(sent.iter().all(|sent| sent.is_stored_nowhere && sent.refuses_redirects && !sent.has_cookies));
}

#[wasm_bindgen_test]
async fn signing_in_sends_the_documented_body_and_no_token() {
    let _page = Page::new();
    let server = Server::answering(200, LOGIN);
    let client = Client::anonymous();
    let password = || Secret::new("secret".to_owned());
    let email = Person::from_text("ada@example.com");
    let login = PasswordLogin { person: email, password: password(), account: None };
    client.sign_in_with_password(&login).await.expect("the server answers");
    let login =
        PasswordLogin { person: Person::from_text("ada"), password: password(), account: Some("lab".to_owned()) };
    client.sign_in_with_password(&login).await.expect("the server answers");
    let keys = AccessKeyLogin { access_key: Secret::new("AK".to_owned()), secret_key: Secret::new("SK".to_owned()) };
    client.sign_in_with_access_key(&keys).await.expect("the server answers");
    let login = "POST /api/v2/login";
    assert_eq!(server.lines(), [login, login, "POST /api/v2/login/access-key"]);
    let bodies: Vec<_> = server.sent().into_iter().map(|sent| sent.body).collect();
    let expected = [
        r#"{"email":"ada@example.com","password":"secret"}"#,
        r#"{"identity":"ada","password":"secret","account":"lab"}"#,
        r#"{"access_key":"AK","secret_key":"SK"}"#,
    ];
    assert_eq!(bodies, expected);
    assert!(server.sent().iter().all(|sent| sent.authorization.is_none()));
}

#[wasm_bindgen_test]
async fn a_401_ends_the_session() {
    let _page = Page::new();
    let session = signed_in();
    Server::answering(401, ERROR);
    let refused = client(session).contracts(false).await;
    assert!(matches!(refused, Err(ApiError::Unauthorized(_))), "{refused:?}");
    assert!(untrack(|| session.state()) == SessionState::Guest(Farewell::Ended));
    assert_eq!(storage().length(), Ok(0));
}

#[wasm_bindgen_test]
async fn a_401_for_an_older_token_leaves_the_session_that_began_since() {
    let _page = Page::new();
    let session = signed_in();
    let before = client(session);
    session.sign_in(viewer(&token(2)));
    Server::answering(401, ERROR);
    assert!(before.contracts(false).await.is_err());
    assert!(untrack(|| session.client()).is_some());
    assert_eq!(storage().length(), Ok(1));
}

#[wasm_bindgen_test]
async fn a_refused_sign_in_leaves_the_session_alone() {
    let _page = Page::new();
    let session = signed_in();
    Server::answering(401, ERROR);
    let keys = AccessKeyLogin { access_key: Secret::new("AK".to_owned()), secret_key: Secret::new("SK".to_owned()) };
    assert!(Client::anonymous().sign_in_with_access_key(&keys).await.is_err());
    assert!(untrack(|| session.client()).is_some());
}

#[wasm_bindgen_test]
async fn other_failures_leave_the_session_alone() {
    let _page = Page::new();
    let session = signed_in();
    for status in [400, 403, 404, 415, 429, 500, 502] {
        Server::answering(status, ERROR);
        assert!(client(session).license(LicenseId(8)).await.is_err(), "{status}");
    }
    assert!(untrack(|| session.client()).is_some());
}

#[wasm_bindgen_test]
async fn a_server_that_cannot_be_reached_is_asked_thrice_to_read_and_once_to_write() {
    let _page = Page::new();
    let client = client(signed_in());
    let server = Server::unreachable();
    assert_eq!(client.contracts(false).await, Err(ApiError::Network));
    let detached = client.detach_token(&DetachRequest { computer_ids: vec![ComputerId(1)] }).await;
    assert_eq!(detached, Err(ApiError::Network));
    let read = "GET /api/v2/contracts";
    assert_eq!(server.lines(), [read, read, read, "POST /api/v2/detach-token"]);
}

/// Landscape's documented Apache site answers 403 to any URL with `++`.
#[wasm_bindgen_test]
async fn a_contract_whose_id_a_proxy_refuses_is_looked_for_in_the_list() {
    let _page = Page::new();
    let token = Jwt::issued(token(1)).expect("it can stand in a header");
    let client = Client::authorized(token, || ());
    let server = Server::answering_lines(|line| match line {
        "GET /api/v2/contracts" => (200, r#"{"results": [{"id": 5, "contract_id": "x++y"}]}"#),
        _ => (403, ERROR),
    });
    let found = client.contract(&ContractId("x++y".to_owned())).await;
    assert_eq!(found.map(|contract| contract.id), Ok(5));
    assert_eq!(server.lines(), ["GET /api/v2/contracts/x%2B%2By", "GET /api/v2/contracts"]);
    let other = client.contract(&ContractId("x+y".to_owned())).await;
    assert!(matches!(other, Err(ApiError::Forbidden(_))), "it is not in the list: {other:?}");
    let other = client.contract(&ContractId("x".to_owned())).await;
    assert_eq!(server.lines().len(), 5, "an id that needs no encoding is not looked for");
    assert!(matches!(other, Err(ApiError::Forbidden(_))), "{other:?}");
}

/// Apache by itself answers 404 to any URL with an encoded slash.
#[wasm_bindgen_test]
async fn a_contract_whose_id_a_proxy_does_not_know_is_looked_for_in_the_list() {
    let _page = Page::new();
    let client = client(signed_in());
    let server = Server::answering_lines(|line| match line {
        "GET /api/v2/contracts" => (200, r#"{"results": [{"id": 5, "contract_id": "x/y"}]}"#),
        _ => (404, ERROR),
    });
    let found = client.contract(&ContractId("x/y".to_owned())).await;
    assert_eq!(found.map(|contract| contract.id), Ok(5));
    let other = client.contract(&ContractId("x".to_owned())).await;
    assert!(matches!(other, Err(ApiError::NotFound(_))), "{other:?}");
    assert_eq!(server.lines().len(), 3);
}
