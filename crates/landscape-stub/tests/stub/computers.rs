use landscape_stub::{Seed, Sizes};
use serde_json::{Value, json};

use crate::client::Api;

#[tokio::test]
async fn wsl_instances_are_left_out_unless_asked_for() {
    let api = Api::demo().await;
    assert_eq!(api.get("/computers?query=wsl").await["count"], 0);
    assert_eq!(ids(&api.get("/computers?query=wsl&root_only=false").await), [23, 24, 26]);
    let page = api.get("/computers?query=id:22").await;
    let children = page["results"][0]["children"].as_array().expect("children is a list");
    assert_eq!(children.iter().map(|child| child["id"].clone()).collect::<Vec<_>>(), [json!(23), json!(24)]);
    let page = api.get("/computers?query=id:23&root_only=false").await;
    assert_eq!(page["results"][0]["parent"]["id"], 22);
    assert_eq!(page["results"][0]["is_wsl_instance"], true);
}

#[tokio::test]
async fn computers_come_in_pages() {
    let api = Api::demo().await;
    let page = api.get("/computers?limit=5&offset=5").await;
    assert_eq!(ids(&page), [6, 7, 8, 9, 10]);
    assert!(page["previous"].as_str().is_some_and(|link| link.ends_with("/computers?limit=5&offset=0")), "{page}");
    assert_eq!(api.get("/computers?limit=0").await["results"], json!([]));
}

#[tokio::test]
async fn pages_lead_through_everything_and_hold_a_thousand_unless_told_otherwise() {
    let sizes = Sizes { contracts: 5, licenses: 5, computers: 2500, children: 0 };
    let api = Api::seeded(Seed::Many(sizes)).await;
    let mut all: Vec<u64> = Vec::new();
    for (offset, length) in [(0, 1000), (1000, 1000), (2000, 500), (3000, 0)] {
        let page = api.get(&format!("/computers?root_only=false&offset={offset}")).await;
        assert_eq!((&page["count"], ids(&page).len()), (&json!(2500), length), "{offset}");
        let link = |offset: u32| format!("{}/api/v2/computers?limit=1000&offset={offset}", api.stub.origin());
        let expected_next = (offset < 2000).then(|| link(offset + 1000));
        let expected_previous = (offset > 0).then(|| link(offset - 1000));
        assert_eq!((&page["next"], &page["previous"]), (&json!(expected_next), &json!(expected_previous)), "{offset}");
        all.extend(ids(&page));
    }
    assert!(all.into_iter().eq(1..=2500));
}

#[tokio::test]
async fn pages_count_the_wsl_instances_only_when_these_are_asked_for() {
    let api = Api::demo().await;
    assert_eq!(api.get("/computers?limit=1").await["count"], 45);
    let page = api.get("/computers?limit=5&offset=20&root_only=false").await;
    assert_eq!((&page["count"], ids(&page)), (&json!(48), vec![21, 22, 23, 24, 25]));
    assert_eq!(ids(&api.get("/computers?limit=5&offset=20").await), [21, 22, 25, 27, 28]);
}

#[tokio::test]
async fn pro_info_may_be_missing_or_sparse() {
    let api = Api::demo().await;
    let info =
        async |id: u64| api.get(&format!("/computers?query=id:{id}")).await["results"][0]["ubuntu_pro_info"].clone();
    assert_eq!(info(38).await, Value::Null);
    assert_eq!(info(36).await, json!({ "attached": true }));
    assert_eq!(info(37).await["errors"][0]["message"], "Failed to connect to https://contracts.canonical.com");
    assert_eq!(info(1).await["expires"], "n/a");
}

#[tokio::test]
async fn cloud_instances_say_so() {
    let api = Api::demo().await;
    let page = api.get("/computers").await;
    let results = page["results"].as_array().expect("results is a list").iter();
    let in_cloud = results.filter(|computer| computer["cloud_instance_metadata"] != json!({}));
    let told = in_cloud.map(|computer| (&computer["id"], &computer["cloud_instance_metadata"]["instance-id"]));
    let expected = [(json!(43), json!("i-0000000000000002b")), (json!(44), json!("i-0000000000000002c"))];
    assert!(told.eq(expected.iter().map(|(id, instance)| (id, instance))));
}

#[tokio::test]
async fn a_hostname_may_be_shared_or_empty() {
    let api = Api::demo().await;
    let page = api.get("/computers?query=id:46%20OR%20id:47%20OR%20id:48").await;
    let results = page["results"].as_array().expect("results is a list").iter();
    let hostnames: Vec<&str> = results.filter_map(|computer| computer["hostname"].as_str()).collect();
    assert_eq!(hostnames, ["twin", "twin", ""]);
}

#[tokio::test]
async fn some_of_the_attached_have_the_service_landscape_enabled() {
    let api = Api::demo().await;
    for (id, status) in [(4, "enabled"), (13, "enabled"), (5, "n/a"), (8, "n/a"), (1, "disabled")] {
        let page = api.get(&format!("/computers?query=id:{id}")).await;
        let services = &page["results"][0]["ubuntu_pro_info"]["services"];
        let services = services.as_array().expect("services is a list").iter();
        let landscape = services.filter(|service| service["name"] == "landscape").map(|service| &service["status"]);
        assert_eq!(landscape.collect::<Vec<_>>(), [&json!(status)], "{id}");
    }
}

fn ids(page: &Value) -> Vec<u64> {
    let results = page["results"].as_array().expect("results is a list").iter();
    results.filter_map(|computer| computer["id"].as_u64()).collect()
}
