//! The computers on each contract and license: how many in the lists, which in the details.

use e2e::{Role, Setup, World, scenario, scenario_with};
use landscape_stub::{Failure, Seed, Sizes};

/// The text of the last cell of a row, found by the first.
async fn counted(world: &World, table: &str, row: &str) -> String {
    world.sees_counts().await;
    let rows = world.rows(table).await;
    let row = rows.into_iter().find(|cells| cells[0] == row).expect("there is such a row");
    row.last().expect("a row has cells").clone()
}

#[test]
fn the_list_of_contracts_counts_the_computers_on_each() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        for (contract, many) in [("contract-id-1", "1"), ("contract-expired", "0"), ("contract-30-days", "1")] {
            assert_eq!(counted(world, "Contracts", contract).await, many, "{contract}");
        }
        world.sees_attribute(Role::ColumnHeader, "Computers", "aria-sort", None).await;
        assert!(!world.has(Role::Button, "Computers").await, "nothing sorts by what is not known yet");
        world.follow("1 computer on team/alpha 50%").await;
        world.sees_path("/computers?contract=team%2Falpha+50%25").await;
        world.sees_column("Computers", 1, &["Contract with odd characters"]).await;
    });
}

#[test]
fn the_list_of_licenses_counts_the_computers_on_each() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.sees("9 licenses").await;
        assert_eq!(counted(world, "Legacy licenses", "License 8").await, "1");
        assert_eq!(counted(world, "Legacy licenses", "License 13").await, "0");
        world.follow("1 computer on License 8").await;
        world.sees_path("/computers?license_id=8").await;
        world.sees_column("Computers", 1, &["Oak legacy 1"]).await;
    });
}

#[test]
fn only_rows_in_sight_are_counted_and_others_when_they_come_into_it() {
    let many = Setup { seed: Seed::Many(Sizes { contracts: 500, ..Sizes::default() }), ..Setup::default() };
    scenario_with(many, async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("500 contracts").await;
        world.sees_counts().await;
        // Until all rows are made.
        world.still().await;
        let first = world.requests_to("GET", "/computers").len();
        assert!((5..=60).contains(&first), "{first} requests");
        let last = "document.querySelector('tbody tr:last-child td:last-child')";
        assert_eq!(world.script_text(&format!("return {last}.innerText.trim()")).await, "…");
        world.script(&format!("{last}.scrollIntoView()")).await;
        world.sees_true(&format!("return /^[0-9]+$/.test({last}.innerText.trim())")).await;
        let then = world.requests_to("GET", "/computers").len();
        assert!(then < first + 90, "{then} requests");
        world.press("ID").await;
        world.sees_counts().await;
        let queries: Vec<_> = world.requests_to("GET", "/computers").into_iter().map(|request| request.query).collect();
        let distinct: std::collections::BTreeSet<_> = queries.iter().collect();
        assert_eq!(distinct.len(), queries.len(), "nothing is asked for twice");
    });
}

#[test]
fn four_rows_are_counted_at_a_time() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_always("GET", "/computers", Failure::Stall);
        world.follow("Contracts").await;
        world.sees_column("Contracts", 4, &["…"; 11]).await;
        world.sees_requests("GET", "/computers", 4).await;
        world.follow("Legacy licenses").await;
        world.sees_column("Legacy licenses", 4, &["…"; 9]).await;
        // Those of the page before were dropped, and made room.
        world.sees_requests("GET", "/computers", 8).await;
    });
}

#[test]
fn a_number_that_cannot_be_had_is_a_dash_that_says_why() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_always("GET", "/computers", Failure::json(500, "InternalServerError", "A gear is stuck."));
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        let cell = counted(world, "Contracts", "contract-id-2").await;
        assert!(cell.starts_with('—') && cell.contains("A gear is stuck."), "{cell}");
        world.stub.heal();
        world.follow("Legacy licenses").await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        assert_ne!(counted(world, "Contracts", "contract-id-2").await, cell, "a failure is not kept");
    });
}

#[test]
fn a_contract_shows_its_computers_and_the_ways_from_there() {
    scenario(async |world| {
        world.open_signed_in("/contracts/contract-30-days").await;
        world.sees_column("Computers", 0, &["Contract ends in 30 days"]).await;
        let part = world.part("Computers").await;
        assert!(part.contains("1 computer") && part.contains("That needs the token of this contract"), "{part}");
        world.follow("All 1 computer").await;
        world.sees_path("/computers?contract=contract-30-days").await;
        world.sees_column("Computers", 1, &["Contract ends in 30 days"]).await;
        world.back().await;
        world.follow("Computers whose contract expires within 30 days").await;
        world.sees_path("/computers?expires_within=30").await;
        world.sees("2 computers").await;
        world.back().await;
        world.follow("Attach more computers").await;
        world.sees_heading("Attach token").await;
        world.open("/contracts/contract-far").await;
        world.sees("All 3 computers").await;
        world.shows_nowhere("Computers whose contract expires within").await;
    });
}

#[test]
fn a_license_shows_its_computers_and_the_ways_from_there() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses/12").await;
        world.sees_column("Computers", 0, &["Legacy license ends soon"]).await;
        world.follow("All 1 computer").await;
        world.sees_path("/computers?license_id=12").await;
        world.back().await;
        world.follow("Computers whose legacy license expires within 7 days").await;
        world.sees_path("/computers?query=license-expires-within-days%3A7").await;
        world.sees("1 computer").await;
        world.open("/legacy-licenses/13").await;
        world.sees("No computer holds a seat of this license.").await;
    });
}

#[test]
fn the_computers_of_a_contract_come_in_parts_that_are_in_the_url() {
    let sizes = Sizes { contracts: 1, licenses: 1, computers: 200, children: 0 };
    scenario_with(Setup { seed: Seed::Many(sizes), ..Setup::default() }, async |world| {
        world.open_signed_in("/contracts/contract-00001").await;
        world.sees("All 80 computers").await;
        assert_eq!(world.rows("Computers").await.len(), 50);
        world.press("Next").await;
        world.sees_path("/contracts/contract-00001?page=2").await;
        world.sees("51–80 of 80").await;
        assert_eq!(world.rows("Computers").await.len(), 30);
        world.reload().await;
        world.sees("51–80 of 80").await;
        world.back().await;
        world.sees("1–50 of 80").await;
    });
}

#[test]
fn computers_that_cannot_be_read_leave_the_contract_on_the_page() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fail_reading("/computers", &Failure::html(502));
        world.open("/contracts/contract-30-days").await;
        world.sees("The Landscape server failed (status 502).").await;
        world.sees_fact("Days left", "30 days").await;
        world.press("Retry").await;
        world.sees_column("Computers", 0, &["Contract ends in 30 days"]).await;
    });
}
