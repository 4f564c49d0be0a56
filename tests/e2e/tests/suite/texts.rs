//! What the server says is shown as it is: as text, also where it looks like markup or like nothing known.

use e2e::{Setup, World, scenario, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Failure, Seed};
use serde_json::{Value, json};

const MARKUP: &str = "<img src=x onerror=alert(1)>";

fn answer(body: &Value) -> Failure {
    Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_string() }
}

/// A text has not become elements. (An alert would fail the next command.)
async fn nothing_was_rendered(world: &World) {
    assert_eq!(world.script("return document.querySelectorAll('img, dl b, dl script, td b').length").await, 0);
}

#[test]
fn a_result_text_that_looks_like_html_stays_text() {
    scenario(async |world| {
        world.open_signed_in("/activities/103").await;
        world.sees_fact("Result text", MARKUP).await;
        nothing_was_rendered(world).await;
    });
}

#[test]
fn a_title_that_looks_like_html_stays_text() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "34").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.sees("Queued for 1 of 1 computer").await;
        world.open("/activities/114").await;
        let summary = "Attach a pro token to <b>Bold</b> & \"quoted\" <script>alert(1)</script>";
        world.sees_fact("Summary", summary).await;
        nothing_was_rendered(world).await;
    });
}

#[test]
fn a_contract_that_looks_like_html_stays_text() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let contract = json!({ "id": 1, "contract_id": MARKUP, "expiration_date": MARKUP });
        world.stub.fail_always("GET", "/contracts/", answer(&contract));
        world.stub.fail_always("GET", "/contracts", answer(&json!({ "results": [contract] })));
        world.follow("Contracts").await;
        world.sees_column("Contracts", 0, &[MARKUP]).await;
        world.sees_column("Contracts", 2, &[MARKUP]).await;
        nothing_was_rendered(world).await;
        world.follow(MARKUP).await;
        world.sees_heading(MARKUP).await;
        world.sees_fact("Expires", MARKUP).await;
        nothing_was_rendered(world).await;
    });
}

#[test]
fn an_error_that_looks_like_html_stays_text() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_always("GET", "/contracts", Failure::json(500, "InternalServerError", MARKUP));
        world.follow("Contracts").await;
        world.sees(MARKUP).await;
        nothing_was_rendered(world).await;
    });
}

#[test]
fn fields_that_nobody_documents_and_fields_that_are_null_do_no_harm() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let contract = json!({ "results": [
            { "id": 1, "contract_id": "from-the-future", "expiration_date": "2099-01-01T00:00:00", "tiers": [1, 2] },
            { "id": 2, "contract_id": "without-an-end", "expiration_date": null },
        ], "next_page": "?" });
        world.stub.fail_always("GET", "/contracts", answer(&contract));
        world.follow("Contracts").await;
        world.sees_column("Contracts", 0, &["from-the-future", "without-an-end"]).await;
        world.sees_column("Contracts", 3, &["Active", "Never expires"]).await;
        world.stub.fail_always("GET", "/activities/7", answer(&json!({ "id": 7, "mood": "fine" })));
        world.open("/activities/7").await;
        world.sees_fact("ID", "7").await;
        for term in ["Summary", "Type", "Creator", "Created", "Deliver delay window", "Result text"] {
            world.sees_fact(term, "—").await;
        }
    });
}

#[test]
fn the_exact_date_says_utc_where_it_names_no_zone_and_is_the_text_itself_otherwise() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let dates = [
            ("2096-02-29", "29 Feb 2096", "2096-02-29 UTC (Wednesday)"),
            ("2097-05-04T10:00:00Z", "4 May 2097", "2097-05-04T10:00:00Z (Saturday)"),
            ("2098-01-01T00:30:00+02:00", "1 Jan 2098", "2098-01-01T00:30:00+02:00 (Wednesday)"),
            ("2098-12-31T00:00:00", "31 Dec 2098", "2098-12-31T00:00:00 UTC (Wednesday)"),
            ("one day", "one day", "one day"),
        ];
        let rows: Vec<_> = dates
            .iter()
            .enumerate()
            .map(|(id, (date, _, _))| json!({ "id": id, "contract_id": format!("c{id}"), "expiration_date": date }))
            .collect();
        world.stub.fail_always("GET", "/contracts", answer(&json!({ "results": rows })));
        world.follow("Contracts").await;
        world.sees("5 contracts").await;
        for (_, shown, exact) in dates {
            assert_eq!(world.hint(shown).await, exact);
        }
    });
}

/// The days on which contracts end, in the order of the table.
async fn check_ends(world: &World, ends: [&str; 3]) {
    let rows = world.rows("Contracts").await;
    assert!(rows.len() == 3 && rows.iter().zip(ends).all(|(row, end)| row[2].starts_with(end)), "{rows:?}");
}

#[test]
fn rows_with_the_same_id_are_kept_apart() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let row =
            |name: &str, year: u16| json!({ "id": 7, "contract_id": name, "expiration_date": format!("{year}-01-01") });
        let rows = json!({ "results": [row("a", 2093), row("b", 2091), row("c", 2092)] });
        world.stub.fail_always("GET", "/contracts", answer(&rows));
        world.follow("Contracts").await;
        world.sees_column("Contracts", 0, &["b", "c", "a"]).await;
        world.press("Contract").await;
        world.sees_column("Contracts", 0, &["a", "b", "c"]).await;
        check_ends(world, ["1 Jan 2093, ", "1 Jan 2091, ", "1 Jan 2092, "]).await;
        world.press("Contract").await;
        world.sees_column("Contracts", 0, &["c", "b", "a"]).await;
        world.search("Filter contracts", "2091").await;
        world.sees_column("Contracts", 0, &["b"]).await;
        world.search("Filter contracts", "").await;
        world.sees("3 contracts").await;
        check_ends(world, ["1 Jan 2092, ", "1 Jan 2091, ", "1 Jan 2093, "]).await;
    });
}

#[test]
fn why_a_table_is_empty_is_told_of_the_question_that_was_answered() {
    let empty = Setup { seed: Seed::Empty, ..Setup::default() };
    scenario_with(empty, async |world| {
        world.open_signed_in("/contracts").await;
        for (page, choice, none, filtered) in [
            ("Contracts", "Active only", "This account has no Ubuntu Pro contracts.", "No active contracts"),
            ("Legacy licenses", "Available only", "This account has no legacy licenses.", "No matching licenses"),
        ] {
            world.follow(page).await;
            world.sees(none).await;
            world.hold("_only=true").await;
            world.tick(choice).await;
            world.sees_held().await;
            world.sees(none).await;
            world.shows_nowhere(filtered).await;
            world.release().await;
            world.sees(filtered).await;
            world.shows_nowhere(none).await;
        }
    });
}
