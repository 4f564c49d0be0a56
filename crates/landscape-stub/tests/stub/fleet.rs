//! The seed of many computers: what it is made of, and that it is quick.

use jiff::{SignedDuration, Timestamp};
use landscape_stub::{Config, Seed, Sizes};
use serde_json::{Value, json};

use crate::client::Api;

const FLEET: Seed = Seed::Many(Sizes { contracts: 500, licenses: 200, computers: 20_000, children: 0 });

#[tokio::test]
async fn a_fleet_has_computers_of_every_kind() {
    let api = Api::seeded(FLEET).await;
    for (query, expected) in [
        ("", 20_000),
        ("license-type:unlicensed", 8000),
        ("license-type:pro", 8000),
        ("license-type:free_pro", 2000),
        ("license-type:legacy", 2000),
        ("tag:web", 11_429),
        ("tag:database", 5714),
        ("tag:build", 2857),
        ("tag:canary", 400),
        ("distribution:22.04", 5454),
        ("distribution:20.04", 3636),
        ("access-group:branch-office", 2222),
        ("access-group:data-center", 4446),
        ("has-pro-management:false", 869),
        ("contract:contract-00005", 40),
        ("license-type:unlicensed tag:web distribution:22.04", 1248),
    ] {
        assert_eq!(count(&api, query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn a_computer_of_the_fleet_is_always_the_same() {
    let stands_at = "2026-11-23T12:00:00Z".parse().ok();
    let api = Api::with(Config { seed: FLEET, stands_at, ..Config::default() }).await;
    let computer = computer(&api, 1326).await;
    assert_eq!((&computer["title"], &computer["hostname"]), (&json!("Computer 1326"), &json!("host-01326")));
    assert_eq!((&computer["tags"], &computer["distribution"]), (&json!(["database"]), &json!("22.04")));
    assert_eq!(
        (&computer["access_group"], &computer["last_ping_time"]),
        (&json!("global"), &json!("2026-11-23T11:52:18Z"))
    );
    assert_eq!(computer["cloud_instance_metadata"]["instance-type"], "m5.large");
    let info = &computer["ubuntu_pro_info"];
    assert_eq!((&info["contract"]["id"], status(info, "fips-updates")), (&json!("contract-00327"), "enabled"));
}

#[tokio::test]
async fn some_of_a_fleet_are_offline_and_some_without_the_service_landscape() {
    let api = Api::seeded(FLEET).await;
    let offline = computer(&api, 29).await;
    let ping: Timestamp = offline["last_ping_time"].as_str().and_then(|time| time.parse().ok()).expect("it is a time");
    assert!(Timestamp::now().duration_since(ping) > SignedDuration::from_hours(900));
    assert_eq!(status(&computer(&api, 4).await["ubuntu_pro_info"], "landscape"), "enabled");
    assert_eq!(status(&computer(&api, 7).await["ubuntu_pro_info"], "landscape"), "n/a");
}

#[tokio::test]
async fn those_of_the_attachment_under_way_can_be_reached() {
    let api = Api::seeded(Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 100, children: 46 })).await;
    assert_eq!(count(&api, "has-pro-management:false").await, 2);
}

async fn computer(api: &Api, id: u64) -> Value {
    api.get(&format!("/computers?query=id:{id}")).await["results"][0].clone()
}

fn status<'info>(info: &'info Value, name: &str) -> &'info str {
    let services = info["services"].as_array().expect("services is a list").iter();
    services
        .filter(|service| service["name"] == name)
        .find_map(|service| service["status"].as_str())
        .unwrap_or_default()
}

async fn count(api: &Api, query: &str) -> u64 {
    let path = format!("/computers?limit=1&root_only=false&query={}", query.replace(' ', "%20"));
    api.get(&path).await["count"].as_u64().expect("count is a number")
}
