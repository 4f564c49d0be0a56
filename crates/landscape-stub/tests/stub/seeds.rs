use landscape_stub::{Seed, Sizes};
use serde_json::json;

use crate::client::{Api, PRO_TOKEN};

#[tokio::test]
async fn the_empty_seed_has_nothing() {
    let api = Api::seeded(Seed::Empty).await;
    for path in ["/contracts", "/legacy-licenses", "/activities", "/activities/parents", "/computers"] {
        assert_eq!(api.get(path).await["results"], json!([]), "{path}");
    }
}

#[tokio::test]
async fn the_many_seed_is_as_large_as_asked_for() {
    let api = Api::seeded(Seed::Many(Sizes { contracts: 70, licenses: 30, computers: 1234, children: 0 })).await;
    let length = async |path: &str| api.get(path).await["results"].as_array().map(Vec::len);
    assert_eq!(length("/contracts").await, Some(70));
    assert_eq!(length("/legacy-licenses").await, Some(30));
    assert_eq!(length("/computers").await, Some(1000));
    assert_eq!(api.get("/computers?limit=1").await["count"], 1234);
    let attached = api.post("/attach-token", json!({ "computer_ids": [1, 2], "token": PRO_TOKEN })).await;
    assert_eq!(attached["activity"]["id"], 1);
}

#[tokio::test]
async fn many_may_hold_one_attachment_under_way() {
    let api = Api::seeded(Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 100, children: 80 })).await;
    let children = api.get("/activities?query=parent-id:1").await;
    assert_eq!(children["count"], 80);
    let counted = |status: &str| {
        let results = children["results"].as_array().expect("results is a list").iter();
        results.filter(|child| child["activity_status"] == status).count()
    };
    assert_eq!((counted("succeeded"), counted("failed"), counted("queued")), (64, 4, 12));
    api.stub.advance(std::time::Duration::from_secs(700));
    assert_eq!(api.get("/activities/1").await["activity_status"], "failed");
}
