use serde_json::Value;

use crate::client::Api;

#[tokio::test]
async fn active_only_leaves_the_expired_out() {
    let api = Api::demo().await;
    let all = contract_ids(&api.get("/contracts").await);
    assert!(all.contains(&"contract-id-1".to_owned()) && all.contains(&"contract-expired".to_owned()), "{all:?}");
    let active = contract_ids(&api.get("/contracts?active_only=true").await);
    assert!(!active.contains(&"contract-id-1".to_owned()) && !active.contains(&"contract-expired".to_owned()));
    assert!(active.contains(&"contract-5-days".to_owned()));
    assert_eq!(contract_ids(&api.get("/contracts?active_only=false").await), all);
}

#[tokio::test]
async fn a_contract_is_found_by_its_decoded_name() {
    let api = Api::demo().await;
    let contract = api.get("/contracts/team%2Falpha%2050%25").await;
    assert_eq!((&contract["contract_id"], &contract["id"]), (&"team/alpha 50%".into(), &11.into()));
}

#[tokio::test]
async fn two_pluses_in_a_path_are_forbidden_by_the_web_server() {
    let api = Api::demo().await;
    for path in ["/contracts/team++alpha", "/contracts/team%2B%2Balpha"] {
        let answer = api.answer("GET", path, "").await;
        assert_eq!(answer.status, 403);
        assert!(answer.header("content-type").starts_with("text/html"));
        assert!(answer.text.contains("Forbidden"));
    }
}

fn contract_ids(list: &Value) -> Vec<String> {
    let results = list["results"].as_array().expect("results is a list").iter();
    results.filter_map(|contract| contract["contract_id"].as_str()).map(ToOwned::to_owned).collect()
}
