use serde_json::Value;

use crate::client::Api;

#[tokio::test]
async fn available_only_leaves_those_without_seats_out() {
    let api = Api::demo().await;
    assert_eq!(ids(&api.get("/legacy-licenses").await), [1, 8, 9, 10, 11, 12, 13, 14, 15]);
    assert_eq!(ids(&api.get("/legacy-licenses?available_only=true").await), [1, 8, 9, 11, 12, 13, 15]);
}

/// The documented licenses 8 and 9 end on a fixed day, so that they are left aside here.
#[tokio::test]
async fn active_only_leaves_the_expired_out() {
    let api = Api::demo().await;
    let mut active = ids(&api.get("/legacy-licenses?active_only=true").await);
    active.retain(|id| ![8, 9].contains(id));
    assert_eq!(active, [1, 10, 12, 13, 15]);
    let mut both = ids(&api.get("/legacy-licenses?active_only=true&available_only=true").await);
    both.retain(|id| ![8, 9].contains(id));
    assert_eq!(both, [1, 12, 13, 15]);
}

fn ids(list: &Value) -> Vec<u64> {
    let results = list["results"].as_array().expect("results is a list").iter();
    results.filter_map(|license| license["id"].as_u64()).collect()
}
