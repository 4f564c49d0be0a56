//! Detaching Pro tokens from computers.

use std::time::Duration;

use e2e::{Role, Setup, World, journal::json_body, scenario, scenario_with};
use fantoccini::key::Key;
use landscape_stub::Failure;
use serde_json::json;

/// Fills in the form and presses its button, which asks first.
async fn ask(world: &World, ids: &str) -> String {
    world.fill("Computer IDs", ids).await;
    world.press("Detach token").await;
    world.dialog().await
}

#[test]
fn the_page_says_what_it_needs() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.sees_heading("Detach token").await;
        world.sees("Which computers can do this").await;
        world.sees("25.10 and newer").await;
        world.sees("Where this is available").await;
        world.sees("elf-hosted").await;
        world.sees("SaaS accounts").await;
        world.shows_nowhere("Ubuntu Pro token").await;
    });
}

#[test]
fn a_dialog_says_how_many_and_what_it_means() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        let dialog = ask(world, "4, 5, 5").await;
        assert!(dialog.contains("2 computers"), "{dialog}");
        assert!(dialog.contains("Ubuntu Pro"), "{dialog}");
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        let dialog = ask(world, "4").await;
        assert!(dialog.contains("1 computer") && !dialog.contains("1 computers"), "{dialog}");
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn cancel_and_escape_send_nothing_and_give_the_focus_back() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        ask(world, "4 5").await;
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        world.sees_focus("button", "Detach token").await;
        world.press("Detach token").await;
        world.dialog().await;
        world.key(Key::Escape).await;
        world.sees_no_dialog().await;
        world.sees_focus("button", "Detach token").await;
        world.press("Detach token").await;
        world.dialog().await;
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        assert_eq!(world.writes(), 0);
        world.sees_value("Computer IDs", "4 5").await;
    });
}

#[test]
fn the_request_is_sent_as_documented() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        ask(world, "4, 5\n6").await;
        assert_eq!(world.writes(), 0);
        world.press("Detach").await;
        world.sees("Queued for 3 of 3 computers").await;
        world.find(Role::Heading, "Activity 113").await;
        world.sees_fact("Summary", "Detach pro token from computers").await;
        let request = world.only_request("POST", "/detach-token");
        assert_eq!(json_body(&request), json!({ "computer_ids": [4, 5, 6] }));
        assert_eq!(request.headers["content-type"], "application/json");
        assert_eq!(world.writes(), 1);
        world.sees_no_dialog().await;
    });
}

#[test]
fn duplicates_are_folded_with_a_note_in_the_result_too() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        ask(world, "4, 5, 4 5 5").await;
        world.press("Detach").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_value("Computer IDs", "").await;
        let result = world.part("Activity 113").await;
        assert!(result.contains("3 duplicates were folded."), "{result}");
        assert_eq!(json_body(&world.only_request("POST", "/detach-token")), json!({ "computer_ids": [4, 5] }));
    });
}

#[test]
fn a_partial_answer_names_every_computer_that_was_left_out() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.fill("Computer IDs", "4 5 1 9 1000").await;
        world.tab().await;
        world.tick("Send to the one without a token all the same").await;
        world.tick("Send to the one without Pro management all the same").await;
        world.press("Detach token").await;
        world.dialog().await;
        world.press("Detach").await;
        world.sees("Queued for 2 of 5 computers").await;
        assert!(world.part("Invalid computer IDs").await.contains("1, 9"));
        assert!(world.part("Nonexistent computer IDs").await.contains("1000"));
    });
}

#[test]
fn an_answer_without_an_activity_is_no_success() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        ask(world, "4 90002").await;
        world.press("Detach").await;
        world.sees("Nothing was queued").await;
        world.shows_nowhere("Queued for").await;
    });
}

#[test]
fn nothing_is_asked_until_every_id_is_good() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.press("Detach token").await;
        world.sees_focus_on_text("Enter the ID of at least one computer.").await;
        world.fill("Computer IDs", "4 five six 7").await;
        world.press("Detach token").await;
        world.sees_focus_on_text("five").await;
        world.sees_focus_on_text("six").await;
        world.sees_no_dialog().await;
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn one_press_sends_one_request_however_fast_one_clicks() {
    let slow = Setup { latency: Duration::from_millis(500), ..Setup::default() };
    scenario_with(slow, async |world| {
        world.open_signed_in("/detach").await;
        ask(world, "4").await;
        world.press_fast("Detach", 5).await;
        world.sees("Queued for 1 of 1 computer").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn a_failure_is_told_and_the_ids_stay() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        let refusal = Failure::json(403, "Forbidden", "Detaching is not enabled for this account.");
        world.stub.fail_next("POST", "/detach-token", refusal);
        ask(world, "4 5").await;
        world.press("Detach").await;
        world.sees("Detaching is not enabled for this account.").await;
        world.sees_value("Computer IDs", "4 5").await;
        world.press("Detach token").await;
        world.press("Detach").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.shows_nowhere("not enabled").await;
    });
}
