//! Answers that are not quite as documented: one odd row hides no good one, and is told; ids are exact.

use e2e::{Role, World, journal::json_body, scenario, world::PRO_TOKEN};
use landscape_stub::Failure;
use serde_json::{Value, json};

/// The first whole number that a JavaScript number cannot hold.
const BEYOND: &str = "9007199254740993";

fn answer(body: &str) -> Failure {
    Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_owned() }
}

/// A list of which every endpoint's is made: two good rows, one without an id, and one that comes twice.
fn odd_rows(good: [Value; 2]) -> String {
    let [first, second] = good;
    json!({ "count": 4, "results": [first.clone(), { "summary": "nameless" }, second, first] }).to_string()
}

async fn told(world: &World) -> String {
    world.sees("2 rows could not be read").await;
    world.script("document.querySelector('.unreadable-rows').open = true").await;
    world.sees("Row 2: it has no id.").await;
    world.script_text("return document.querySelector('main').innerText").await
}

#[test]
fn odd_contracts_leave_the_good_ones_on_the_page_and_are_named_in_the_file() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let contract = |id: &str| json!({ "id": 7, "contract_id": id, "expiration_date": "2098-01-01" });
        world.stub.fail_always("GET", "/contracts", answer(&odd_rows([contract("c-1"), contract("c-2")])));
        world.follow("Contracts").await;
        world.sees("2 contracts").await;
        world.sees_column("Contracts", 0, &["c-1", "c-2"]).await;
        assert!(told(world).await.contains("Row 4, id “c-1”: its id was there before."));
        world.press("Download CSV").await;
        world.sees("with 2 rows. 2 rows could not be read: the file names them at its end.").await;
        let file = String::from_utf8(world.download_of_today("contracts").await).expect("it is UTF-8");
        let lines: Vec<_> = file.lines().skip(1).collect();
        assert_eq!(
            lines[2..],
            [
                r#""","Could not be read, row 2: it has no id","","""#,
                r#""c-1","Could not be read, row 4: its id was there before","","""#,
            ]
        );
    });
}

#[test]
fn odd_licenses_and_activities_leave_the_good_ones_on_the_page() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let rows = odd_rows([json!({ "id": 8, "available_seats": "3" }), json!({ "id": BEYOND })]);
        world.stub.fail_always("GET", "/legacy-licenses", answer(&rows));
        world.follow("Legacy licenses").await;
        world.sees_column("Legacy licenses", 0, &["License 8", &format!("License {BEYOND}")]).await;
        told(world).await;
        let activity =
            |id: i64| json!({ "id": id, "summary": "Attach a pro token to computers", "activity_status": 5 });
        world.stub.fail_always("GET", "/activities/parents", answer(&odd_rows([activity(7), activity(8)])));
        world.follow("Activities").await;
        world.sees_column("Activities", 0, &["Activity 8", "Activity 7"]).await;
        told(world).await;
        world.follow("Overview").await;
        world.sees("2 rows could not be read").await;
    });
}

#[test]
fn odd_computers_leave_the_good_ones_on_the_page_and_are_not_chosen() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let rows = odd_rows([json!({ "id": 1, "title": "Birch" }), json!({ "id": 2, "title": 7 })]);
        let more = rows.replace("\"count\":4", "\"count\":70");
        world.stub.fail_next("GET", "/computers", answer(&more));
        world.stub.fail_next("GET", "/computers", answer(&rows));
        world.follow("Computers").await;
        world.sees("70 computers").await;
        world.sees("The server counts 50 rows for this part of the list, and gave 4.").await;
        told(world).await;
        world.press("Select all 70 that match").await;
        world.sees("2 rows could not be read or came twice, and were not added.").await;
        world.sees("2 computers selected").await;
    });
}

#[test]
fn a_count_that_is_another_than_that_of_the_rows_is_stated_on_every_page_that_shows_one() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let rows = |row: Value| answer(&json!({ "count": 70, "results": [row] }).to_string());
        world.stub.fail_always("GET", "/computers", rows(json!({ "id": 1, "title": "Birch" })));
        world.stub.fail_always(
            "GET",
            "/activities/parents",
            rows(json!({ "id": 7, "summary": "Attach a pro token to computers", "activity_status": "delivered" })),
        );
        world.follow("Contracts").await;
        world.follow("contract-id-1").await;
        world.sees("The server counts 50 rows for this part of the list, and gave 1.").await;
        world.follow("Activities").await;
        world.sees_heading("Activities").await;
        world.sees("The server counts 50 rows for this part of the list, and gave 1.").await;
        // A file is whole, or there is none.
        world.press("Download CSV").await;
        world.sees("No file was saved").await;
        world.sees("it ends after 1 of 70 rows").await;
    });
}

#[test]
fn a_computer_that_cannot_be_read_is_sent_once_it_is_answered_for() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let row = json!({ "results": [{ "id": 1 }, { "id": 2, "title": "a", "id ": 1 }] }).to_string();
        // A field that comes twice: JSON of which nobody can say what it means.
        let rows = row.replace("\"id \":1", "\"title\":\"b\"");
        world.stub.fail_next("GET", "/computers", answer(&rows));
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        let dialog = world.dialog().await;
        assert!(dialog.contains("1 computer is sent without being known"), "{dialog}");
        world.press("Attach").await;
        world.sees("Queued for 2 of 2 computers").await;
        let sent = world.requests_to("POST", "/attach-token");
        assert_eq!(json_body(&sent[0])["computer_ids"], json!([1, 2]));
    });
}

#[test]
fn an_id_beyond_what_numbers_of_the_browser_hold_is_exact_on_the_page_and_in_the_request() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let rows = format!(r#"{{"count": 1, "results": [{{"id": {BEYOND}, "title": "Far"}}]}}"#);
        // The list, and the check by id.
        world.stub.fail_next("GET", "/computers", answer(&rows));
        world.stub.fail_next("GET", "/computers", answer(&rows));
        world.follow("Computers").await;
        world.sees("Far").await;
        world.click(Role::Checkbox, "Select Far").await;
        world.press("Attach token").await;
        world.sees_value("Computer IDs", BEYOND).await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.sees_requests("POST", "/attach-token", 1).await;
        let sent = world.requests_to("POST", "/attach-token");
        assert!(sent[0].body.contains(&format!(r#""computer_ids":[{BEYOND}]"#)));
    });
}
