use std::time::{Duration, Instant};

use landscape_stub::{Config, Failure, Seed, Sizes};
use serde_json::json;

use crate::client::{Api, PRO_TOKEN};

#[tokio::test]
async fn the_next_request_can_be_made_to_fail() {
    let api = Api::demo().await;
    api.stub.fail_next("GET", "/contracts", Failure::json(500, "Broken", "It broke."));
    assert_eq!(api.answer("GET", "/legacy-licenses", "").await.status, 200);
    let answer = api.answer("GET", "/contracts/contract-id-1", "").await;
    assert_eq!((answer.status, answer.json()["error"].as_str()), (500, Some("Broken")));
    assert_eq!(api.answer("GET", "/contracts/contract-id-1", "").await.status, 200);
}

#[tokio::test]
async fn texts_can_stand_in_the_place_of_every_name() {
    let api = Api::demo().await;
    api.stub.say_instead(vec!["one".to_owned(), "<b>".to_owned()]);
    let contracts = api.get("/contracts").await;
    assert_eq!(
        (&contracts["results"][0]["contract_id"], &contracts["results"][1]["contract_id"]),
        (&json!("one"), &json!("<b>"))
    );
    let computers = api.get("/computers").await;
    for field in ["title", "hostname"] {
        assert!(["one", "<b>"].map(|text| json!(text)).contains(&computers["results"][0][field]), "{computers}");
    }
    api.stub.say_instead(Vec::new());
    assert_ne!(api.get("/contracts").await["results"][0]["contract_id"], "one");
}

#[tokio::test]
async fn the_date_of_an_answer_is_that_of_its_clock() {
    let stands_at = jiff::Timestamp::from_second(1_795_446_000).ok();
    let api = Api::with(Config { stands_at, ..Config::default() }).await;
    let date = |answer: crate::client::Answer| answer.header("date").to_owned();
    assert_eq!(date(api.answer("GET", "/about", "").await), "Mon, 23 Nov 2026 15:00:00 GMT");
    api.stub.advance(Duration::from_secs(90));
    assert_eq!(date(api.answer("GET", "/contracts", "").await), "Mon, 23 Nov 2026 15:01:30 GMT");
}

#[tokio::test]
async fn a_failure_can_wait_until_so_many_have_passed() {
    let api = Api::demo().await;
    api.stub.fail_after(2, "POST", "/attach-token", Failure::html(502));
    api.stub.fail_after(1, "POST", "/attach-token", Failure::Drop);
    let body = json!({ "computer_ids": [1], "token": PRO_TOKEN }).to_string();
    let mut statuses = Vec::new();
    for _ in 0..6 {
        assert_eq!(api.answer("GET", "/activities?limit=1", "").await.status, 200);
        statuses.push(api.try_answer("POST", "/attach-token", &body).await.map_or(0, |answer| answer.status));
    }
    assert_eq!(statuses, [200, 200, 502, 200, 0, 200]);
    // What failed has queued nothing: four groups, and a child in each.
    assert_eq!(api.get("/activities?limit=1").await["count"], 13 + 8);
}

#[tokio::test]
async fn thousands_of_computers_fit_into_one_request() {
    let sizes = Sizes { contracts: 5, licenses: 5, computers: 20_000, children: 0 };
    let api = Api::seeded(Seed::Many(sizes)).await;
    let ids: Vec<u32> = (1..=20_000).collect();
    let answer = api.post("/attach-token", json!({ "computer_ids": ids, "token": PRO_TOKEN })).await;
    let invalid = answer["invalid_computer_ids"].as_array().map(Vec::len);
    assert_eq!((invalid, &answer["nonexistent_computer_ids"]), (Some(869), &json!([])));
    let children = api.get("/activities?limit=1&query=parent-id:1").await;
    assert_eq!(children["count"], 20_000 - 869);
}

#[tokio::test]
async fn a_failure_can_last_until_it_is_healed() {
    let api = Api::demo().await;
    api.stub.fail_always("*", "/api/v2/", Failure::html(502));
    for _ in 0..3 {
        let answer = api.answer("GET", "/contracts", "").await;
        assert_eq!((answer.status, answer.text.contains("Bad Gateway")), (502, true));
    }
    api.stub.heal();
    assert_eq!(api.answer("GET", "/contracts", "").await.status, 200);
}

#[tokio::test]
async fn a_connection_can_be_dropped_or_stalled() {
    let api = Api::demo().await;
    api.stub.fail_next("POST", "/login", Failure::Drop);
    assert!(api.try_answer("POST", "/login", "{}").await.is_err());
    api.stub.fail_next("GET", "/contracts", Failure::Stall);
    let answer = tokio::time::timeout(Duration::from_millis(300), api.answer("GET", "/contracts", "")).await;
    assert!(answer.is_err());
}

#[tokio::test]
async fn an_answer_can_be_dropped_when_everything_is_done() {
    let api = Api::demo().await;
    let body = json!({ "computer_ids": [1], "token": PRO_TOKEN }).to_string();
    api.stub.fail_next("POST", "/attach-token", Failure::DropAnswer);
    assert!(api.try_answer("POST", "/attach-token", &body).await.is_err());
    assert_eq!(api.get("/activities?limit=1").await["results"][0]["id"], 114);
}

#[tokio::test]
async fn requests_are_recorded() {
    let api = Api::demo().await;
    api.get("/contracts?active_only=true").await;
    api.answer("POST", "/login", r#"{"password": "x"}"#).await;
    api.stub.fail_next("GET", "/computers", Failure::Drop);
    assert!(api.try_answer("GET", "/computers", "").await.is_err());
    let requests = api.stub.requests();
    let [read, write, dropped] = requests.as_slice() else { panic!("three were sent: {requests:?}") };
    assert_eq!((read.method.as_str(), read.path.as_str()), ("GET", "/api/v2/contracts"));
    assert_eq!((read.query.as_str(), read.status), ("active_only=true", Some(200)));
    assert_eq!(read.headers["authorization"], format!("Bearer {}", api.token));
    assert_eq!((write.body.as_str(), write.status), (r#"{"password": "x"}"#, Some(400)));
    assert_eq!(dropped.status, None);
}

#[tokio::test]
async fn revoking_ends_the_tokens_issued_so_far() {
    let mut api = Api::demo().await;
    api.stub.revoke_tokens();
    assert_eq!(api.answer("GET", "/contracts", "").await.status, 401);
    api.token = api.stub.token(60);
    assert_eq!(api.answer("GET", "/contracts", "").await.status, 200);
}

#[tokio::test]
async fn a_server_can_go_down_and_come_back_with_its_data() {
    let api = Api::demo().await;
    api.get("/contracts").await;
    let origin = api.stub.origin();
    api.stub.stop().await;
    assert!(api.try_answer("GET", "/contracts", "").await.is_err());
    api.stub.restart().await.expect("the port should still be free");
    assert_eq!(api.stub.origin(), origin);
    api.get("/contracts").await;
}

#[tokio::test]
async fn latency_holds_every_answer_back() {
    let latency = Duration::from_millis(120);
    let api = Api::with(Config { latency, ..Config::default() }).await;
    let start = Instant::now();
    api.get("/contracts").await;
    assert!(start.elapsed() >= latency);
}

#[tokio::test]
async fn a_clock_can_stand_still() {
    let noon = "2026-11-23T12:00:00Z".parse().expect("it is a time");
    let api = Api::with(Config { stands_at: Some(noon), ..Config::default() }).await;
    let attach = json!({ "computer_ids": [1], "token": PRO_TOKEN });
    let activity = &api.post("/attach-token", attach).await["activity"];
    assert_eq!(activity["creation_time"], "2026-11-23T12:00:00Z");
    assert_eq!(api.get("/contracts/contract-5-days").await["expiration_date"], "2026-11-28T00:00:00");
    api.stub.advance(Duration::from_secs(60));
    assert_eq!(api.get("/activities/114").await["activity_status"], "succeeded");
}

#[tokio::test]
async fn two_stand_ins_share_nothing() {
    let (first, second) = (Api::demo().await, Api::demo().await);
    assert_ne!(first.stub.origin(), second.stub.origin());
    first.stub.revoke_tokens();
    assert_eq!(second.answer("GET", "/contracts", "").await.status, 200);
    assert!(first.stub.requests().is_empty());
}
