use serde_json::{Value, json};

use crate::client::{Api, PRO_TOKEN};

#[tokio::test]
async fn the_newest_come_first_and_pages_lead_on() {
    let api = Api::demo().await;
    let first = api.get("/activities?limit=2").await;
    assert_eq!(ids(&first), [112, 111]);
    assert_eq!(first["count"], 13);
    assert_eq!(first["previous"], Value::Null);
    let address = format!("{}/api/v2/activities?limit=2&offset=2", api.stub.origin());
    assert_eq!(first["next"], address);
    let last = api.get("/activities?limit=2&offset=12").await;
    assert_eq!((ids(&last), &last["next"]), (vec![90], &Value::Null));
    assert!(last["previous"].is_string());
}

#[tokio::test]
async fn selectors_pick_activities() {
    let api = Api::demo().await;
    check(&api, "parent-id:101", &[106, 105, 104, 103, 102]).await;
    check(&api, "parent-id:101 status:succeeded", &[106, 102]).await;
    check(&api, "id:101 OR id:110", &[110, 101]).await;
    check(&api, "type:DetachProRequest", &[109, 108]).await;
    check(&api, "computer:id:4", &[102, 90]).await;
    check(&api, "computer:id:4 NOT parent-id:101", &[90]).await;
    check(&api, "status:unapproved OR status:canceled", &[105, 104]).await;
}

#[tokio::test]
async fn parents_say_what_became_of_their_children() {
    let api = Api::demo().await;
    let parents = api.get("/activities/parents").await;
    assert_eq!(ids(&parents), [110, 107, 101, 90]);
    let first = &parents["results"][2];
    assert_eq!(first["children_count"], 5);
    assert_eq!(first["children_statuses"], json!({ "good": 2, "warning": 2, "bad": 1 }));
    assert_eq!(first["computer_count"], 5);
    assert_eq!(first["activity_status"], "delivered");
}

#[tokio::test]
async fn result_texts_may_look_like_markup() {
    let api = Api::demo().await;
    assert_eq!(api.get("/activities/103").await["result_text"], "<img src=x onerror=alert(1)>");
}

#[tokio::test]
async fn those_that_wait_answer_to_both_names() {
    let api = Api::demo().await;
    api.post("/attach-token", json!({ "computer_ids": [1], "token": PRO_TOKEN })).await;
    check(&api, "status:queued", &[114, 113]).await;
    check(&api, "status:undelivered", &[114, 113]).await;
}

async fn check(api: &Api, query: &str, expected: &[u64]) {
    let page = api.get(&format!("/activities?query={}", query.replace(' ', "+"))).await;
    assert_eq!(ids(&page), expected, "{query}");
}

fn ids(page: &Value) -> Vec<u64> {
    let results = page["results"].as_array().expect("results is a list").iter();
    results.filter_map(|activity| activity["id"].as_u64()).collect()
}

#[tokio::test]
async fn activities_are_found_by_who_made_them_and_when() {
    let api = Api::demo().await;
    check(&api, "creator:john.smith@example.com parent-id:107", &[109, 108]).await;
    check(&api, "creator:nobody@example.com", &[]).await;
    let yesterday = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(25);
    check(&api, &format!("created-after:{}", yesterday.strftime("%Y-%m-%dT%H:%M")), &[112, 111, 110]).await;
    check(&api, "created-after:2999-01-01", &[]).await;
    assert_eq!(api.answer("GET", "/activities?query=created-after:yesterday", "").await.status, 400);
}

#[tokio::test]
async fn a_server_may_know_no_queries() {
    let api = Api::demo().await;
    api.stub.forget_queries();
    for path in ["/activities", "/activities/parents"] {
        let refusal = api.answer("GET", &format!("{path}?query=parent-id:101"), "").await;
        assert_eq!((refusal.status, &refusal.json()["error"]), (400, &json!("InvalidQueryError")), "{path}");
        assert_eq!(api.answer("GET", &format!("{path}?limit=1"), "").await.status, 200, "{path}");
    }
}
