//! The contracts, all of them and one by one.

use std::time::Duration;

use e2e::{Role, Setup, World, scenario, scenario_with};
use landscape_stub::{Failure, Seed, Sizes};

use crate::dates::{day_in, shown_in, written_in};

const TABLE: &str = "Contracts";

/// The demo data as the table begins with it: soonest end first.
const SOONEST_FIRST: [&str; 11] = [
    "contract-id-1",
    "contract-expired",
    "contract-5-days",
    "contract-30-days",
    "contract-id-2",
    "contract-61-days",
    "team++alpha",
    "team/alpha 50%",
    "contract-far",
    "contract-id-3",
    "contract-no-end",
];

const EXPIRED: [&str; 2] = ["contract-id-1", "contract-expired"];

/// The text of a cell, found by the contract's id.
async fn cell(world: &World, contract: &str, column: usize) -> String {
    let rows = world.rows(TABLE).await;
    let row = rows.into_iter().find(|row| row[0] == contract).expect("the contract has a row");
    row[column].clone()
}

/// The demo data lie so that the place of `contract-id-2`, whose end is fixed, depends on the day.
async fn sees_all_soonest_first(world: &World) {
    world.sees("11 contracts").await;
    let rows = world.rows(TABLE).await;
    let movable = |id: &&str| *id != "contract-id-2" && *id != "contract-id-1";
    let shown: Vec<_> = rows.iter().map(|row| row[0].as_str()).filter(movable).collect();
    let expected: Vec<_> = SOONEST_FIRST.into_iter().filter(movable).collect();
    assert_eq!(shown, expected);
}

/// Presses a column's header twice, and looks at `aria-sort`, the URL and the first row after each press.
async fn check_sorting(world: &World, column: &str, query: &str, first: &str, last: &str) {
    let descending =
        if query.is_empty() { "?order=descending".to_owned() } else { format!("{query}&order=descending") };
    if !query.is_empty() {
        world.press(column).await;
    }
    world.sees_attribute(Role::ColumnHeader, column, "aria-sort", Some("ascending")).await;
    world.sees_path(&format!("/contracts{query}")).await;
    assert_eq!(world.rows(TABLE).await[0][0], first, "{column}, ascending");
    world.press(column).await;
    world.sees_attribute(Role::ColumnHeader, column, "aria-sort", Some("descending")).await;
    world.sees_path(&format!("/contracts{descending}")).await;
    assert_eq!(world.rows(TABLE).await[0][0], last, "{column}, descending");
}

#[test]
fn the_table_has_its_columns_and_begins_with_the_soonest_end() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        sees_all_soonest_first(world).await;
        for column in ["Contract", "ID", "Status"] {
            world.sees_attribute(Role::ColumnHeader, column, "aria-sort", None).await;
        }
        world.sees_attribute(Role::ColumnHeader, "Expires", "aria-sort", Some("ascending")).await;
        assert_eq!(world.only_request("GET", "/contracts").query, "");
    });
}

#[test]
fn every_header_sorts_both_ways_and_says_so_in_the_url() {
    scenario(async |world| {
        world.open_signed_in("/contracts?active_only=true").await;
        world.sees("9 contracts").await;
        world.open("/contracts").await;
        world.sees("11 contracts").await;
        check_sorting(world, "Expires", "", "contract-id-1", "contract-id-3").await;
        check_sorting(world, "Contract", "?sort=contract", "contract-30-days", "team/alpha 50%").await;
        check_sorting(world, "ID", "?sort=id", "contract-id-1", "team/alpha 50%").await;
        check_sorting(world, "Status", "?sort=status", "contract-id-1", "contract-id-3").await;
        world.reload().await;
        world.sees("11 contracts").await;
        world.sees_attribute(Role::ColumnHeader, "Status", "aria-sort", Some("descending")).await;
        assert_eq!(world.rows(TABLE).await[0][0], "contract-id-3");
        assert_eq!(world.requests_to("GET", "/contracts").len(), 3, "sorting sends no request");
    });
}

#[test]
fn active_only_stands_in_the_url_and_in_the_request() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.tick("Active only").await;
        world.sees_path("/contracts?active_only=true").await;
        world.sees_query("GET", "/contracts", "active_only=true").await;
        world.sees("9 contracts").await;
        for expired in EXPIRED {
            world.shows_nowhere(expired).await;
        }
        world.reload().await;
        world.sees("9 contracts").await;
        world.sees_ticked(Role::Checkbox, "Active only", true).await;
        world.sees_path("/contracts?active_only=true").await;
        world.tick("Active only").await;
        world.sees("11 contracts").await;
        world.sees_path("/contracts").await;
        let queries: Vec<_> = world.requests_to("GET", "/contracts").into_iter().map(|request| request.query).collect();
        assert_eq!(queries, ["", "active_only=true", "active_only=true", ""]);
    });
}

#[test]
fn the_filter_stands_in_the_url_and_survives_a_reload() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.search("Filter contracts", "TEAM").await;
        world.sees_column(TABLE, 0, &["team++alpha", "team/alpha 50%"]).await;
        world.sees("2 of 11 contracts").await;
        world.sees_path("/contracts?filter=TEAM").await;
        world.reload().await;
        world.sees_column(TABLE, 0, &["team++alpha", "team/alpha 50%"]).await;
        world.tick("Active only").await;
        world.sees("2 of 9 contracts").await;
        world.sees_path("/contracts?filter=TEAM&active_only=true").await;
        world.search("Filter contracts", "").await;
        world.sees("9 contracts").await;
        world.sees_path("/contracts?active_only=true").await;
    });
}

#[test]
fn an_empty_table_says_why() {
    scenario(async |world| {
        world.open_signed_in("/contracts?filter=nothing%20like%20this").await;
        world.sees("No contract matches the filter").await;
        world.sees("0 of 11 contracts").await;
        world.search("Filter contracts", "alpha").await;
        world.sees("2 of 11 contracts").await;
    });
    let empty = Setup { seed: Seed::Empty, ..Setup::default() };
    scenario_with(empty, async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("This account has no Ubuntu Pro contracts").await;
        world.sees("0 contracts").await;
        world.tick("Active only").await;
        world.sees("No active contracts").await;
    });
}

#[test]
fn one_contract_is_not_counted_as_many() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.select("Account", "Test lab").await;
        world.find(Role::Link, "lab-contract").await;
        world.sees("1 contract").await;
        world.shows_nowhere("1 contracts").await;
    });
}

#[test]
fn statuses_and_days_are_in_words() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        for (contract, status) in [
            ("contract-id-1", "Expired"),
            ("contract-expired", "Expired"),
            ("contract-5-days", "Expires in 5 days"),
            ("contract-30-days", "Expires in 30 days"),
            ("contract-61-days", "Active"),
            ("contract-far", "Active"),
            ("contract-id-3", "Never expires"),
            ("contract-no-end", "Never expires"),
        ] {
            assert_eq!(cell(world, contract, 3).await, status, "{contract}");
        }
        assert!(cell(world, "contract-id-1", 2).await.starts_with("31 Dec 2025, "));
        assert_eq!(cell(world, "contract-id-3", 2).await, "Never expires");
    });
}

#[test]
fn no_time_zone_shifts_a_day_or_a_status() {
    for zone in ["Pacific/Pago_Pago", "Pacific/Kiritimati"] {
        scenario_with(Setup { zone: Some(zone), ..Setup::default() }, async |world| {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            let there = world.script_text("return Intl.DateTimeFormat().resolvedOptions().timeZone").await;
            assert_eq!(there, zone);
            assert!(cell(world, "contract-id-1", 2).await.starts_with("31 Dec 2025, "));
            assert_eq!(cell(world, "contract-5-days", 2).await, shown_in(5));
            assert_eq!(cell(world, "contract-5-days", 3).await, "Expires in 5 days");
            assert_eq!(cell(world, "contract-id-3", 2).await, "Never expires");
            world.open("/contracts/contract-30-days").await;
            world.sees_fact("Expires", &shown_in(30)).await;
            world.sees_fact("Days left", "30 days").await;
        });
    }
}

#[test]
fn a_day_has_its_exact_value_on_hover() {
    scenario(async |world| {
        world.open_signed_in("/contracts?filter=contract-id-1").await;
        world.sees("1 of 11 contracts").await;
        assert_eq!(world.hint("31 Dec 2025").await, "2025-12-31T00:00:00 UTC (Wednesday)");
        world.open("/contracts/contract-5-days").await;
        world.sees_fact("Expires", &shown_in(5)).await;
        assert!(world.hint(&written_in(5)).await.contains(&day_in(5).to_string()));
        world.open("/contracts/contract-id-3").await;
        world.sees_fact("Expires", "Never expires").await;
        assert_eq!(world.hint("Never expires").await, "3000-01-01T00:00:00 UTC (Wednesday)");
    });
}

#[test]
fn a_row_leads_to_the_contract_which_is_loaded_by_its_id() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.follow("contract-expired").await;
        world.sees_heading("contract-expired").await;
        world.sees_path("/contracts/contract-expired").await;
        world.sees_fact("Contract", "contract-expired").await;
        world.sees_fact("ID", "4").await;
        world.sees_fact("Expires", &shown_in(-30)).await;
        world.sees_fact("Days left", "0 days, ended 30 days ago").await;
        world.sees_fact("Status", "Expired").await;
        assert_eq!(world.only_request("GET", "/contracts/contract-expired").query, "");
    });
}

#[test]
fn an_id_with_odd_characters_is_percent_encoded() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.follow("team/alpha 50%").await;
        world.sees_heading("team/alpha 50%").await;
        world.sees_fact("ID", "11").await;
        world.sees_path("/contracts/team%2Falpha%2050%25").await;
        world.reload().await;
        world.sees_heading("team/alpha 50%").await;
        world.sees_fact("ID", "11").await;
        assert_eq!(world.requests_to("GET", "/contracts/team%2Falpha%2050%25").len(), 2);
    });
}

#[test]
fn a_contract_that_a_proxy_refuses_is_shown_from_the_list() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.follow("team++alpha").await;
        world.sees_heading("team++alpha").await;
        world.sees_fact("Contract", "team++alpha").await;
        world.sees_fact("ID", "10").await;
        world.sees_fact("Expires", &shown_in(400)).await;
        world.sees_fact("Status", "Active").await;
    });
}

#[test]
fn a_contract_that_is_not_there_is_said_to_be_missing() {
    scenario(async |world| {
        world.open_signed_in("/contracts/no-such-contract").await;
        world.sees("Contract not found").await;
        world.sees_heading("no-such-contract").await;
        world.button("Sign out").await;
        assert!(!world.has(Role::Button, "Retry").await);
        world.only_request("GET", "/contracts/no-such-contract");
        assert!(world.requests_to("GET", "/contracts").is_empty(), "nothing of this id needs encoding");
    });
}

#[test]
fn a_contract_whose_id_must_be_encoded_is_looked_for_in_the_list_where_it_is_refused() {
    const PATH: &str = "/contracts/team%2Falpha%2050%25";
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for refusal in [Failure::html(403), Failure::html(404), Failure::json(404, "NotFound", "No such contract.")] {
            world.stub.fail_next("GET", PATH, refusal);
            world.open(PATH).await;
            world.sees_heading("team/alpha 50%").await;
            world.sees_fact("ID", "11").await;
        }
        assert_eq!(world.requests_to("GET", "/contracts").len(), 3);
        world.open("/contracts/no%20such").await;
        world.sees("Contract not found").await;
        assert_eq!(world.requests_to("GET", "/contracts").len(), 4);
        world.stub.fail_next("GET", PATH, Failure::html(500));
        world.open(PATH).await;
        world.sees("The Landscape server failed (status 500).").await;
        world.stub.fail_next("GET", "/contracts/contract-far", Failure::html(403));
        world.open("/contracts/contract-far").await;
        world.sees("You do not have permission").await;
        assert_eq!(world.requests_to("GET", "/contracts").len(), 4, "only a refusal of an encoded id has a second way");
    });
}

#[test]
fn loading_is_told_after_a_while_and_old_rows_stay() {
    let slow = Setup { latency: Duration::from_millis(1500), ..Setup::default() };
    scenario_with(slow, async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("Loading…").await;
        world.sees("11 contracts").await;
        world.sees_no_more("Loading…").await;
        world.tick("Active only").await;
        world.sees("Loading…").await;
        assert_eq!(world.rows(TABLE).await.len(), 11);
        world.sees("9 contracts").await;
    });
}

#[test]
fn the_latest_filter_wins_however_slow_the_one_before() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let box_of = "[...document.querySelectorAll('input[type=checkbox]')][0]";
        world.script(&format!("for (let press = 0; press < 5; press += 1) {box_of}.click()")).await;
        world.sees("9 contracts").await;
        world.sees_path("/contracts?active_only=true").await;
        world.sees_ticked(Role::Checkbox, "Active only", true).await;
        world.tick("Active only").await;
        world.sees("11 contracts").await;
    });
}

#[test]
fn hundreds_of_contracts_are_counted_sorted_and_filtered() {
    let sizes = Sizes { contracts: 1200, ..Sizes::default() };
    let many = Setup { seed: Seed::Many(sizes), ..Setup::default() };
    scenario_with(many, async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("1,200 contracts").await;
        world.press("ID").await;
        world.sees_attribute(Role::ColumnHeader, "ID", "aria-sort", Some("ascending")).await;
        assert_eq!(world.rows(TABLE).await[0][1], "1");
        world.press("ID").await;
        world.sees_attribute(Role::ColumnHeader, "ID", "aria-sort", Some("descending")).await;
        assert_eq!(world.rows(TABLE).await[0][1], "1200");
    });
}
