//! What the server says is shown as it is: as text, also where it looks like markup or like nothing known.

use e2e::{World, scenario, world::PRO_TOKEN};
use landscape_stub::Failure;
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
