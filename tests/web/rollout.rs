//! Orders that go out in several requests, and whether tokens were replaced.

use std::collections::BTreeMap;

use landscape_licensing::api::activity::Activity;
use landscape_licensing::api::id::{ActivityId, ComputerId, ContractId};
use landscape_licensing::api::page::Page as Part;
use landscape_licensing::api::token::Secret;
use landscape_licensing::components::replaced_tokens::ReplacedTokens;
use landscape_licensing::follow::followed::Followed;
use landscape_licensing::follow::names::Names;
use landscape_licensing::rollout::checking::verify;
use landscape_licensing::rollout::order::Order;
use landscape_licensing::rollout::sending::{Rollout, Write};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;
use crate::pages::open;
use crate::people::signed_in;
use crate::server::Server;
use crate::wait::{settle, until};

const QUEUED: &str = r#"{"activity": {"id": 113, "activity_status": "queued"}}"#;

/// Sets how many computers one request carries, as whoever hosts the app does.
fn set_batch_size(content: &str) -> web_sys::Element {
    let meta = document().create_element("meta").expect("it can be made");
    meta.set_attribute("name", "licensing-batch-size").expect("it can be set");
    meta.set_attribute("content", content).expect("it can be set");
    document().head().expect("a page has a head").append_child(&meta).expect("it takes children");
    meta
}

fn order(replaced: &[(i64, Option<&str>)]) -> Order {
    let contract = |id: &&str| ContractId((*id).to_owned());
    let replaced: BTreeMap<_, _> =
        replaced.iter().map(|(id, of)| (ComputerId(*id), of.as_ref().map(contract))).collect();
    Order { computer_ids: (1..=5).map(ComputerId).collect(), duplicates: 0, replaced }
}

fn send(rollout: Rollout, order: Order) {
    let client = untrack(|| signed_in().client()).expect("somebody is signed in");
    rollout.send(order, client, Write::Attach(Secret::new("C1".to_owned())), |_| false);
}

/// Sends five computers with the setting, and gives the bodies of the requests.
async fn bodies(setting: &str) -> Vec<String> {
    let _page = open("/attach");
    let meta = set_batch_size(setting);
    let server = Server::answering(200, QUEUED);
    let rollout = Rollout::new();
    meta.remove();
    send(rollout, order(&[]));
    until(|| untrack(|| !rollout.is_sending())).await;
    server.sent().into_iter().map(|sent| sent.body).collect()
}

#[wasm_bindgen_test]
async fn one_request_carries_as_many_computers_as_is_set() {
    let bodies_of_two = [
        r#"{"computer_ids":[1,2],"token":"C1"}"#,
        r#"{"computer_ids":[3,4],"token":"C1"}"#,
        r#"{"computer_ids":[5],"token":"C1"}"#,
    ];
    assert_eq!(bodies("2").await, bodies_of_two);
    for setting in ["5", "10000", "0", "many", ""] {
        assert_eq!(bodies(setting).await, [r#"{"computer_ids":[1,2,3,4,5],"token":"C1"}"#], "{setting}");
    }
}

fn child(computer: i64, status: &str, contract: Option<&str>) -> Activity {
    let text = match contract {
        Some(id) => serde_json::json!({"attached": true, "contract": {"id": id}}).to_string(),
        None => String::new(),
    };
    let json = serde_json::json!({
        "id": computer + 113, "parent_id": 113, "computer_id": computer, "activity_status": status,
        "result_text": text, "completion_time": "2020-01-01T00:00:00Z",
    });
    serde_json::from_value(json).expect("it is an activity")
}

/// Five computers were sent, some of which had a token. The test says what becomes known of them.
async fn compare(replaced: &[(i64, Option<&str>)]) -> (Page, Followed) {
    let page = open("/attach");
    Server::answering_lines(|line| match line {
        line if line.starts_with("POST") => (200, QUEUED),
        line if line.contains("id%3A3") => (200, COMPUTERS),
        _ => (200, r#"{"results": []}"#),
    });
    let rollout = Rollout::new();
    send(rollout, order(replaced));
    until(|| untrack(|| !rollout.is_sending())).await;
    let followed = Followed::new(ActivityId(113), None, Names::new(), Callback::new(|()| ()));
    let verification = verify(rollout.batches(), followed);
    page.show(move || view! { <ReplacedTokens verification /> });
    (page, followed)
}

const COMPUTERS: &str = r#"{"results": [{"id": 3, "ubuntu_pro_info": {"attached": true, "contract": {"id": "new"}}},
    {"id": 4, "ubuntu_pro_info": {"attached": true}}]}"#;

fn tell(followed: Followed, results: Vec<Activity>) {
    followed.children.update(|children| {
        children.read_anew();
        children.merge(0, Part::new(None, results));
    });
}

#[wasm_bindgen_test]
async fn an_unchanged_contract_is_never_called_a_success() {
    let (page, followed) = compare(&[(1, Some("old")), (2, Some("old"))]).await;
    until(|| page.names("heading") == ["Token replaced on 0 of 2 computers that had a token"]).await;
    assert!(page.text().contains("2 computers have not answered yet."));
    tell(followed, vec![child(1, "succeeded", Some("old")), child(2, "delivered", None)]);
    let unchanged = "Unchanged on 1 of 2 computers that had a token";
    until(|| page.names("heading")[0] == unchanged).await;
    tell(followed, vec![child(1, "succeeded", Some("old")), child(2, "succeeded", Some("new"))]);
    until(|| page.names("heading") == [unchanged, "Token replaced on 1 of 2 computers that had a token"]).await;
    assert!(page.has(".p-notification--caution") && !page.has(".p-notification--positive"));
    assert!(page.text().contains("detach, wait until that has succeeded, then attach the token again"));
    let link = page.find("link", "Computer 1");
    assert_eq!(link.get_attribute("href").as_deref(), Some("/licensing/computers/1"));
}

#[wasm_bindgen_test]
async fn tokens_that_were_replaced_are_told_and_others_are_no_matter() {
    let (page, followed) = compare(&[(1, Some("old"))]).await;
    tell(followed, vec![child(1, "succeeded", Some("new")), child(2, "succeeded", Some("old"))]);
    until(|| page.names("heading") == ["Token replaced on 1 of 1 computer that had a token"]).await;
    until(|| page.has(".p-notification--positive")).await;
    let (page, followed) = compare(&[]).await;
    tell(followed, vec![child(1, "succeeded", Some("new"))]);
    settle().await;
    assert!(!page.has("heading"));
}

#[wasm_bindgen_test]
async fn what_an_answer_does_not_tell_is_asked_for_once_all_have_answered() {
    let (page, followed) = compare(&[(3, Some("old")), (4, Some("old")), (5, None)]).await;
    tell(followed, vec![child(3, "succeeded", None), child(4, "succeeded", None), child(5, "succeeded", Some("new"))]);
    until(|| page.names("heading") == ["Token replaced on 1 of 3 computers that had a token"]).await;
    assert!(page.text().contains("Not known yet for 1 computer:"), "{}", page.text());
    assert!(page.text().contains("Not known for 1 computer: it was not told which contract there was before."));
    page.press("Check again");
    settle().await;
    assert!(page.text().contains("Not known yet for 1 computer:"));
}
