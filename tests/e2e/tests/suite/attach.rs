//! Attaching a Pro token to computers.

use std::time::Duration;

use e2e::{Role, Setup, World, journal::json_body, scenario, scenario_with, world::PRO_TOKEN};
use fantoccini::key::Key;
use landscape_stub::Failure;
use serde_json::json;

fn slow() -> Setup {
    Setup { latency: Duration::from_millis(500), ..Setup::default() }
}

/// Every field of an activity, in the order in which it is shown.
const FIELDS: [&str; 12] = [
    "ID",
    "Status",
    "Summary",
    "Type",
    "Creator",
    "Created",
    "Approved",
    "Completed",
    "Deliver delay window",
    "Parent",
    "Result code",
    "Result text",
];

async fn fill(world: &World, ids: &str, token: &str) {
    world.fill("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", token).await;
}

async fn attach(world: &World, ids: &str, token: &str) {
    fill(world, ids, token).await;
    world.press("Attach token").await;
}

/// Sends to those too that the summary would leave out.
async fn attach_all(world: &World, ids: &str, keep: &str) {
    fill(world, ids, PRO_TOKEN).await;
    world.tick(keep).await;
    world.press("Attach token").await;
}

const KEEP_ONE: &str = "Send to the one without Pro management all the same";
const KEEP_TWO: &str = "Send to the 2 without Pro management all the same";

#[test]
fn the_page_says_what_it_needs() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees_heading("Attach token").await;
        world.sees("Which computers can do this").await;
        world.sees("25.10 and newer").await;
        world.shows_nowhere("Where this is available").await;
        world.sees_attribute(Role::Textbox, "Ubuntu Pro token", "type", Some("password")).await;
    });
}

#[test]
fn the_request_is_sent_as_documented() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1, 2\n3", &format!("  {PRO_TOKEN} ")).await;
        world.sees("Queued for 3 of 3 computers").await;
        let request = world.only_request("POST", "/attach-token");
        assert_eq!(json_body(&request), json!({ "computer_ids": [1, 2, 3], "token": PRO_TOKEN }));
        assert_eq!(request.headers["content-type"], "application/json");
        assert!(request.headers["authorization"].starts_with("Bearer "));
        assert_eq!(request.query, "");
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn the_answer_is_shown_as_the_activity_with_every_field() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1 2", PRO_TOKEN).await;
        world.find(Role::Heading, "Activity 113").await;
        world.sees_focus("heading", "Activity 113").await;
        world.sees_heading("Attach token").await;
        let facts = world.facts().await;
        assert_eq!(facts.iter().map(|fact| fact.0.as_str()).collect::<Vec<_>>(), FIELDS);
        let value = |name: &str| facts.iter().find(|fact| fact.0 == name).map(|fact| fact.1.as_str());
        for (name, expected) in [
            ("ID", "113"),
            ("Status", "Queued"),
            ("Summary", "Attach a pro token to computers"),
            ("Type", "ActivityGroup"),
            ("Approved", "—"),
            ("Completed", "—"),
            ("Parent", "—"),
            ("Result code", "—"),
            ("Result text", "—"),
        ] {
            assert_eq!(value(name), Some(expected), "{name}");
        }
        let creator = value("Creator").expect("there is a creator");
        assert!(creator.contains("John Smith") && creator.contains("john.smith@example.com"), "{creator}");
        assert!(value("Deliver delay window").is_some_and(|window| window.starts_with('0')));
        assert!(value("Created").is_some_and(|created| created != "—"));
        assert!(!world.has(Role::Heading, "Invalid computer IDs").await);
        assert!(!world.has(Role::Heading, "Nonexistent computer IDs").await);
    });
}

#[test]
fn a_partial_answer_names_every_computer_that_was_left_out() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach_all(world, "1, 2, 7, 9, 1000, 1001, 4711", KEEP_TWO).await;
        world.sees("Queued for 2 of 7 computers").await;
        world.find(Role::Heading, "Activity 113").await;
        let invalid = world.part("Invalid computer IDs").await;
        assert!(invalid.contains("7, 9") && !invalid.contains("1000"), "{invalid}");
        let nonexistent = world.part("Nonexistent computer IDs").await;
        assert!(nonexistent.contains("1000, 1001, 4711") && !nonexistent.contains("7, 9"), "{nonexistent}");
        world.press("Copy").await;
        world.sees("Copied").await;
    });
}

#[test]
fn only_invalid_or_only_nonexistent_computers_are_named_alone() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach_all(world, "1 10", KEEP_ONE).await;
        world.sees("Queued for 1 of 2 computers").await;
        world.find(Role::Heading, "Invalid computer IDs").await;
        assert!(!world.has(Role::Heading, "Nonexistent computer IDs").await);
        attach(world, "2 1000", PRO_TOKEN).await;
        world.find(Role::Heading, "Nonexistent computer IDs").await;
        world.misses(Role::Heading, "Invalid computer IDs").await;
        world.find(Role::Heading, "Activity 115").await;
    });
}

#[test]
fn an_answer_without_an_activity_is_no_success() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1 2", "stub-null-activity").await;
        world.sees("Nothing was queued").await;
        world.shows_nowhere("Queued for").await;
        attach_all(world, "7 1000", KEEP_ONE).await;
        world.find(Role::Heading, "Invalid computer IDs").await;
        world.find(Role::Heading, "Nonexistent computer IDs").await;
        world.sees("Nothing was queued").await;
        world.shows_nowhere("Queued for").await;
    });
}

#[test]
fn a_status_that_nobody_documents_is_shown_as_it_is() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1", "stub-unknown-status").await;
        world.sees_fact("Status", "pondering").await;
    });
}

#[test]
fn the_token_is_emptied_after_success_and_kept_after_a_failure() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_next("POST", "/attach-token", Failure::json(500, "InternalServerError", "A gear is stuck."));
        attach(world, "1 2", PRO_TOKEN).await;
        world.sees("A gear is stuck.").await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees_value("Computer IDs", "1 2").await;
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_value("Ubuntu Pro token", "").await;
        assert_eq!(world.requests_to("POST", "/attach-token").len(), 2);
    });
}

#[test]
fn nothing_is_sent_until_every_id_is_good_and_each_bad_one_is_named() {
    scenario(async |world| {
        let bad = ["-3", "4.5", "+5", "two!", "a:b", "99999999999999999999", "<b>"];
        world.open_signed_in("/attach").await;
        attach(world, &format!("1, {}", bad.join(" ")), PRO_TOKEN).await;
        for piece in bad {
            world.sees_focus_on_text(piece).await;
        }
        world.sees_attribute(Role::Textbox, "Computer IDs", "aria-invalid", Some("true")).await;
        attach(world, "", "").await;
        world.sees_focus_on_text("Enter the ID of at least one computer.").await;
        world.sees_focus_on_text("Enter the Ubuntu Pro token.").await;
        assert_eq!(world.writes(), 0);
        attach(world, "1", PRO_TOKEN).await;
        world.sees("Queued for 1 of 1 computer").await;
        world.shows_nowhere("There is a problem").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn duplicates_are_folded_with_a_note() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        fill(world, "1 2,1\n2 1", PRO_TOKEN).await;
        world.sees("2 computers. 3 duplicates were folded.").await;
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_value("Computer IDs", "").await;
        let result = world.part("Activity 113").await;
        assert!(result.contains("3 duplicates were folded."), "the result tells it too: {result}");
        assert_eq!(json_body(&world.only_request("POST", "/attach-token"))["computer_ids"], json!([1, 2]));
        attach(world, "1 1", PRO_TOKEN).await;
        world.find(Role::Heading, "Activity 116").await;
        assert!(world.part("Activity 116").await.contains("1 duplicate was folded."));
        attach(world, "1", PRO_TOKEN).await;
        world.find(Role::Heading, "Activity 118").await;
        world.shows_nowhere("folded").await;
    });
}

#[test]
fn ids_are_pasted_by_the_thousand() {
    scenario(async |world| {
        let ids: Vec<u32> = (1..=5000).collect();
        let text = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        world.open_signed_in("/attach").await;
        world.paste("Computer IDs", &text).await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees("5,000 computers").await;
        world.tick("Send to the 8 without Pro management all the same").await;
        world.press("Attach token").await;
        world.dialog().await;
        world.press("Attach").await;
        world.sees("Queued for 40 of 5,000 computers").await;
        let requests = world.requests_to("POST", "/attach-token");
        assert_eq!(requests.len(), 10, "one carries 500 of them");
        let sent = requests.iter().filter_map(|request| json_body(request)["computer_ids"].as_array().cloned());
        assert_eq!(json!(sent.flatten().collect::<Vec<_>>()), json!(ids));
        let invalid = world.part("Invalid computer IDs").await;
        assert!(invalid.contains("7, 8, 9, 10, 11, 12, 22, 25"), "{invalid}");
    });
}

#[test]
fn one_press_sends_one_request_however_fast_one_clicks() {
    scenario_with(slow(), async |world| {
        world.open_signed_in("/attach").await;
        fill(world, "1", PRO_TOKEN).await;
        world.press_fast("Attach token", 5).await;
        world.press("Attach token").await;
        world.sees("Queued for 1 of 1 computer").await;
        assert_eq!(world.writes(), 1);
        world.find(Role::Heading, "Activity 113").await;
    });
}

#[test]
fn enter_pressed_many_times_sends_one_request() {
    scenario_with(slow(), async |world| {
        world.open_signed_in("/attach").await;
        fill(world, "1", PRO_TOKEN).await;
        world.keys(&[Key::Enter.into(); 4]).await;
        world.sees("Queued for 1 of 1 computer").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn a_slow_answer_is_waited_for_and_told() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1", "stub-slow").await;
        world.sees("Sending…").await;
        world.sees("Queued for 1 of 1 computer").await;
        world.sees_no_more("Sending…").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn show_reveals_the_token_and_hide_hides_it() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Show").await;
        world.sees_attribute(Role::Textbox, "Ubuntu Pro token", "type", Some("text")).await;
        world.press("Hide").await;
        world.sees_attribute(Role::Textbox, "Ubuntu Pro token", "type", Some("password")).await;
        assert_eq!(world.value("Ubuntu Pro token").await, PRO_TOKEN);
        assert_eq!(world.writes(), 0);
    });
}

/// Wherever a page leaves something behind, the Pro token is not in it.
async fn token_is_nowhere(world: &World) {
    let everywhere = "return [
        location.href, document.title, document.documentElement.outerHTML, document.cookie, window.name,
        JSON.stringify(history.state), JSON.stringify(sessionStorage), JSON.stringify(localStorage),
    ].join('\\n')";
    assert!(!world.script_text(everywhere).await.contains(PRO_TOKEN));
    assert!(world.console().await.iter().all(|line| !line.contains(PRO_TOKEN)));
}

#[test]
fn the_pro_token_stays_in_its_field_and_its_request() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        fill(world, "1", PRO_TOKEN).await;
        world.press("Show").await;
        token_is_nowhere(world).await;
        world.stub.fail_next("POST", "/attach-token", Failure::html(500));
        world.press("Attach token").await;
        world.sees("The request may have been queued").await;
        token_is_nowhere(world).await;
        world.press("Attach token").await;
        world.sees("Queued for 1 of 1 computer").await;
        token_is_nowhere(world).await;
        for request in world.stub.requests() {
            assert!(request.path == "/api/v2/attach-token" || !request.body.contains(PRO_TOKEN));
            assert!(!request.query.contains(PRO_TOKEN));
        }
    });
}

#[test]
fn the_typed_ids_survive_a_look_at_another_page() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        fill(world, "1, 2", PRO_TOKEN).await;
        world.follow("Contracts").await;
        world.dialog().await;
        world.press("Leave").await;
        world.sees_heading("Contracts").await;
        world.follow("Attach token").await;
        world.sees_value("Computer IDs", "1, 2").await;
        world.sees_value("Ubuntu Pro token", "").await;
    });
}
