use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Answer, Api};

#[tokio::test]
async fn a_token_makes_attaching_fail_before_anything_is_queued() {
    let api = Api::demo().await;
    for (token, status) in [
        ("stub-400", 400),
        ("stub-401", 401),
        ("stub-403", 403),
        ("stub-404", 404),
        ("stub-429", 429),
        ("stub-fail-500", 500),
        ("stub-html-502", 502),
        ("stub-html-503", 503),
        ("stub-plain-504", 504),
    ] {
        assert_eq!(attach(&api, token).await.status, status, "{token}");
    }
    assert_eq!(newest(&api).await, 112);
}

#[tokio::test]
async fn a_computer_makes_detaching_fail_the_same_way() {
    let api = Api::demo().await;
    for id in [90400_u32, 90401, 90403, 90404, 90429, 90500, 90502, 90503, 90504] {
        let body = json!({ "computer_ids": [4, id] }).to_string();
        let answer = api.answer("POST", "/detach-token", &body).await;
        assert_eq!(u32::from(answer.status), id - 90000, "{id}");
    }
    assert_eq!(newest(&api).await, 112);
}

#[tokio::test]
async fn words_and_numbers_in_a_path_make_it_fail() {
    let api = Api::demo().await;
    for (path, status) in [
        ("/contracts/stub-500", 500),
        ("/contracts/stub-html-502", 502),
        ("/legacy-licenses/stub-500", 500),
        ("/legacy-licenses/90504", 504),
        ("/activities/90403", 403),
        ("/activities/stub-401", 401),
    ] {
        assert_eq!(api.answer("GET", path, "").await.status, status, "{path}");
    }
    let garbage = api.answer("GET", "/contracts/stub-garbage", "").await;
    assert_eq!((garbage.status, garbage.header("content-type")), (200, "application/json"));
    assert!(serde_json::from_str::<Value>(&garbage.text).is_err());
    let page = api.answer("GET", "/contracts/stub-html-200", "").await;
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").starts_with("text/html"));
}

#[tokio::test]
async fn a_dropped_connection_has_queued_the_activities() {
    let api = Api::demo().await;
    let body = json!({ "computer_ids": [1], "token": "stub-drop" }).to_string();
    assert!(api.try_answer("POST", "/attach-token", &body).await.is_err());
    assert_eq!(newest(&api).await, 114);
    api.stub.advance(Duration::from_secs(10));
    assert_eq!(api.get("/activities/114").await["activity_status"], "succeeded");
}

#[tokio::test]
async fn an_answer_may_lack_its_activity_or_have_an_odd_status() {
    let api = Api::demo().await;
    assert_eq!(attach(&api, "stub-null-activity").await.json()["activity"], Value::Null);
    assert_eq!(newest(&api).await, 112);
    let odd = attach(&api, "stub-unknown-status").await.json();
    assert_eq!((&odd["activity"]["activity_status"], &odd["activity"]["id"]), (&json!("pondering"), &json!(113)));
    assert_eq!(api.get("/activities/113").await["activity_status"], "pondering");
}

#[tokio::test]
async fn stalling_does_not_answer() {
    let api = Api::demo().await;
    for path in ["/contracts/stub-stall", "/activities/90000"] {
        let answer = tokio::time::timeout(Duration::from_millis(300), api.answer("GET", path, "")).await;
        assert!(answer.is_err(), "{path}");
    }
    assert_eq!(newest(&api).await, 112);
}

async fn attach(api: &Api, token: &str) -> Answer {
    let body = json!({ "computer_ids": [1], "token": token }).to_string();
    api.answer("POST", "/attach-token", &body).await
}

async fn newest(api: &Api) -> u64 {
    let page = api.get("/activities?limit=1").await;
    page["results"][0]["id"].as_u64().expect("an activity has an id")
}

#[tokio::test]
async fn a_token_or_a_computer_makes_every_computer_fail_in_the_words_of_its_client() {
    let api = Api::demo().await;
    let failures = [
        ("stub-invalid-token", 90101, "Invalid pro token provided."),
        ("stub-no-connection", 90102, "Not possible to connect to contracts service."),
        ("stub-contract-error", 90103, "Unexpected error in the contracts service interaction."),
        ("stub-lock-held", 90104, "Another client process is holding the lock on the machine."),
        ("stub-not-attached", 90105, "Pro is not attached on this machine."),
        ("stub-library-missing", 90106, "The ubuntu advantage library is not available or not up to date."),
    ];
    for (token, computer, words) in failures {
        let attached = attach(&api, token).await.json()["activity"]["id"].as_u64().expect("it has an id");
        let detached = api.post("/detach-token", json!({ "computer_ids": [4, computer] })).await;
        let detached = detached["activity"]["id"].as_u64().expect("it has an id");
        api.stub.advance(Duration::from_secs(10));
        for group in [attached, detached] {
            assert_eq!(api.get(&format!("/activities/{}", group + 1)).await["result_text"], words, "{token}");
        }
    }
}

#[tokio::test]
async fn a_computer_may_fetch_and_never_answer() {
    let api = Api::demo().await;
    attach(&api, "stub-waits").await;
    api.stub.advance(Duration::from_secs(1800));
    assert_eq!(api.get("/activities/114").await["activity_status"], "delivered");
}
