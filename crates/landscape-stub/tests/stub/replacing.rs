//! What becomes of computers that are attached already: seen afterwards in `GET /computers`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Api, PRO_TOKEN};

#[tokio::test]
async fn attaching_an_attached_computer_replaces_its_contract() {
    let api = Api::demo().await;
    check(&api, &[(4, "contract-id-2"), (13, "contract-id-3"), (17, "free"), (42, "contract-far")]).await;
    attach(&api, &[4, 13, 17, 42], PRO_TOKEN).await;
    let all = "contract-id-3";
    check(&api, &[(4, all), (13, all), (17, all), (42, all)]).await;
}

#[tokio::test]
async fn one_computer_keeps_its_token_and_says_that_it_succeeded() {
    let api = Api::demo().await;
    let group = attach(&api, &[4, 45], PRO_TOKEN).await;
    let child = succeeded(&api, group + 2).await;
    assert!(child["result_text"].as_str().is_some_and(|text| text.contains("contract-61-days")), "{child}");
    check(&api, &[(4, "contract-id-3"), (45, "contract-61-days")]).await;
    api.post("/detach-token", json!({ "computer_ids": [45] })).await;
    api.stub.advance(Duration::from_secs(10));
    check(&api, &[(45, "")]).await;
    attach(&api, &[45], PRO_TOKEN).await;
    check(&api, &[(45, "contract-id-3")]).await;
}

#[tokio::test]
async fn a_token_leaves_every_computer_as_it_is() {
    let api = Api::demo().await;
    let group = attach(&api, &[1, 4, 42], "stub-unchanged").await;
    let child = succeeded(&api, group + 2).await;
    assert!(child["result_text"].as_str().is_some_and(|text| text.contains("contract-id-2")), "{child}");
    succeeded(&api, group).await;
    check(&api, &[(1, ""), (4, "contract-id-2"), (42, "contract-far")]).await;
}

#[tokio::test]
async fn a_computer_leaves_every_computer_as_it_is() {
    let api = Api::demo().await;
    attach(&api, &[4, 90109], PRO_TOKEN).await;
    let detached = api.post("/detach-token", json!({ "computer_ids": [42, 90109] })).await;
    assert_eq!(detached["nonexistent_computer_ids"], json!([90109]));
    api.stub.advance(Duration::from_secs(10));
    succeeded(&api, detached["activity"]["id"].as_u64().expect("it has an id")).await;
    check(&api, &[(4, "contract-id-2"), (42, "contract-far")]).await;
}

/// Attaches, waits for the end, and tells the group's id.
async fn attach(api: &Api, ids: &[u64], token: &str) -> u64 {
    let answer = api.post("/attach-token", json!({ "computer_ids": ids, "token": token })).await;
    api.stub.advance(Duration::from_secs(10));
    answer["activity"]["id"].as_u64().expect("an activity has an id")
}

async fn succeeded(api: &Api, id: u64) -> Value {
    let activity = api.get(&format!("/activities/{id}")).await;
    assert_eq!(activity["activity_status"], "succeeded", "{activity}");
    activity
}

/// Each computer, and the contract that it tells of.
async fn check(api: &Api, expected: &[(u64, &str)]) {
    for (id, contract) in expected {
        let page = api.get(&format!("/computers?root_only=false&query=id:{id}")).await;
        assert_eq!(page["results"][0]["ubuntu_pro_info"]["contract"]["id"], *contract, "{id}");
    }
}
