use super::*;
use crate::api::page::Page;
use serde_json::{Value, json};

const DONE: &str = "2026-11-23T18:00:00Z";

fn contract(id: &str) -> ContractId {
    ContractId(id.to_owned())
}

fn before(computers: &[(i64, Option<&str>)]) -> Before {
    computers.iter().map(|(id, of)| (ComputerId(*id), of.map(contract))).collect()
}

/// What a success tells of a computer on a contract.
fn on(id: &str) -> Value {
    json!(json!({"attached": true, "contract": {"id": id}}).to_string())
}

fn children(results: &[(i64, &str, Value)]) -> Children {
    let child = |(computer, status, text): &(i64, &str, Value)| {
        let child = json!({"id": computer + 100, "computer_id": computer, "activity_status": status,
            "result_text": text, "completion_time": DONE});
        serde_json::from_value(child).expect("it is an activity")
    };
    let mut children = Children::default();
    children.merge(0, Page::new(None, results.iter().map(child).collect()));
    children
}

fn computer(id: i64, info: Value) -> Computer {
    serde_json::from_value(json!({"id": id, "ubuntu_pro_info": info})).expect("it is a computer")
}

fn at(hour: i8, minute: i8) -> DateTime {
    jiff::civil::datetime(2026, 11, 23, hour, minute, 0, 0)
}

fn judge(before: &Before, children: &Children) -> Verdicts {
    let mut evidence = Evidence::default();
    evidence.read(before, children);
    evidence.judge(before)
}

fn ids(of: &[i64]) -> Vec<ComputerId> {
    of.iter().copied().map(ComputerId).collect()
}

#[test]
fn the_contract_of_afterwards_tells_whether_the_token_was_replaced() {
    let before = before(&[(1, Some("old")), (2, Some("old")), (3, None), (4, Some("old")), (5, Some("old"))]);
    let children = children(&[
        (1, "succeeded", on("new")),
        (2, "complete", on("old")),
        (3, "succeeded", on("new")),
        (4, "failed", json!("Invalid pro token provided.")),
        (5, "delivered", Value::Null),
        (6, "succeeded", on("old")),
    ]);
    let verdicts = judge(&before, &children);
    assert_eq!((verdicts.changed, verdicts.unchanged, verdicts.not_known), (ids(&[1]), ids(&[2]), ids(&[3])));
    assert_eq!((verdicts.total, verdicts.to_come, verdicts.failed, verdicts.not_known_yet), (5, 1, 1, ids(&[])));
}

#[test]
fn a_success_that_does_not_tell_is_neither() {
    let before = before(&[(1, Some("old")), (2, Some("old")), (3, Some("old")), (4, Some("old")), (5, Some("old"))]);
    let children = children(&[
        (1, "succeeded", Value::Null),
        (2, "succeeded", json!("done")),
        (3, "succeeded", json!(r#"{"attached": true}"#)),
        (4, "succeeded", on("")),
        (5, "succeeded", json!(r#"{"attached": false, "contract": {"id": "new"}}"#)),
    ]);
    let verdicts = judge(&before, &children);
    assert_eq!(verdicts.not_known_yet, ids(&[1, 2, 3, 4, 5]));
    assert!(verdicts.changed.is_empty() && verdicts.unchanged.is_empty());
}

/// What is said of a computer that was on `old`, by what Landscape says of it at some time.
#[track_caller]
fn check_told(info: Value, at: DateTime, expected: Verdict) {
    let before = before(&[(1, Some("old"))]);
    let mut evidence = Evidence::default();
    evidence.read(&before, &children(&[(1, "succeeded", Value::Null)]));
    evidence.hear(&[computer(1, info.clone())], at);
    assert_eq!(evidence.verdict(ComputerId(1), Some(&contract("old"))), expected, "{info} at {at}");
}

#[test]
fn what_landscape_says_may_lag_behind() {
    let is_on = |id: &str| json!({"attached": true, "contract": {"id": id}});
    check_told(is_on("new"), at(18, 1), Verdict::Changed);
    check_told(is_on("old"), at(18, 1), Verdict::NotKnownYet);
    check_told(is_on("old"), at(18, 19), Verdict::NotKnownYet);
    check_told(is_on("old"), at(18, 20), Verdict::Unchanged);
    check_told(json!({"attached": true}), at(23, 0), Verdict::NotKnownYet);
    check_told(Value::Null, at(23, 0), Verdict::NotKnownYet);
}

#[test]
fn a_contract_of_before_that_was_not_told_is_never_guessed() {
    let before = before(&[(1, None)]);
    let mut evidence = Evidence::default();
    evidence.read(&before, &children(&[(1, "succeeded", Value::Null)]));
    evidence.hear(&[computer(1, json!({"attached": true, "contract": {"id": "new"}}))], at(23, 0));
    assert_eq!(evidence.judge(&before).not_known, ids(&[1]));
}

#[test]
fn each_success_is_read_once() {
    let before = before(&[(1, Some("old"))]);
    let mut evidence = Evidence::default();
    assert!(!evidence.read(&before, &children(&[(1, "delivered", Value::Null)])));
    assert!(evidence.read(&before, &children(&[(1, "succeeded", on("old"))])));
    assert!(!evidence.read(&before, &children(&[(1, "succeeded", on("old"))])));
}
