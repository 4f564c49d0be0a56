use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    time::Duration,
};

use landscape_stub::{Config, Site};
use serde_json::{Value, json};

use crate::client::{Api, PRO_TOKEN};

/// The types seen at each place of a JSON document; the elements of a list share one place.
type Shape = BTreeMap<String, BTreeSet<&'static str>>;

#[tokio::test]
async fn sign_in_has_the_documented_shape() {
    let api = Api::demo().await;
    let login = json!({ "email": "john.smith@example.com", "password": "landscape" });
    check("login", &api.post("/login", login).await);
    let keys = json!({ "access_key": "LANDSCAPEKEY", "secret_key": "landscape-secret" });
    check("login-access-key", &api.post("/login/access-key", keys).await);
    check("switch-account", &api.post("/switch-account", json!({ "account_name": "lab" })).await);
}

#[tokio::test]
async fn licenses_and_contracts_have_the_documented_shape() {
    let api = Api::demo().await;
    check("contracts", &api.get("/contracts").await);
    check("contract", &api.get("/contracts/contract-id-1").await);
    check("legacy-licenses", &api.get("/legacy-licenses").await);
    check("legacy-license", &api.get("/legacy-licenses/8").await);
}

#[tokio::test]
async fn the_documented_samples_are_in_the_demo_data() {
    let api = Api::demo().await;
    assert_eq!(api.get("/contracts/contract-id-1").await, fixture("contract"));
    assert_eq!(api.get("/legacy-licenses/8").await, fixture("legacy-license"));
    let contracts = api.get("/contracts").await;
    assert_eq!(first_three(&contracts), first_three(&fixture("contracts")));
    let licenses = api.get("/legacy-licenses").await;
    assert_eq!(first_three(&licenses), first_three(&fixture("legacy-licenses")));
}

#[tokio::test]
async fn attaching_and_detaching_have_the_documented_shape() {
    let api = Api::demo().await;
    let attached = api.post("/attach-token", json!({ "computer_ids": [1, 2], "token": PRO_TOKEN })).await;
    check("attach-token", &attached);
    api.stub.advance(Duration::from_secs(10));
    let detached = api.post("/detach-token", json!({ "computer_ids": [1, 2] })).await;
    check("detach-token", &detached);
    for (answer, name) in [(attached, "attach-token"), (detached, "detach-token")] {
        assert_eq!(without_circumstances(answer), without_circumstances(fixture(name)));
    }
}

#[tokio::test]
async fn activities_and_computers_have_the_described_shape() {
    let api = Api::demo().await;
    check("activity", &api.get("/activities/103").await);
    check("activities", &api.get("/activities?limit=9").await);
    check("activities-parents", &api.get("/activities/parents").await);
    check("computers", &api.get("/computers?root_only=false&offset=1&limit=43").await);
}

#[tokio::test]
async fn what_nobody_documents_has_the_shape_that_the_dashboard_reads() {
    let api = Api::with(Config { site: Some(Site::SINGLE_SIGN_ON), ..Config::default() }).await;
    let answer = api.send("POST", "/new_dashboard/sign-in", &[], "").await.expect("there should be an answer");
    let (cookie, _) = answer.header("set-cookie").split_once(';').expect("a cookie is set");
    let me = api.send("GET", "/api/v2/me", &[("cookie", cookie)], "").await.expect("there should be an answer");
    check("me", &me.json());
    check("about", &api.get("/about").await);
    check("features", &api.get("/features").await);
    check("login-methods", &api.get("/login/methods").await);
}

#[tokio::test]
async fn errors_have_the_described_shape() {
    let api = Api::demo().await;
    check("error", &api.answer("GET", "/computers?query=colour:red", "").await.json());
}

#[test]
fn every_fixture_is_compared() {
    let compared = include_str!("shapes.rs");
    for entry in fs::read_dir(folder()).expect("the folder should be there") {
        let path = entry.expect("the folder should be readable").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a fixture has a name");
        assert!(compared.contains(&format!("check(\"{name}\"")), "{name} is not compared");
    }
}

/// The live answer has the same keys everywhere, and no type that the fixture has not there.
#[track_caller]
fn check(name: &str, live: &Value) {
    let (documented, live) = (shape(&fixture(name)), shape(live));
    let keys = |shape: &Shape| shape.keys().cloned().collect::<BTreeSet<_>>();
    let (live_keys, documented_keys) = (keys(&live), keys(&documented));
    let differing: Vec<&String> = live_keys.symmetric_difference(&documented_keys).collect();
    assert!(differing.is_empty(), "{name}: {differing:?}");
    for (place, types) in &live {
        assert!(types.is_subset(&documented[place]), "{name}: {place} is {types:?}");
    }
}

fn shape(value: &Value) -> Shape {
    let mut shape = Shape::new();
    describe("", value, &mut shape);
    shape
}

fn describe(place: &str, value: &Value, shape: &mut Shape) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    };
    shape.entry(place.to_owned()).or_default().insert(kind);
    match value {
        Value::Array(elements) => elements.iter().for_each(|element| describe(&format!("{place}[]"), element, shape)),
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| describe(&format!("{place}.{key}"), member, shape));
        }
        _ => {}
    }
}

/// What differs from one request to the next, and the address that the documentation's pages hide.
fn without_circumstances(mut answer: Value) -> Value {
    answer["activity"]["creation_time"] = Value::Null;
    answer["activity"]["creator"]["email"] = Value::Null;
    answer
}

fn first_three(list: &Value) -> Vec<Value> {
    list["results"].as_array().expect("results is a list").iter().take(3).cloned().collect()
}

fn fixture(name: &str) -> Value {
    let text = fs::read_to_string(format!("{}/{name}.json", folder())).expect("the fixture should be there");
    serde_json::from_str(&text).expect("the fixture should be JSON")
}

fn folder() -> String {
    format!("{}/fixtures", env!("CARGO_MANIFEST_DIR"))
}
