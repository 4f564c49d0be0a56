//! Tables as files: every row that matches, as it is shown.

use csv::StringRecord;
use e2e::{Role, Setup, World, scenario, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Failure, Seed};

/// Reads a file of today: its names of columns, and its rows.
async fn read(world: &World, stem: &str) -> (StringRecord, Vec<StringRecord>) {
    let bytes = world.download_of_today(stem).await;
    assert_eq!(bytes[..3], [0xEF, 0xBB, 0xBF], "spreadsheets take it for UTF-8");
    let mut reader = csv::ReaderBuilder::new().from_reader(&bytes[3..]);
    let header = reader.headers().expect("it has a header").clone();
    (header, reader.records().map(|row| row.expect("it is CSV")).collect())
}

fn column(rows: &[StringRecord], index: usize) -> Vec<&str> {
    rows.iter().map(|row| &row[index]).collect()
}

/// The first words of each row of a table.
async fn shown(world: &World, table: &str) -> Vec<String> {
    world.rows(table).await.into_iter().map(|row| row[0].clone()).collect()
}

/// More activities than are read at once.
const MANY: usize = 203;

async fn make_many_activities(world: &World) {
    let script = format!(
        "const {{ token }} = JSON.parse(sessionStorage['landscape-licensing.session']);
        const headers = {{ 'Authorization': 'Bearer ' + token, 'Content-Type': 'application/json' }};
        const body = JSON.stringify({{ computer_ids: [1], token: '{PRO_TOKEN}' }});
        const one = () => fetch('/api/v2/attach-token', {{ method: 'POST', headers, body }});
        return Array.from({{ length: {MANY} }}).reduce((before) => before.then(one), Promise.resolve()).then(() => 1)"
    );
    world.script(&script).await;
}

#[test]
fn contracts_are_saved_as_they_are_shown() {
    scenario(async |world| {
        world.open_signed_in("/contracts?sort=contract&order=descending").await;
        world.sees("11 contracts").await;
        world.press("Download CSV").await;
        let (header, rows) = read(world, "contracts").await;
        assert_eq!(header, ["contract_id", "id", "expiration_date", "status"][..]);
        assert_eq!(column(&rows, 0), shown(world, "Contracts").await);
        let first = rows.iter().find(|row| &row[0] == "contract-id-1").expect("it is there");
        assert_eq!((&first[1], &first[2], &first[3]), ("1", "2025-12-31T00:00:00", "Expired"));
        world.sees("with 11 rows.").await;
        world.search("Filter contracts", "id-3").await;
        world.tick("Active only").await;
        world.sees_column("Contracts", 0, &["contract-id-3"]).await;
        world.press("Download CSV").await;
        let (_, rows) = read(world, "contracts-active-filtered").await;
        assert_eq!(column(&rows, 0), ["contract-id-3"]);
    });
}

#[test]
fn a_filter_without_matches_has_no_rows_to_save() {
    scenario(async |world| {
        world.open_signed_in("/contracts?filter=nowhere").await;
        world.sees("No matching contracts").await;
        world.press("Download CSV").await;
        world.sees("There are no rows to save.").await;
        assert_eq!(world.saved_files(), [""; 0]);
    });
}

#[test]
fn licenses_are_saved_as_they_are_shown() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses?available_only=true").await;
        world.sees("7 licenses").await;
        world.press("Download CSV").await;
        let (header, rows) = read(world, "legacy-licenses-available").await;
        assert_eq!(header, ["id", "available_seats", "expiration_date", "status"][..]);
        let ids: Vec<_> = column(&rows, 0).iter().map(|id| format!("License {id}")).collect();
        assert_eq!(ids, shown(world, "Legacy licenses").await);
    });
}

#[test]
fn an_account_without_anything_has_no_files() {
    scenario_with(Setup { seed: Seed::Empty, ..Setup::default() }, async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("No contracts").await;
        world.misses(Role::Button, "Download CSV").await;
        world.follow("Activities").await;
        world.sees("No activities").await;
        world.press("Download CSV").await;
        world.sees("There are no rows to save.").await;
    });
}

#[test]
fn activities_of_every_page_are_saved() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        world.sees_heading("Activities").await;
        make_many_activities(world).await;
        world.press("Refresh").await;
        world.sees("1–50 of 206").await;
        world.press("Download CSV").await;
        let (header, rows) = read(world, "activities").await;
        assert_eq!(&header[2], "status");
        assert_eq!(rows.len(), MANY + 3);
        let ids: Vec<u64> = rows.iter().map(|row| row[0].parse().expect("an id is a number")).collect();
        assert!(ids.is_sorted_by(|left, right| left > right), "the newest come first, each once");
        let asked = world.requests_to("GET", "/activities/parents");
        let pages: Vec<_> = asked.iter().filter(|request| request.query.contains("limit=200")).collect();
        assert_eq!(pages.len(), 2);
        world.select("Kind", "Detach").await;
        world.sees_path("/activities?kind=detach").await;
        world.press("Download CSV").await;
        let (_, rows) = read(world, "activities-detach").await;
        assert!(!rows.is_empty() && rows.iter().all(|row| row[1].starts_with("Detach")), "{rows:?}");
    });
}

#[test]
fn a_page_that_cannot_be_read_leaves_no_file() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        world.sees_heading("Activities").await;
        make_many_activities(world).await;
        world.hold("offset=0").await;
        world.press("Download CSV").await;
        world.sees_held().await;
        world.fail_reading("/activities/parents", &Failure::html(503));
        world.release().await;
        world.sees("No file was saved").await;
        world.sees("The Landscape server failed (status 503).").await;
        assert_eq!(world.saved_files(), [""; 0]);
        world.press("Download CSV").await;
        assert_eq!(read(world, "activities").await.1.len(), MANY + 3);
        world.shows_nowhere("No file was saved").await;
    });
}

#[test]
fn a_long_file_can_be_stopped() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        world.sees_heading("Activities").await;
        world.hold("limit=200").await;
        world.press("Download CSV").await;
        world.sees_held().await;
        world.press("Stop").await;
        world.sees("Stopped. No file was saved.").await;
        world.release().await;
        world.press("Refresh").await;
        world.sees("Activity 101").await;
        assert_eq!(world.saved_files(), [""; 0]);
    });
}
