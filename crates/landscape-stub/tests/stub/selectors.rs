//! What `query` of `GET /computers` understands, selector by selector.

use landscape_stub::Config;
use serde_json::Value;

use crate::client::Api;

#[tokio::test]
async fn license_types_divide_the_computers_among_them() {
    let api = Api::demo().await;
    check(&api, "license-type:free_pro", &[17, 18, 26]).await;
    check(&api, "license-type:legacy", &[19, 20, 21, 41]).await;
    check(&api, "license-type:pro contract:contract-id-3", &[6, 8, 13, 36, 37]).await;
    check(&api, "license-type:unlicensed twin", &[46, 47]).await;
    let mut sum = 0;
    for kind in ["unlicensed", "pro", "free_pro", "legacy"] {
        sum += count(&api, &format!("license-type:{kind}")).await;
    }
    assert_eq!(sum, 48);
}

#[tokio::test]
async fn what_needs_a_license_has_three_names() {
    let api = Api::demo().await;
    let unlicensed = found(&api, "license-type:unlicensed").await;
    assert!(unlicensed.contains(&1) && !unlicensed.contains(&19), "{unlicensed:?}");
    check(&api, "needs:license", &unlicensed).await;
    check(&api, "license-id:none", &unlicensed).await;
    assert_eq!(count(&api, "NOT needs:license").await, 48 - u64::try_from(unlicensed.len()).unwrap_or_default());
}

#[tokio::test]
async fn a_contract_and_a_license_are_found_by_their_ids() {
    let api = Api::demo().await;
    check(&api, "contract:contract-id-2", &[4, 5, 12, 14, 23, 40]).await;
    check(&api, "contract:team%2B%2Balpha", &[31]).await;
    check(&api, "contract:%22team/alpha 50%25%22", &[32]).await;
    check(&api, "contract:contract-id", &[]).await;
    check(&api, "contract:CONTRACT-ID-2", &[]).await;
    check(&api, "license-id:8", &[19]).await;
    check(&api, "license-id:999", &[]).await;
}

#[tokio::test]
async fn contracts_end_in_so_many_days_or_fewer() {
    let api = Api::with(Config { stands_at: "2026-11-23T12:00:00Z".parse().ok(), ..Config::default() }).await;
    let (five, thirty, year_end, sixty_one) = (28, 29, [4, 5, 12, 14, 23, 40], [30, 45]);
    let within = |days: u32| format!("contract-expires-within-days:{days}");
    check(&api, &within(0), &[]).await;
    check(&api, &within(4), &[]).await;
    check(&api, &within(5), &[five]).await;
    check(&api, &within(29), &[five]).await;
    check(&api, &within(30), &[five, thirty]).await;
    check(&api, &format!("{} NOT {}", within(38), within(37)), &year_end).await;
    check(&api, &format!("{} NOT {}", within(60), within(38)), &[]).await;
    check(&api, &format!("{} NOT {}", within(61), within(60)), &sixty_one).await;
    // The one whose contract ended in 2025, and those whose contract has no end.
    check(&api, &format!("contract:contract-id-1 {}", within(36_500)), &[]).await;
    check(&api, &format!("contract:contract-id-3 {}", within(36_500)), &[]).await;
}

#[tokio::test]
async fn a_contract_that_ends_today_still_ends_within_zero_days() {
    let api = Api::with(Config { stands_at: "2026-12-31T23:59:59Z".parse().ok(), ..Config::default() }).await;
    check(&api, "contract-expires-within-days:0", &[4, 5, 12, 14, 23, 40]).await;
    api.stub.advance(std::time::Duration::from_secs(1));
    check(&api, "contract-expires-within-days:0", &[]).await;
}

#[tokio::test]
async fn licenses_end_in_so_many_days_or_fewer() {
    let api = Api::with(Config { stands_at: "2026-09-01T12:00:00Z".parse().ok(), ..Config::default() }).await;
    check(&api, "license-expires-within-days:6", &[]).await;
    check(&api, "license-expires-within-days:7", &[41]).await;
    check(&api, "license-expires-within-days:15", &[41]).await;
    check(&api, "license-expires-within-days:16", &[19, 20, 41]).await;
    check(&api, "license-expires-within-days:36500 license-id:1", &[]).await;
}

#[tokio::test]
async fn pro_management_is_on_or_off() {
    let api = Api::demo().await;
    let off = [7, 8, 9, 10, 11, 12, 22, 25];
    for no in ["false", "0"] {
        check(&api, &format!("has-pro-management:{no}"), &off).await;
    }
    for yes in ["true", "1"] {
        assert_eq!(count(&api, &format!("has-pro-management:{yes}")).await, 40);
    }
    check(&api, "has-pro-management:false license-type:pro", &[8, 12]).await;
}

#[tokio::test]
async fn properties_are_matched_as_a_whole() {
    let api = Api::demo().await;
    check(&api, "id:7", &[7]).await;
    check(&api, "id:999", &[]).await;
    check(&api, "tag:database", &[3, 4, 35]).await;
    check(&api, "tag:data", &[]).await;
    check(&api, "tag:Database", &[]).await;
    check(&api, "access-group:branch-office", &[35]).await;
    check(&api, "access-group:branch", &[]).await;
    check(&api, "distribution:20.04", &[7, 8]).await;
    check(&api, "distribution:focal", &[7, 8]).await;
    check(&api, "distribution:20", &[]).await;
    check(&api, "hostname:birch-web-1", &[1]).await;
    check(&api, "hostname:birch", &[]).await;
    check(&api, "hostname:desktop-ada", &[22]).await;
    check(&api, "hostname:twin", &[46, 47]).await;
    check(&api, "title:%22vault 1 (no promanagement)%22", &[11]).await;
    check(&api, "title:vault", &[]).await;
}

#[tokio::test]
async fn words_are_parts_of_a_title_or_a_hostname_in_any_case() {
    let api = Api::demo().await;
    check(&api, "SUBMARINE", &[33]).await;
    check(&api, "cedar 2", &[4]).await;
    check(&api, "%22cedar database%22", &[3, 4]).await;
    check(&api, "%22database cedar%22", &[]).await;
    check(&api, "keeps-token", &[45]).await;
    check(&api, "nowhere", &[]).await;
    // In quotes nothing is a selector, nor an `OR`.
    check(&api, "%22id:1%22", &[]).await;
    check(&api, "id:1 %22OR%22 id:2", &[]).await;
}

#[tokio::test]
async fn searches_that_somebody_saved_are_found_by_their_names() {
    let api = Api::demo().await;
    check(&api, "search:web-fronts", &[1, 2, 35]).await;
    check(&api, "search:twins NOT id:46", &[47]).await;
    check(&api, "search:%22ends soon%22 id:28", &[28]).await;
    check(&api, "NOT search:web-fronts birch", &[]).await;
}

#[tokio::test]
async fn or_not_and_spaces_combine_terms() {
    let api = Api::demo().await;
    check(&api, "", &(1..=48).collect::<Vec<_>>()).await;
    check(&api, "  id:1   OR  id:2 ", &[1, 2]).await;
    check(&api, "id:1 OR id:2 OR id:1000", &[1, 2]).await;
    check(&api, "tag:web NOT access-group:branch-office", &[1, 2]).await;
    check(&api, "tag:web tag:database", &[35]).await;
    check(&api, "NOT NOT id:1", &[1]).await;
    // How these bind is a guess: "and" first.
    check(&api, "tag:database license-type:pro OR id:1", &[1, 4]).await;
    // In small letters they are words like any others.
    check(&api, "id:1 or id:2", &[]).await;
    check(&api, "not id:1", &[]).await;
    check(&api, "id:1 AND id:1", &[]).await;
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let api = Api::demo().await;
    for query in [
        "colour:red",
        "TAG:web",
        "needs:food",
        "needs:reboot",
        "id:x",
        "id:-1",
        "id:1.5",
        "license-type:gold",
        "license-type:PRO",
        "license-id:x",
        "contract-expires-within-days:soon",
        "contract-expires-within-days:-1",
        "license-expires-within-days:36501",
        "has-pro-management:so",
        "search:nobody",
        "title:%22open",
        "%22",
        "tag:",
        "hostname:%22%22",
        "contract:",
        "OR",
        "NOT",
        "id:1 OR",
        "OR id:1",
        "id:1 OR OR id:2",
        "id:1 NOT",
        "NOT OR id:1",
    ] {
        let answer = api.answer("GET", &path(query), "").await;
        assert_eq!((answer.status, &answer.json()["error"]), (400, &"InvalidQueryError".into()), "{query}");
        assert!(answer.json()["message"].as_str().is_some_and(|message| !message.is_empty()), "{query}");
    }
}

#[tokio::test]
async fn a_plus_is_a_space_in_an_address() {
    let api = Api::demo().await;
    let page = api.get("/computers?root_only=false&query=tag:web+NOT+id:1+NOT+id:2").await;
    assert_eq!(ids(&page), [35]);
}

async fn check(api: &Api, query: &str, expected: &[u64]) {
    let page = api.get(&path(query)).await;
    assert_eq!(ids(&page), expected, "{query}");
    assert_eq!(page["count"], expected.len(), "{query}");
}

async fn found(api: &Api, query: &str) -> Vec<u64> {
    ids(&api.get(&path(query)).await)
}

async fn count(api: &Api, query: &str) -> u64 {
    api.get(&format!("{}&limit=1", path(query))).await["count"].as_u64().expect("count is a number")
}

fn path(query: &str) -> String {
    format!("/computers?root_only=false&query={}", query.replace(' ', "%20"))
}

fn ids(page: &Value) -> Vec<u64> {
    let results = page["results"].as_array().expect("results is a list").iter();
    results.filter_map(|computer| computer["id"].as_u64()).collect()
}
