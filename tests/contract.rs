//! Every documented answer decodes into the type that its endpoint returns, with the values that are documented.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use landscape_licensing::api::activity::Activity;
use landscape_licensing::api::attachment::Attachment;
use landscape_licensing::api::auth::{Login, Me, SwitchedAccount};
use landscape_licensing::api::computer::Computer;
use landscape_licensing::api::contract::Contract;
use landscape_licensing::api::date::ApiDate;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::api::id::{ActivityId, ComputerId, ContractId, LicenseId};
use landscape_licensing::api::interpret::{AnswerHeaders, FromAnswer, interpret};
use landscape_licensing::api::license::License;
use landscape_licensing::api::page::{List, Page};
use landscape_licensing::api::server::{About, Features, LoginMethods, PasswordOf};

/// A file, and what is documented of its text.
type Fixture = (&'static str, fn(&str));

const FIXTURES: [Fixture; 18] = [
    ("about.json", about),
    ("activities-parents.json", activities_parents),
    ("activities.json", activities),
    ("activity.json", activity),
    ("attach-token.json", attach_token),
    ("computers.json", computers),
    ("contract.json", contract),
    ("contracts.json", contracts),
    ("detach-token.json", detach_token),
    ("error.json", error),
    ("features.json", features),
    ("legacy-license.json", legacy_license),
    ("legacy-licenses.json", legacy_licenses),
    ("login-access-key.json", login),
    ("login-methods.json", login_methods),
    ("login.json", login),
    ("me.json", me),
    ("switch-account.json", switch_account),
];

#[test]
fn every_documented_answer_decodes_with_its_documented_values() {
    for (file, check) in FIXTURES {
        let path = folder().join(file);
        check(&std::fs::read_to_string(path).expect("the table names files that there are"));
    }
}

#[test]
fn no_fixture_is_left_out() {
    let there: BTreeSet<String> = std::fs::read_dir(folder())
        .expect("the fixtures have a folder")
        .map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned())
        .filter(|file| Path::new(file).extension().is_some_and(|extension| extension == "json"))
        .collect();
    let covered = FIXTURES.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(there, covered);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/landscape-stub/fixtures")
}

fn answer<T: FromAnswer>(status: u16, body: &str) -> Result<T, ApiError> {
    let headers = AnswerHeaders { content_type: Some("application/json".to_owned()), ..AnswerHeaders::default() };
    interpret(status, &headers, body.as_bytes())
}

#[track_caller]
fn decode<T: FromAnswer>(body: &str) -> T {
    match answer(200, body) {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}

fn contract(body: &str) {
    check_contract(&decode(body), 1, "contract-id-1", "2025-12-31T00:00:00");
}

fn contracts(body: &str) {
    let List { results, unreadable } = decode::<List<Contract>>(body);
    assert_eq!(unreadable, []);
    assert_eq!(results.len(), 3);
    check_contract(&results[0], 1, "contract-id-1", "2025-12-31T00:00:00");
    check_contract(&results[1], 2, "contract-id-2", "2026-12-31T00:00:00");
    check_contract(&results[2], 3, "contract-id-3", "3000-01-01T00:00:00");
}

#[track_caller]
fn check_contract(contract: &Contract, id: i64, contract_id: &str, end: &str) {
    assert_eq!((contract.id, &contract.contract_id), (id, &ContractId(contract_id.to_owned())));
    assert_eq!(written(contract.expiration_date.as_ref()), Some(end));
}

fn written(date: Option<&ApiDate>) -> Option<&str> {
    date.map(ApiDate::as_written)
}

fn legacy_license(body: &str) {
    check_license(&decode(body), 8, Some(4), Some("2026-09-17"));
}

fn legacy_licenses(body: &str) {
    let List { results, unreadable } = decode::<List<License>>(body);
    assert_eq!(unreadable, []);
    assert_eq!(results.len(), 3);
    check_license(&results[0], 1, Some(12), None);
    check_license(&results[1], 8, Some(4), Some("2026-09-17"));
    check_license(&results[2], 9, Some(9), Some("2026-09-17"));
}

#[track_caller]
fn check_license(license: &License, id: i64, seats: Option<i64>, end: Option<&str>) {
    assert_eq!((license.id, license.available_seats), (LicenseId(id), seats));
    assert_eq!(written(license.expiration_date.as_ref()), end);
}

fn attach_token(body: &str) {
    check_attachment(&decode(body), 113, "2025-09-19T14:24:07Z", "Attach a pro token to computers");
}

fn detach_token(body: &str) {
    check_attachment(&decode(body), 116, "2025-09-19T14:28:32Z", "Detach pro token from computers");
}

#[track_caller]
fn check_attachment(attachment: &Attachment, id: i64, created: &str, summary: &str) {
    let activity = attachment.activity.as_ref().expect("an activity is documented");
    assert_eq!((activity.id, activity.activity_status.word()), (ActivityId(id), Some("queued")));
    check_words(activity, "ActivityGroup", summary);
    check_creator(activity, "[email\u{a0}protected]");
    check_times(activity, created, None);
    assert_eq!((activity.deliver_delay_window, activity.parent_id), (Some(0), None));
    assert_eq!((activity.computer_id, activity.result_code, &activity.result_text), (None, None, &None));
    assert_eq!((attachment.invalid_computer_ids.len(), attachment.nonexistent_computer_ids.len()), (0, 0));
}

#[track_caller]
fn check_words(activity: &Activity, kind: &str, summary: &str) {
    assert_eq!((activity.kind.as_deref(), activity.summary.as_deref()), (Some(kind), Some(summary)));
}

#[track_caller]
fn check_creator(activity: &Activity, email: &str) {
    let creator = activity.creator.as_ref().expect("a creator is documented");
    assert_eq!((creator.id, creator.name.as_deref()), (Some(1), Some("John Smith")));
    assert_eq!(creator.email.as_deref(), Some(email));
}

/// No documented activity was approved by anybody.
#[track_caller]
fn check_times(activity: &Activity, created: &str, completed: Option<&str>) {
    assert_eq!(written(activity.creation_time.as_ref()), Some(created));
    assert_eq!(written(activity.completion_time.as_ref()), completed);
    assert_eq!(activity.approval_time, None);
}

fn activity(body: &str) {
    let activity: Activity = decode(body);
    assert_eq!((activity.id, activity.activity_status.word()), (ActivityId(115), Some("failed")));
    assert_eq!((activity.parent_id, activity.computer_id), (Some(ActivityId(113)), Some(ComputerId(15))));
    check_words(&activity, "AttachProRequest", "Attach a pro token to Busy with an upgrade");
    check_creator(&activity, "john.smith@example.com");
    check_times(&activity, "2025-09-19T14:24:07Z", Some("2025-09-19T14:24:12Z"));
    assert_eq!((activity.deliver_delay_window, activity.result_code), (Some(0), Some(1)));
    let result = "Unable to perform: pro attach.\nOperation in progress: pro enable (pid:1423)";
    assert_eq!(activity.result_text.as_deref(), Some(result));
}

fn activities(body: &str) {
    let page: Page<Activity> = decode(body);
    assert_eq!(page.count, Some(89));
    check_activities(
        &page,
        &[(117, "delivered", None), (115, "failed", None), (114, "succeeded", None), (113, "failed", None)],
    );
    let computers: Vec<_> = page.results.iter().map(|activity| activity.computer_id.map(|id| id.0)).collect();
    assert_eq!(computers, [Some(2), Some(15), Some(1), None]);
}

fn activities_parents(body: &str) {
    let page: Page<Activity> = decode(body);
    assert_eq!(page.count, Some(3));
    check_activities(&page, &[(116, "delivered", Some(1)), (113, "failed", Some(2)), (90, "succeeded", Some(1))]);
    assert!(page.results.iter().all(|activity| activity.parent_id.is_none()));
}

#[track_caller]
fn check_activities(page: &Page<Activity>, expected: &[(i64, &str, Option<u64>)]) {
    assert_eq!(page.unreadable, []);
    let found = page.results.iter().map(|activity| {
        (activity.id.0, activity.activity_status.word().expect("a status is documented"), activity.computer_count)
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

fn computers(body: &str) {
    let page: Page<Computer> = decode(body);
    assert_eq!(page.unreadable, []);
    assert_eq!((page.count, page.results.len()), (Some(48), 4));
    check_computer(&page.results[0], 4, "Cedar database 2", "cedar-db-2", Some("2026-12-31T00:00:00+00:00"));
    check_computer(&page.results[1], 22, "Ada's desktop (Windows)", "DESKTOP-ADA", None);
    check_computer(&page.results[2], 23, "Ada's WSL, attached", "ada-wsl-noble", Some("2026-12-31T00:00:00+00:00"));
    let end = Some("2030-09-19T00:00:00+00:00");
    check_computer(&page.results[3], 43, "Aurora worker 1 (cloud)", "ip-10-0-3-17", end);
}

/// Where a computer has Ubuntu Pro, it is attached and ends at `end`.
#[track_caller]
fn check_computer(computer: &Computer, id: i64, title: &str, hostname: &str, end: Option<&str>) {
    assert_eq!(computer.id, ComputerId(id));
    assert_eq!((computer.title.as_deref(), computer.hostname.as_deref()), (Some(title), Some(hostname)));
    let pro = computer.ubuntu_pro_info.as_ref();
    let told = pro.map(|pro| (pro.attached, pro.expires.as_ref().map(ApiDate::as_written)));
    assert_eq!(told, end.map(|end| (true, Some(end))));
}

fn login(body: &str) {
    let login: Login = decode(body);
    assert_eq!((login.email.as_deref(), login.name.as_deref()), (Some("john.smith@example.com"), Some("John Smith")));
    assert_eq!(login.current_account.as_deref(), Some("onward"));
    let claims = login.token.claims();
    assert_eq!((claims.expires_at, claims.account.as_deref()), (Some(1_725_039_276), Some("onward")));
    let accounts = login.accounts.expect("accounts are documented");
    let accounts: Vec<_> = accounts.iter().map(|account| (account.name.as_str(), account.title.as_deref())).collect();
    assert_eq!(accounts, [("onward", Some("Onward, Inc.")), ("lab", Some("Test lab"))]);
}

fn me(body: &str) {
    let Me(Some(login)) = decode(body) else { panic!("somebody is signed in") };
    assert_eq!((login.name.as_deref(), login.current_account.as_deref()), (Some("John Smith"), Some("onward")));
    assert!(login.token.claims().expires_at.is_some());
}

fn about(body: &str) {
    let about: About = decode(body);
    assert_eq!((about.self_hosted, about.package_version.as_deref()), (Some(true), Some("26.04.1")));
}

fn features(body: &str) {
    assert_eq!(decode::<Features>(body).licensing(), Some(true));
}

fn login_methods(body: &str) {
    let methods: LoginMethods = decode(body);
    assert_eq!((methods.password_of(), methods.single_sign_on()), (PasswordOf::Nobody, vec!["Okta".to_owned()]));
}

fn switch_account(body: &str) {
    let claims = decode::<SwitchedAccount>(body).token.claims();
    assert_eq!((claims.subject.as_deref(), claims.expires_at), (Some("john.smith@example.com"), Some(1_725_039_276)));
}

fn error(body: &str) {
    let message = Some("Invalid query term `colour:red`.".to_owned());
    assert_eq!(answer::<Contract>(400, body), Err(ApiError::Rejected { status: 400, message }));
}

#[test]
fn unknown_fields_are_ignored() {
    let contract: Contract =
        decode(r#"{"id": 1, "contract_id": "c", "seats": {"of": [1]}, "expiration_date": "2025-12-31"}"#);
    check_contract(&contract, 1, "c", "2025-12-31");
    let list: List<License> = decode(r#"{"results": [{"id": 8, "in_use": 3}], "count": 1, "next": null}"#);
    check_license(&list.results[0], 8, None, None);
    let activity: Activity = decode(r#"{"id": 1, "modification_time": "x", "creator": {"id": 2, "roles": []}}"#);
    assert_eq!(activity.creator.and_then(|creator| creator.id), Some(2));
    let answer: Attachment = decode(r#"{"activity": null, "warnings": ["x"], "invalid_computer_ids": [3]}"#);
    assert_eq!(answer.invalid_computer_ids, [ComputerId(3)]);
}

#[test]
fn any_status_is_kept_to_the_letter_and_none_is_none() {
    #[track_caller]
    fn check(status: &str, expected: Option<&str>) {
        let activity: Activity = decode(&format!(r#"{{"id": 1{status}}}"#));
        assert_eq!(activity.activity_status.word(), expected);
    }
    check(r#", "activity_status": "levitating""#, Some("levitating"));
    check(r#", "activity_status": "In Progress""#, Some("In Progress"));
    check(r#", "activity_status": """#, None);
    check(r#", "activity_status": null"#, None);
    check("", None);
}

#[test]
fn what_may_be_missing_may_be_null_too() {
    let bare: Activity = decode(r#"{"id": 7}"#);
    let nulls = r#"{"id": 7, "activity_status": null, "summary": null, "type": null, "creator": null,
        "creation_time": null, "approval_time": null, "completion_time": null, "deliver_delay_window": null,
        "parent_id": null, "computer_id": null, "result_code": null, "result_text": null, "computer_count": null}"#;
    assert_eq!(decode::<Activity>(nulls), bare);
    assert_eq!((bare.id, bare.creator, bare.creation_time), (ActivityId(7), None, None));

    let bare: License = decode(r#"{"id": 8}"#);
    check_license(&bare, 8, None, None);
    assert_eq!(decode::<License>(r#"{"id": 8, "available_seats": null, "expiration_date": null}"#), bare);

    let bare: Contract = decode(r#"{"id": 1, "contract_id": "c"}"#);
    assert_eq!(bare.expiration_date, None);
    assert_eq!(decode::<Contract>(r#"{"id": 1, "contract_id": "c", "expiration_date": null}"#), bare);

    let bare: Computer = decode(r#"{"id": 4}"#);
    assert_eq!(decode::<Computer>(r#"{"id": 4, "title": null, "hostname": null, "ubuntu_pro_info": null}"#), bare);
    let detached: Computer = decode(r#"{"id": 4, "ubuntu_pro_info": {"result": "success"}}"#);
    assert_eq!(detached.ubuntu_pro_info.map(|pro| (pro.attached, pro.expires)), Some((false, None)));

    let bare: Login = decode(r#"{"token": "opaque"}"#);
    assert!(bare.accounts.is_none() && bare.email.is_none() && bare.token.claims().expires_at.is_none());
}

#[test]
fn an_answer_whose_activity_is_null_and_without_lists_has_none() {
    let nulls = r#"{"activity": null, "invalid_computer_ids": null, "nonexistent_computer_ids": null}"#;
    let expected = Attachment { activity: None, invalid_computer_ids: vec![], nonexistent_computer_ids: vec![] };
    assert_eq!(decode::<Attachment>(nulls), expected);
    assert_eq!(decode::<Attachment>(r#"{"activity": null}"#), expected);
    let queued: Attachment = decode(r#"{"activity": {"id": 113}}"#);
    assert_eq!(queued.activity.map(|activity| activity.id), Some(ActivityId(113)));
    assert_eq!((queued.invalid_computer_ids, queued.nonexistent_computer_ids), (vec![], vec![]));
}

/// It may have queued one all the same.
#[test]
fn an_answer_that_says_nothing_of_an_activity_is_none() {
    check_undecodable::<Attachment>("{}");
    check_undecodable::<Attachment>(r#"{"invalid_computer_ids": [1], "nonexistent_computer_ids": []}"#);
    check_undecodable::<Attachment>(r#"{"activity": {}}"#);
    check_undecodable::<Attachment>("null");
}

#[test]
fn nobody_has_a_session_where_there_is_no_token_or_no_account() {
    let is_nobody = |body: &str| decode::<Me>(body).0.is_none();
    assert!(is_nobody("{}") && is_nobody(r#"{"token": null}"#) && is_nobody(r#"{"error": "x"}"#));
    assert!(is_nobody(r#"{"token": "t", "accounts": []}"#) && is_nobody(r#"{"token": "t", "attach_code": "c"}"#));
    assert!(!is_nobody(r#"{"token": "t"}"#) && !is_nobody(r#"{"token": "t", "attach_code": null}"#));
    check_undecodable::<Me>(r#"{"token": ""}"#);
    check_undecodable::<Me>("null");
}

#[test]
fn a_token_that_could_not_stand_in_a_header_is_none() {
    for token in [r#""""#, r#""a b""#, r#""a\r\nX: 1""#, r#""\u00e9""#, r#""\u0000""#, "null", "5"] {
        check_undecodable::<Login>(&format!(r#"{{"token": {token}}}"#));
        check_undecodable::<SwitchedAccount>(&format!(r#"{{"token": {token}}}"#));
    }
    assert_eq!(decode::<SwitchedAccount>(r#"{"token": "opaque"}"#).token.claims().expires_at, None);
}

#[test]
fn ids_beyond_what_a_float_holds_are_exact() {
    const ODD: i64 = 9_007_199_254_740_993;
    let answer: Attachment = decode(&format!(
        r#"{{"activity": {{"id": {ODD}, "parent_id": {ODD}}}, "invalid_computer_ids": [{ODD}, {}], "nonexistent_computer_ids": [2]}}"#,
        i64::MAX
    ));
    let activity = answer.activity.expect("it has one");
    assert_eq!((activity.id, activity.parent_id), (ActivityId(ODD), Some(ActivityId(ODD))));
    assert_eq!(answer.invalid_computer_ids, [ComputerId(ODD), ComputerId(i64::MAX)]);
    assert_eq!(decode::<License>(&format!(r#"{{"id": {ODD}}}"#)).id.to_string(), "9007199254740993");
    assert_eq!(decode::<Contract>(&format!(r#"{{"id": {ODD}, "contract_id": "c"}}"#)).id, ODD);
    assert_eq!(decode::<Computer>(&format!(r#"{{"id": {ODD}}}"#)).id, ComputerId(ODD));
}

#[test]
fn empty_lists_are_lists() {
    assert_eq!(decode::<List<Contract>>(r#"{"results": []}"#).results, []);
    assert_eq!(decode::<List<License>>(r#"{"results": []}"#).results, []);
    let page: Page<Activity> = decode(r#"{"count": 0, "next": null, "previous": null, "results": []}"#);
    assert_eq!((page.count, page.results.len()), (Some(0), 0));
    assert_eq!(decode::<Page<Computer>>(r#"{"results": []}"#).count, None);
}

#[track_caller]
fn check_undecodable<T: FromAnswer>(body: &str) {
    assert!(matches!(answer::<T>(200, body), Err(ApiError::Undecodable { .. })), "{body}");
}

#[test]
fn what_is_always_there_may_not_be_missing() {
    check_undecodable::<Contract>(r#"{"id": 1}"#);
    check_undecodable::<License>(r#"{"available_seats": 1}"#);
    check_undecodable::<Activity>(r#"{"activity_status": "queued"}"#);
    check_undecodable::<List<Contract>>("{}");
    check_undecodable::<List<Contract>>("[]");
    check_undecodable::<Login>(r#"{"email": "john.smith@example.com"}"#);
}
