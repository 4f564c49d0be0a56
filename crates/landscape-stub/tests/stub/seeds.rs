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
    let api = Api::seeded(Seed::Many(Sizes { contracts: 70, licenses: 30, computers: 1234 })).await;
    let length = async |path: &str| api.get(path).await["results"].as_array().map(Vec::len);
    assert_eq!(length("/contracts").await, Some(70));
    assert_eq!(length("/legacy-licenses").await, Some(30));
    assert_eq!(length("/computers").await, Some(1000));
    assert_eq!(api.get("/computers?limit=1").await["count"], 1234);
    let attached = api.post("/attach-token", json!({ "computer_ids": [1, 2], "token": PRO_TOKEN })).await;
    assert_eq!(attached["activity"]["id"], 1);
}
