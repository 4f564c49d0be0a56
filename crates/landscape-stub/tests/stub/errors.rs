use crate::client::{Answer, Api};

#[tokio::test]
async fn without_a_token_everything_but_sign_in_is_refused() {
    let api = Api::demo().await;
    let paths = ["/contracts", "/contracts/contract-id-1", "/legacy-licenses", "/legacy-licenses/1"];
    for path in paths.into_iter().chain(["/activities", "/activities/101", "/activities/parents", "/computers"]) {
        check(&send(&api, "GET", path, &[]).await, 401, "Unauthorized");
    }
    for path in ["/attach-token", "/detach-token", "/switch-account", "/tokens/invalidate-me"] {
        check(&send(&api, "POST", path, &[("content-type", "application/json")]).await, 401, "Unauthorized");
    }
    check(&send(&api, "GET", "/contracts", &[("authorization", "Basic abc")]).await, 401, "Unauthorized");
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let api = Api::demo().await;
    for path in [
        "/nothing",
        "/contracts/nothing",
        "/contracts/1",
        "/legacy-licenses/2",
        "/legacy-licenses/x",
        "/activities/999",
    ] {
        check(&api.answer("GET", path, "").await, 404, "NotFound");
    }
    let outside = api.send("GET", "/api/v3/contracts", &[], "").await.expect("there should be an answer");
    check(&outside, 404, "NotFound");
}

#[tokio::test]
async fn a_post_must_be_json() {
    let api = Api::demo().await;
    let bearer = format!("Bearer {}", api.token);
    let authorized = ("authorization", bearer.as_str());
    for path in ["/login", "/login/access-key", "/switch-account", "/attach-token", "/detach-token"] {
        check(&send(&api, "POST", path, &[authorized]).await, 415, "UnsupportedMediaType");
        let form = ("content-type", "application/x-www-form-urlencoded");
        check(&send(&api, "POST", path, &[authorized, form]).await, 415, "UnsupportedMediaType");
        let json = ("content-type", "application/json; charset=utf-8");
        check(&send(&api, "POST", path, &[authorized, json]).await, 400, "InvalidParameterError");
    }
}

#[tokio::test]
async fn a_method_that_an_endpoint_does_not_take_is_refused() {
    let api = Api::demo().await;
    check(&api.answer("GET", "/attach-token", "").await, 405, "MethodNotAllowed");
    check(&api.answer("DELETE", "/contracts", "").await, 405, "MethodNotAllowed");
}

#[tokio::test]
async fn parameters_are_checked() {
    let api = Api::demo().await;
    for body in [
        r#"{"token": "C"}"#,
        r#"{"computer_ids": [], "token": "C"}"#,
        r#"{"computer_ids": ["1"], "token": "C"}"#,
        r#"{"computer_ids": 1, "token": "C"}"#,
        r#"{"computer_ids": [1.5], "token": "C"}"#,
        r#"{"computer_ids": [1]}"#,
        r#"{"computer_ids": [1], "token": ""}"#,
        r#"{"computer_ids": [1], "token": 5}"#,
        "[1]",
        "{",
    ] {
        check(&api.answer("POST", "/attach-token", body).await, 400, "InvalidParameterError");
    }
    check(&api.answer("POST", "/detach-token", "{}").await, 400, "InvalidParameterError");
    for path in ["/activities?limit=x", "/computers?offset=-1", "/contracts?active_only=perhaps"] {
        check(&api.answer("GET", path, "").await, 400, "InvalidParameterError");
    }
}

#[tokio::test]
async fn queries_that_make_no_sense_are_refused() {
    let api = Api::demo().await;
    for query in ["colour:red", "title:%22open"] {
        let answer = api.answer("GET", &format!("/computers?query={query}"), "").await;
        check(&answer, 400, "InvalidQueryError");
    }
    for query in ["colour:red", "parent-id:x", "computer:title:a", "word"] {
        let answer = api.answer("GET", &format!("/activities?query={query}"), "").await;
        check(&answer, 400, "InvalidQueryError");
    }
}

#[tokio::test]
async fn a_request_line_of_more_than_8190_bytes_is_cut_off_by_the_web_server() {
    let api = Api::demo().await;
    let around = "GET /api/v2/computers?query= HTTP/1.1".len();
    let fits = api.answer("GET", &format!("/computers?query={}", "a".repeat(8190 - around)), "").await;
    assert_eq!((fits.status, &fits.json()["count"]), (200, &0.into()));
    for length in [8191, 65_000] {
        let refused = api.answer("GET", &format!("/computers?query={}", "a".repeat(length - around)), "").await;
        assert_eq!((refused.status, refused.text.contains("URI Too Long")), (414, true), "{length}");
        assert!(refused.header("content-type").starts_with("text/html"));
    }
    assert_eq!(api.stub.requests().len(), 1);
}

/// Landscape's error body, with a message for people.
#[track_caller]
fn check(answer: &Answer, status: u16, error: &str) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "application/json");
    let body = answer.json();
    assert_eq!(body["error"], error);
    assert!(body["message"].as_str().is_some_and(|message| !message.is_empty()), "{body}");
}

async fn send(api: &Api, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let answer = api.send(method, &format!("/api/v2{path}"), headers, "").await;
    answer.expect("there should be an answer")
}
