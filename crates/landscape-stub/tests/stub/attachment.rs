use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Api, PRO_TOKEN};

#[tokio::test]
async fn activities_are_numbered_like_the_documentations_samples() {
    let api = Api::demo().await;
    let attached = attach(&api, &[1, 2]).await;
    assert_eq!(attached["activity"]["id"], 113);
    assert_eq!(children(&api, 113).await, [(115, "queued".to_owned()), (114, "queued".to_owned())]);
    api.stub.advance(Duration::from_secs(10));
    let detached = api.post("/detach-token", json!({ "computer_ids": [1, 2] })).await;
    assert_eq!(detached["activity"]["id"], 116);
}

#[tokio::test]
async fn a_group_moves_from_queued_to_delivered_to_succeeded() {
    let api = Api::demo().await;
    attach(&api, &[1, 2]).await;
    check(&api, 113, "queued").await;
    api.stub.advance(Duration::from_secs(3));
    check(&api, 113, "delivered").await;
    check(&api, 114, "delivered").await;
    api.stub.advance(Duration::from_secs(3));
    let child = check(&api, 114, "succeeded").await;
    assert_eq!(
        (&child["result_code"], &child["computer_id"], &child["parent_id"]),
        (&json!(0), &json!(1), &json!(113))
    );
    assert_eq!(child["type"], "AttachProRequest");
    assert!(child["completion_time"].is_string());
    let group = check(&api, 113, "succeeded").await;
    assert!(group["completion_time"].is_string());
    assert!(group.get("computer_id").is_none());
}

#[tokio::test]
async fn a_computer_is_licensed_once_its_activity_has_succeeded() {
    let api = Api::demo().await;
    attach(&api, &[1]).await;
    assert_eq!(licensed(&api, "id:1 license-type:unlicensed").await, 1);
    api.stub.advance(Duration::from_secs(10));
    assert_eq!(licensed(&api, "id:1 license-type:pro contract:contract-id-3").await, 1);
    let computer = &api.get("/computers?query=id:1").await["results"][0];
    assert_eq!(computer["ubuntu_pro_info"]["attached"], true);
    assert_eq!(computer["ubuntu_pro_info"]["contract"]["id"], "contract-id-3");
    api.post("/detach-token", json!({ "computer_ids": [1] })).await;
    api.stub.advance(Duration::from_secs(10));
    assert_eq!(licensed(&api, "id:1 needs:license").await, 1);
}

#[tokio::test]
async fn one_failed_child_fails_the_group() {
    let api = Api::demo().await;
    attach(&api, &[1, 15, 16]).await;
    api.stub.advance(Duration::from_secs(10));
    check(&api, 113, "failed").await;
    check(&api, 114, "succeeded").await;
    let busy = check(&api, 115, "failed").await;
    assert_eq!(busy["result_text"], "Another client process is holding the lock on the machine.");
    let alone = check(&api, 116, "failed").await;
    assert_eq!(alone["result_text"], "Not possible to connect to contracts service.");
    assert_eq!(alone["result_code"], 1);
    assert_eq!(licensed(&api, "id:15 needs:license").await, 1);
}

#[tokio::test]
async fn a_token_that_is_none_fails_on_the_computer() {
    let api = Api::demo().await;
    api.post("/attach-token", json!({ "computer_ids": [1], "token": "nonsense" })).await;
    api.stub.advance(Duration::from_secs(10));
    let child = check(&api, 114, "failed").await;
    assert_eq!(child["result_text"], "Invalid pro token provided.");
    assert_eq!(licensed(&api, "id:1 needs:license").await, 1);
}

#[tokio::test]
async fn a_computer_detached_twice_fails_the_second_time() {
    let api = Api::demo().await;
    for _ in 0..2 {
        api.post("/detach-token", json!({ "computer_ids": [4] })).await;
    }
    api.stub.advance(Duration::from_secs(10));
    check(&api, 114, "succeeded").await;
    let second = check(&api, 116, "failed").await;
    assert_eq!(second["result_text"], "Pro is not attached on this machine.");
}

#[tokio::test]
async fn an_offline_computer_keeps_its_group_waiting() {
    let api = Api::demo().await;
    attach(&api, &[1, 33]).await;
    api.stub.advance(Duration::from_secs(600));
    let group = check(&api, 113, "delivered").await;
    assert_eq!(group["completion_time"], Value::Null);
    check(&api, 114, "succeeded").await;
    check(&api, 115, "queued").await;
}

#[tokio::test]
async fn computers_that_cannot_do_it_are_left_out() {
    let api = Api::demo().await;
    let attached = attach(&api, &[1, 7, 8, 9, 10, 11, 22, 1000, -1, 1]).await;
    assert_eq!(attached["invalid_computer_ids"], json!([7, 8, 9, 10, 11, 22]));
    assert_eq!(attached["nonexistent_computer_ids"], json!([1000, -1]));
    assert_eq!(children(&api, 113).await.len(), 1);
    let detached = api.post("/detach-token", json!({ "computer_ids": [2, 4, 8, 12, 19, 1000] })).await;
    assert_eq!(detached["invalid_computer_ids"], json!([2, 8, 12, 19]));
    assert_eq!(detached["nonexistent_computer_ids"], json!([1000]));
}

#[tokio::test]
async fn there_is_no_activity_when_no_computer_is_left() {
    let api = Api::demo().await;
    let answer = attach(&api, &[7, 1000]).await;
    let expected = json!({ "activity": null, "invalid_computer_ids": [7], "nonexistent_computer_ids": [1000] });
    assert_eq!(answer, expected);
    assert_eq!(attach(&api, &[1]).await["activity"]["id"], 113);
}

async fn attach(api: &Api, ids: &[i64]) -> Value {
    api.post("/attach-token", json!({ "computer_ids": ids, "token": PRO_TOKEN })).await
}

async fn check(api: &Api, id: u64, status: &str) -> Value {
    let activity = api.get(&format!("/activities/{id}")).await;
    assert_eq!(activity["activity_status"], status, "{activity}");
    activity
}

async fn children(api: &Api, group: u64) -> Vec<(u64, String)> {
    let page = api.get(&format!("/activities?query=parent-id:{group}")).await;
    let results = page["results"].as_array().expect("results is a list").iter();
    let child = |activity: &Value| {
        (
            activity["id"].as_u64().unwrap_or_default(),
            activity["activity_status"].as_str().unwrap_or_default().to_owned(),
        )
    };
    results.map(child).collect()
}

async fn licensed(api: &Api, query: &str) -> u64 {
    let page = api.get(&format!("/computers?limit=1&query={}", query.replace(' ', "%20"))).await;
    page["count"].as_u64().expect("count is a number")
}

#[tokio::test]
async fn a_success_tells_the_state_of_pro_which_has_no_service_enabled() {
    let api = Api::demo().await;
    attach(&api, &[1]).await;
    api.stub.advance(Duration::from_secs(10));
    let child = check(&api, 114, "succeeded").await;
    let text = child["result_text"].as_str().expect("it is a text");
    let state: Value = serde_json::from_str(text).expect("it is JSON");
    assert_eq!((&state["attached"], &state["contract"]["id"]), (&json!(true), &json!("contract-id-3")));
    let services = state["services"].as_array().expect("services is a list");
    assert!(services.iter().all(|service| service["status"] != "enabled"), "{services:?}");
}
