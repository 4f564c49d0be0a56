use std::collections::HashSet;

use serde_json::json;

use super::*;
use crate::api::computer::Computer;
use crate::api::page::List;
use crate::api::row::Unreadable;

/// Computers 1 to 9 are unlicensed, 10 to 19 attached to `c-1`, 20 to 29 to `c-2`, and 30 to 39 say no contract. 40 is a
/// cloud's, with FIPS. 46 and 47 share a hostname. Those from 60 have Pro management off; 65 and above are attached too.
fn computer(id: i64) -> Computer {
    let contract = match id {
        10..=19 => Some("c-1"),
        20..=29 | 40 => Some("c-2"),
        _ => None,
    };
    let is_attached = contract.is_some() || (30..=39).contains(&id) || id >= 65;
    let services = if id == 40 { json!([{"name": "fips", "status": "enabled"}]) } else { json!([]) };
    let hostname = if id == 46 || id == 47 { "twin".to_owned() } else { format!("host-{id}") };
    let cloud = if id == 40 { json!({"instance-id": "i-1"}) } else { json!({}) };
    let info = json!({"attached": is_attached, "contract": {"id": contract}, "services": services});
    let computer = json!({
        "id": id, "hostname": hostname, "ubuntu_pro_info": info, "cloud_instance_metadata": cloud,
    });
    serde_json::from_value(computer).expect("it is a computer")
}

fn known(mentions: &Mentions) -> Known {
    let mut known = Known::begin(mentions, 0);
    known.take((1..70).map(computer));
    known.management = Management::OffOn((60..70).map(ComputerId).collect());
    known
}

#[test]
fn what_could_not_be_read_is_sent_and_asked_about() {
    let mentions = Mentions::parse("1, 4712");
    let mut known = known(&mentions);
    let unreadable = vec![Unreadable { place: 3, id: Some("4712".to_owned()), reason: "odd".to_owned() }];
    known.take_list(List { results: Vec::new(), unreadable });
    for request in [ProRequest::Attach, ProRequest::Detach] {
        let plan = Plan::of(request, &mentions, &known, &Keeps::default(), None);
        assert!(plan.parcel.order.computer_ids.contains(&ComputerId(4712)), "{plan:?}");
        assert_eq!(plan.verdict(), Verdict::Ask);
        assert_eq!(plan.groups.last().map(|group| (group.standing, group.now)), Some((Standing::Unread, 1)));
    }
}

fn plan(request: ProRequest, text: &str, keeps: &[Standing], first: Option<usize>) -> Plan {
    let mentions = Mentions::parse(text);
    Plan::of(request, &mentions, &known(&mentions), &keeps.iter().copied().collect(), first)
}

fn left_out_count(parcel: &Parcel) -> usize {
    parcel.left_out.iter().map(|(_, computers)| computers.len()).sum()
}

fn numbers(ids: &[ComputerId]) -> Vec<i64> {
    ids.iter().map(|id| id.0).collect()
}

#[track_caller]
fn check_groups(plan: &Plan, expected: &[(Standing, &[i64], usize)]) {
    let groups: Vec<_> = plan.groups.iter().map(|it| (it.standing, numbers(&it.computers), it.now)).collect();
    let expected: Vec<_> = expected.iter().map(|(standing, ids, now)| (*standing, ids.to_vec(), *now)).collect();
    assert_eq!(groups, expected);
}

#[track_caller]
fn check_sent(plan: &Plan, ids: &[i64]) {
    assert_eq!(numbers(&plan.parcel.order.computer_ids), ids);
}

use Standing::{Attaches, Detaches, NotAttached, Replaces, Unlisted, Unmanageable};

#[test]
fn attaching_tells_new_replaced_left_out_and_unlisted_apart() {
    let plan = plan(ProRequest::Attach, "20, 1, 60, 10, 4711, host-2, 65, 11", &[], None);
    check_groups(
        &plan,
        &[(Attaches, &[1, 2], 2), (Replaces, &[20, 10, 11], 3), (Unmanageable, &[60, 65], 0), (Unlisted, &[4711], 1)],
    );
    check_sent(&plan, &[20, 1, 10, 4711, 2, 11]);
    assert_eq!(plan.parcel.left_out, [(Unmanageable, vec![ComputerId(60), ComputerId(65)])]);
    let contract = |id: &str| Some(ContractId(id.to_owned()));
    assert_eq!(plan.contracts, [(contract("c-1"), 2), (contract("c-2"), 1)]);
    assert_eq!(plan.replaced_count(), 3);
    assert_eq!((plan.total(), plan.risks.len(), plan.parcel.rest.len()), (8, 0, 0));
}

#[test]
fn what_is_kept_is_sent_and_its_token_counts_as_replaced() {
    let plan = plan(ProRequest::Attach, "1, 60, 65", &[Unmanageable], None);
    check_sent(&plan, &[1, 60, 65]);
    assert_eq!(plan.parcel.order.replaced.keys().map(|id| id.0).collect::<Vec<_>>(), [65]);
    assert!(plan.parcel.left_out.is_empty());
    check_groups(&plan, &[(Attaches, &[1], 1), (Unmanageable, &[60, 65], 2)]);
}

#[test]
fn detaching_leaves_out_what_has_no_token_or_cannot_do_it() {
    let plan = plan(ProRequest::Detach, "1 10 60 65 30 4711", &[], None);
    check_groups(
        &plan,
        &[(Detaches, &[10, 30], 2), (NotAttached, &[1], 0), (Unmanageable, &[60, 65], 0), (Unlisted, &[4711], 1)],
    );
    check_sent(&plan, &[10, 30, 4711]);
    assert_eq!(left_out_count(&plan.parcel), 3);
    assert_eq!(plan.contracts.last(), Some(&(None, 1)), "those without a contract come last");
    assert!(plan.parcel.order.replaced.is_empty());
}

#[test]
fn each_reason_is_kept_by_itself() {
    check_sent(&plan(ProRequest::Detach, "1 10 60", &[NotAttached], None), &[1, 10]);
    check_sent(&plan(ProRequest::Detach, "1 10 60", &[Unmanageable], None), &[10, 60]);
    check_sent(&plan(ProRequest::Detach, "1 10 60", &[NotAttached, Unmanageable], None), &[1, 10, 60]);
}

#[test]
fn what_goes_wrong_is_counted_for_those_that_are_detached_now() {
    let of = |risk| (risk, vec![ComputerId(40)]);
    let risks = plan(ProRequest::Detach, "10 40", &[], None).risks;
    assert_eq!(risks, [of(Risk::Services), of(Risk::Fips), of(Risk::Cloud)]);
    assert_eq!(plan(ProRequest::Detach, "10 40", &[], Some(1)).risks, []);
    assert_eq!(plan(ProRequest::Attach, "40", &[], None).risks, []);
}

#[test]
fn nobody_is_left_out_for_what_could_not_be_checked() {
    let mentions = Mentions::parse("1 60");
    let mut known = known(&mentions);
    known.management = Management::Unknown;
    let plan = Plan::of(ProRequest::Attach, &mentions, &known, &Keeps::new(), None);
    check_sent(&plan, &[1, 60]);
    assert!(plan.is_management_unknown);
    assert_eq!(plan.verdict(), Verdict::Send);
}

#[test]
fn hostnames_of_none_or_of_several_are_named_and_one_of_a_known_id_is_folded() {
    let plan = plan(ProRequest::Attach, "1, host-1, gone, Twin, 1", &[], None);
    let twins = vec![ComputerId(46), ComputerId(47)];
    assert_eq!(
        plan.unresolved,
        [Unresolved::Missing("gone".to_owned()), Unresolved::Ambiguous("Twin".to_owned(), twins)]
    );
    check_sent(&plan, &[1]);
    assert_eq!(plan.parcel.order.duplicates, 2);
    assert_eq!(plan.verdict(), Verdict::Mend);
}

#[track_caller]
fn check_stage(text: &str, first: usize, sent: &[i64], left_out: usize, rest: &str) {
    let plan = plan(ProRequest::Attach, text, &[], Some(first));
    check_sent(&plan, sent);
    assert_eq!((left_out_count(&plan.parcel), plan.parcel.rest_text().as_str()), (left_out, rest), "{first} of {text}");
}

#[test]
fn a_stage_takes_the_first_and_leaves_the_rest_as_it_was_typed() {
    check_stage("3, host-1, 2", 1, &[3], 0, "host-1, 2");
    check_stage("3, host-1, 2", 2, &[3, 1], 0, "2");
    check_stage("3, host-1, 2", 3, &[3, 1, 2], 0, "");
    check_stage("3, host-1, 2", 9, &[3, 1, 2], 0, "");
}

#[test]
fn those_left_out_stay_for_their_stage() {
    check_stage("60, 1, 61, 2, 62", 1, &[1], 1, "61, 2, 62");
    check_stage("61, 2, 62", 1, &[2], 2, "");
    check_stage("60, 61", 1, &[], 2, "");
}

#[test]
fn every_computer_is_sent_left_out_or_stays() {
    let texts = ["1 2 10 60 30 65 4711 host-3 47", "60 61", "4711", "10 11 12"];
    for (request, text) in
        [ProRequest::Attach, ProRequest::Detach].into_iter().flat_map(|it| texts.map(|text| (it, text)))
    {
        for first in [None, Some(1), Some(3), Some(100)] {
            let plan = plan(request, text, &[], first);
            let parcel = &plan.parcel;
            let sent = parcel.order.computer_ids.len();
            assert_eq!(sent + left_out_count(parcel) + parcel.rest.len(), plan.total(), "{text} {first:?}");
            let once: HashSet<_> = parcel.order.computer_ids.iter().collect();
            assert_eq!(once.len(), sent);
            assert_eq!(plan.groups.iter().map(|group| group.now).sum::<usize>(), sent);
            assert!(first.is_none_or(|first| sent <= first));
        }
    }
}

#[track_caller]
fn check_verdict(request: ProRequest, text: &str, keeps: &[Standing], expected: Verdict) {
    assert_eq!(plan(request, text, keeps, None).verdict(), expected, "{text}");
}

#[test]
fn attaching_is_asked_about_where_not_all_is_plain_and_detaching_always() {
    check_verdict(ProRequest::Attach, "1 2 4711", &[], Verdict::Send);
    check_verdict(ProRequest::Attach, "1 10", &[], Verdict::Ask);
    check_verdict(ProRequest::Attach, "1 60", &[], Verdict::Ask);
    check_verdict(ProRequest::Attach, "1 60", &[Unmanageable], Verdict::Send);
    check_verdict(ProRequest::Attach, "1 65", &[Unmanageable], Verdict::Ask);
    check_verdict(ProRequest::Attach, "60 61", &[], Verdict::Nothing);
    check_verdict(ProRequest::Detach, "10", &[], Verdict::Ask);
    check_verdict(ProRequest::Detach, "1", &[], Verdict::Nothing);
}
