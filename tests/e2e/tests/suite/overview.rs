//! Where licensing stands: each number is true, and leads to the list that explains it.

use e2e::{Role, Setup, World, scenario, scenario_with};
use jiff::civil::Date;
use landscape_stub::{Failure, Seed, Sizes};
use serde_json::{Value, json};

use crate::dates::{day_in, written_in};

const WINDOWS: [i64; 4] = [7, 30, 60, 90];

/// The ends of the demo's contracts that can be in a window.
fn contract_ends() -> [Date; 4] {
    [day_in(5), day_in(30), day_in(61), jiff::civil::date(2026, 12, 31)]
}

fn license_ends() -> [Date; 3] {
    [day_in(7), day_in(45), day_in(200)]
}

fn within(ends: &[Date], days: i64) -> usize {
    ends.iter().filter(|end| (day_in(0)..=day_in(days)).contains(end)).count()
}

/// A count with its noun.
fn of(many: usize, noun: &str) -> String {
    format!("{many} {noun}{}", if many == 1 { "" } else { "s" })
}

/// How many computers the stand-in finds, asked beside the app.
async fn found(world: &World, query: &str) -> usize {
    let script = format!(
        "const {{ token }} = JSON.parse(sessionStorage['landscape-licensing.session']);
        const query = new URLSearchParams({{ query: {}, limit: 1, root_only: false }});
        const headers = {{ 'Authorization': 'Bearer ' + token }};
        return fetch('/api/v2/computers?' + query, {{ headers }}).then((answer) => answer.json()).then((page) => page.count)",
        json!(query)
    );
    let count = world.script(&script).await.as_u64().expect("the stand-in counts");
    usize::try_from(count).expect("it is small")
}

async fn open(world: &World) {
    world.open_signed_in("/").await;
    sees_all(world).await;
}

/// Waits until nothing is still being counted.
async fn sees_all(world: &World) {
    world.sees_heading("Overview").await;
    world.sees("Show as table").await;
    world.sees_true("return !/…/.test(document.querySelector('main').innerText)").await;
}

/// Follows a number, sees that its list counts as many, and comes back.
async fn check_link(world: &World, link: &str, path: &str, counted: &str) {
    world.follow(link).await;
    world.sees_path(path).await;
    let what = format!("the line “{counted}”");
    world
        .until(&what, async || {
            let shown = "return document.querySelector('.table-count__text')?.innerText.trim()";
            Ok((world.script(shown).await == counted).then_some(()))
        })
        .await;
    world.back().await;
    sees_all(world).await;
}

#[test]
fn computers_are_counted_by_license_and_each_number_leads_to_them() {
    scenario(async |world| {
        open(world).await;
        let mut total = 0;
        for (kind, label) in
            [("unlicensed", "Unlicensed"), ("pro", "Pro"), ("free_pro", "Free Pro"), ("legacy", "Legacy")]
        {
            let many = found(world, &format!("license-type:{kind}")).await;
            assert!(many > 0, "{kind}");
            total += many;
            let counted = of(many, "computer");
            check_link(world, &format!("{counted}: {label}"), &format!("/computers?license={kind}"), &counted).await;
        }
        let all = found(world, "").await;
        assert_eq!(all, total, "each has one of the four types");
        let counted = of(all, "computer");
        check_link(world, &format!("{counted}: All computers"), "/computers", &counted).await;
    });
}

#[test]
fn unlicensed_computers_stand_out_with_the_way_to_attach_them() {
    scenario(async |world| {
        open(world).await;
        let (unlicensed, managed) = (
            found(world, "license-type:unlicensed").await,
            found(world, "license-type:unlicensed has-pro-management:true").await,
        );
        assert!(managed < unlicensed);
        let card = world.part("Computers by license").await;
        assert!(card.contains(&format!("{unlicensed} computers are unlicensed")), "{card}");
        assert!(card.contains(&format!("{managed} of them have Pro management on")), "{card}");
        let path = "/computers?license=unlicensed&pro_management=true";
        check_link(world, "Choose computers to attach", path, &of(managed, "computer")).await;
    });
}

#[test]
fn contracts_are_counted_by_how_near_their_end_is() {
    scenario(async |world| {
        open(world).await;
        check_link(world, "2 contracts expired", "/contracts?expires=expired", "2 of 11 contracts").await;
        for days in WINDOWS {
            let many = within(&contract_ends(), days);
            let (link, path) =
                (format!("{} within {days} days", of(many, "contract")), format!("/contracts?expires={days}"));
            check_link(world, &link, &path, &format!("{many} of 11 contracts")).await;
            let computers = of(found(world, &format!("contract-expires-within-days:{days}")).await, "computer");
            let link = format!("{computers} on contracts that expire within {days} days");
            check_link(world, &link, &format!("/computers?expires_within={days}"), &computers).await;
        }
        world.follow("2 contracts expired").await;
        world.sees_selected("Expires", "Expired").await;
        world.sees_column("Contracts", 0, &["contract-id-1", "contract-expired"]).await;
        world.select("Expires", "Within 7 days").await;
        world.sees_path("/contracts?expires=7").await;
        world.sees_column("Contracts", 0, &["contract-5-days"]).await;
        world.select("Expires", "Any time").await;
        world.sees("11 contracts").await;
        world.sees_path("/contracts").await;
    });
}

#[test]
fn legacy_licenses_are_counted_by_how_near_their_end_is() {
    scenario(async |world| {
        open(world).await;
        check_link(world, "4 licenses expired", "/legacy-licenses?expires=expired", "4 of 9 licenses").await;
        for days in WINDOWS {
            let many = within(&license_ends(), days);
            let link = format!("{} within {days} days", of(many, "license"));
            let path = format!("/legacy-licenses?expires={days}");
            check_link(world, &link, &path, &format!("{many} of 9 licenses")).await;
            let query = format!("license-expires-within-days:{days}");
            let computers = of(found(world, &query).await, "computer");
            let link = format!("{computers} on licenses that expire within {days} days");
            check_link(world, &link, &format!("/computers?query={}", query.replace(':', "%3A")), &computers).await;
        }
    });
}

#[test]
fn seats_are_added_up_where_they_can_be_used_and_no_share_is_made_of_them() {
    scenario(async |world| {
        open(world).await;
        let card = world.part("Legacy licenses expiring").await;
        // 12 without an end, 5 for a week, 25 without an end, 1 for 45 days; 4, 9 and 3 have expired.
        assert!(card.contains("43 seats on 4 licenses"), "{card}");
        assert!(card.contains("Not counted: 16 seats on expired licenses."), "{card}");
        assert!(!card.contains('%'), "{card}");
        let path = "/legacy-licenses?active_only=true&available_only=true";
        check_link(world, "43 seats on 4 licenses", path, "4 licenses").await;
    });
}

fn answer(body: &Value) -> Failure {
    Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_string() }
}

#[test]
fn a_contract_that_has_just_ended_is_named_with_its_days_of_grace() {
    scenario(async |world| {
        let contract = |id: &str, days: i64| json!({"id": 1, "contract_id": id, "expiration_date": format!("{}T00:00:00", day_in(days))});
        let contracts = json!({"results": [contract("past", -15), contract("lately", -3), contract("today", 0),
            {"id": 1, "contract_id": "odd", "expiration_date": "soon"}]});
        world.stub.fail_always("GET", "/contracts", answer(&contracts));
        open(world).await;
        let card = world.part("Contracts expiring").await;
        assert!(card.contains("3 contracts expired"), "{card}");
        assert!(
            card.contains(&format!("lately expired 3 days ago, services may run on until {}.", written_in(11))),
            "{card}"
        );
        assert!(
            card.contains(&format!("today expired today, services may run on until {}.", written_in(14))),
            "{card}"
        );
        assert!(!card.contains("past expired"), "{card}");
        check_link(
            world,
            "1 contract has an end that could not be read",
            "/contracts?expires=unknown",
            "1 of 4 contracts",
        )
        .await;
    });
}

#[test]
fn seats_that_a_license_does_not_tell_are_said_to_be_unknown() {
    scenario(async |world| {
        let licenses = json!({"results": [{"id": 1, "available_seats": null, "expiration_date": null},
            {"id": 2, "available_seats": 7, "expiration_date": "3999-12-31"}]});
        world.stub.fail_always("GET", "/legacy-licenses", answer(&licenses));
        open(world).await;
        let card = world.part("Legacy licenses expiring").await;
        assert!(card.contains("No legacy license has expired."), "{card}");
        assert!(card.contains("7 seats on 1 license"), "{card}");
        assert!(card.contains("1 license does not say how many."), "{card}");
    });
}

#[test]
fn running_activities_are_named_and_their_number_leads_to_them() {
    scenario(async |world| {
        open(world).await;
        // One of its computers waits for an approval.
        world.sees("1 activity about Pro tokens has not ended").await;
        world.attach_without_a_page(&[1, 33]).await;
        world.press("Refresh").await;
        world.sees("2 activities about Pro tokens have not ended").await;
        let card = world.part("Running activities").await;
        assert!(card.contains("Activity 113") && card.contains("Attach a pro token to computers"), "{card}");
        assert!(card.contains("Activity 101") && !card.contains("Activity 107"), "{card}");
        world.follow("2 activities about Pro tokens have not ended").await;
        world.sees_path("/activities?status=running").await;
        world.sees_selected("Status", "Not ended").await;
        world.sees("2 activities.").await;
        world.sees_column("Activities", 0, &["Activity 113", "Activity 101"]).await;
    });
}

#[test]
fn one_card_fails_while_the_others_stand_and_is_read_again() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_next("GET", "/computers", Failure::json(500, "InternalServerError", "A gear is stuck."));
        world.follow("Overview").await;
        world.sees("A gear is stuck.").await;
        for text in ["2 contracts expired", "4 licenses expired", "Activity 101", "Show as table"] {
            world.sees(text).await;
        }
        let failed = world.part("Computers by license").await;
        assert!(failed.contains("A gear is stuck."), "{failed}");
        let lists = world.requests_to("GET", "/contracts").len();
        world.press("Retry").await;
        world.sees("computers are unlicensed").await;
        world.misses(Role::Button, "Retry").await;
        assert_eq!(world.requests_to("GET", "/contracts").len(), lists, "the others were not read again");
    });
}

#[test]
fn a_list_that_fails_leaves_the_other_cards_alone() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_always("GET", "/contracts", Failure::html(502));
        world.follow("Overview").await;
        world.sees("4 licenses expired").await;
        world.sees("computers are unlicensed").await;
        world.sees("This could not be loaded").await;
        let card = world.part("Contracts expiring").await;
        assert!(card.contains("This could not be loaded"), "{card}");
        world.stub.heal();
        world.press("Retry").await;
        world.sees("2 contracts expired").await;
        sees_all(world).await;
        world.misses(Role::Button, "Retry").await;
    });
}

#[test]
fn a_number_of_computers_that_cannot_be_had_is_a_dash_that_says_why() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_always("GET", "/computers", Failure::json(500, "InternalServerError", "A gear is stuck."));
        world.follow("Overview").await;
        sees_all(world).await;
        let card = world.part("Contracts expiring").await;
        assert!(card.contains("Could not be counted"), "{card}");
        let why = world.script_text("return document.querySelector('td span[title]').title").await;
        assert!(why.contains("A gear is stuck."), "{why}");
    });
}

#[test]
fn computers_are_counted_four_requests_at_a_time() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_always("GET", "/computers", Failure::Stall);
        world.follow("Overview").await;
        world.sees("2 contracts expired").await;
        world.sees("4 licenses expired").await;
        world.sees("Loading…").await;
        assert_eq!(world.requests_to("GET", "/computers").len(), 4);
    });
}

#[test]
fn what_was_counted_is_kept_for_a_minute_unless_it_is_refreshed() {
    scenario(async |world| {
        open(world).await;
        let counted = world.requests_to("GET", "/computers").len();
        assert_eq!(counted, 14, "six by license, four windows of contracts, four of licenses");
        world.follow("Attach token").await;
        world.sees_heading("Attach token").await;
        world.back().await;
        sees_all(world).await;
        assert_eq!(world.requests_to("GET", "/computers").len(), counted);
        world.press("Refresh").await;
        world.sees_requests("GET", "/computers", 2 * counted).await;
        sees_all(world).await;
    });
}

#[test]
fn another_account_has_numbers_of_its_own() {
    scenario(async |world| {
        open(world).await;
        world.select("Account", "Test lab").await;
        world.find(Role::Link, "3 computers: All computers").await;
        world.sees("No contract has expired.").await;
        world.sees("2 seats on 1 license").await;
        world.select("Account", "Onward, Inc.").await;
        world.sees("2 contracts expired").await;
        world.misses(Role::Link, "3 computers: All computers").await;
    });
}

#[test]
fn an_account_without_anything_says_so() {
    scenario_with(Setup { seed: Seed::Empty, ..Setup::default() }, async |world| {
        open(world).await;
        for text in [
            "This account has no computers.",
            "This account has no Ubuntu Pro contracts.",
            "This account has no legacy licenses.",
            "Nothing about Pro tokens is running.",
            "Nothing expires in these months.",
        ] {
            world.sees(text).await;
        }
    });
}

/// The whole number that a cell of the table holds.
fn number(cell: &str) -> usize {
    cell.parse().expect("it is a number")
}

#[test]
fn the_timeline_is_a_table_too_in_which_nothing_is_lost() {
    scenario(async |world| {
        open(world).await;
        world.sees_attribute(Role::Button, "Show as table", "aria-expanded", Some("false")).await;
        world.press("Show as table").await;
        let rows = world.rows("Expirations by month").await;
        assert_eq!(rows.len(), 28, "two years, and what lies beside them");
        let sum = |column: usize| rows.iter().map(|row| number(&row[column])).sum::<usize>();
        assert_eq!((sum(1), sum(2)), (11, 9));
        assert_eq!(rows[0], ["Expired", "2", "4"]);
        assert_eq!(rows[1][0], day_in(0).strftime("%b %Y").to_string());
        assert_eq!(rows[26], ["Never", "2", "2"]);
        let month = day_in(401).strftime("%b %Y").to_string();
        let row = rows.iter().find(|row| row[0] == month).expect("it is within two years");
        let many = number(&row[1]);
        let path = format!("/contracts?expires={}", day_in(401).strftime("%Y-%m"));
        world.follow(&format!("{}: {month}", of(many, "contract"))).await;
        world.sees_path(&path).await;
        world.sees(&format!("{many} of 11 contracts")).await;
        world.sees_selected("Expires", &format!("In {month}")).await;
        world.sees("team/alpha 50%").await;
    });
}

#[test]
fn many_contracts_are_drawn_and_counted() {
    let many = Setup { seed: Seed::Many(Sizes { contracts: 500, ..Sizes::default() }), ..Setup::default() };
    scenario_with(many, async |world| {
        open(world).await;
        world.press("Show as table").await;
        let rows = world.rows("Expirations by month").await;
        let sum = |column: usize| rows.iter().map(|row| number(&row[column])).sum::<usize>();
        assert_eq!((sum(1), sum(2)), (500, 200));
        let bars = world.script("return document.querySelectorAll('.timeline-chart rect').length").await;
        assert!(bars.as_u64().is_some_and(|bars| bars > 24), "{bars}");
        world.find(Role::Link, "2,000 computers: All computers").await;
    });
}
