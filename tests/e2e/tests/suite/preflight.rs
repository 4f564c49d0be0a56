//! What is checked before a token is attached or detached, and that nothing else is sent than what was said.

use e2e::{Role, World, journal::json_body, scenario, world::PRO_TOKEN};
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Fills in the form of attaching; its field for computers is left by that.
pub(crate) async fn fill(world: &World, ids: &str) {
    world.open_signed_in("/attach").await;
    world.paste("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
}

/// Fills in the form of detaching, and leaves its field.
pub(crate) async fn fill_detach(world: &World, ids: &str) {
    world.open_signed_in("/detach").await;
    world.paste("Computer IDs", ids).await;
    world.tab().await;
}

/// The computers of each request so far.
pub(crate) fn sent(world: &World, path: &str) -> Vec<Value> {
    world.requests_to("POST", path).iter().map(|request| json_body(request)["computer_ids"].clone()).collect()
}

/// Checks that a text has all of these words.
#[track_caller]
pub(crate) fn check_says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "“{word}” is not in “{text}”");
    }
}

#[test]
fn the_summary_of_attaching_counts_what_there_is() {
    scenario(async |world| {
        fill(world, "1, 2, 4, 5, 6, 7, 11, 36, 4711").await;
        world.sees("The token will be sent for 7 of 9 computers.").await;
        check_says(
            &world.part("2 computers have no token").await,
            &["Birch web front 1 ID 1", "Birch web front 2 ID 2"],
        );
        let replaced = world.part("4 computers have a token").await;
        check_says(
            &replaced,
            &["will be replaced", "contract-id-2 (2), contract-id-3 (1), unknown (1)", "Show all 4 computers"],
        );
        assert!(!replaced.contains("ID 36"), "three are named at first: {replaced}");
        world.press("Show all 4 computers: 4 computers have a token").await;
        check_says(&world.part("4 computers have a token").await, &["Tells only that it is attached ID 36"]);
        let left_out = world.part("2 computers have Pro management off, or cannot have it").await;
        check_says(&left_out, &["Left out.", "Museum 1 (old client) ID 7", "Vault 1 (no ProManagement) ID 11"]);
        check_says(&world.part("1 ID is unknown").await, &["ID 4711", "Sent all the same"]);
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn what_is_left_out_is_not_sent_and_is_named_afterwards() {
    scenario(async |world| {
        fill(world, "7, 1, 11, 2").await;
        world.press("Attach token").await;
        let dialog = world.dialog().await;
        check_says(&dialog, &["Attach the token to 2 computers?", "2 computers have Pro management off"]);
        check_says(&dialog, &["left out"]);
        assert_eq!(world.writes(), 0);
        world.press("Attach").await;
        world.sees("Queued for 2 of 2 computers").await;
        assert_eq!(sent(world, "/attach-token"), [json!([1, 2])]);
        check_says(&world.part("Left out before sending").await, &["7, 11"]);
        world.sees_value("Computer IDs", "").await;
        assert!(!world.has(Role::Heading, "Summary").await);
    });
}

#[test]
fn what_is_kept_is_sent() {
    scenario(async |world| {
        fill(world, "7 1").await;
        world.sees("The token will be sent for 1 of 2 computers.").await;
        world.tick("Send to the one without Pro management all the same").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.press("Attach token").await;
        world.sees("Queued for 1 of 2 computers").await;
        assert_eq!(sent(world, "/attach-token"), [json!([7, 1])]);
        assert!(!world.has(Role::Heading, "Left out before sending").await);
    });
}

#[test]
fn replacing_tokens_is_asked_about_and_cancel_sends_nothing() {
    scenario(async |world| {
        fill(world, "1 4 5").await;
        for close in [None, Some(Key::Escape)] {
            world.press("Attach token").await;
            check_says(&world.dialog().await, &["2 computers have a token already, which will be replaced."]);
            match close {
                None => world.press("Cancel").await,
                Some(key) => world.key(key).await,
            }
            world.sees_no_dialog().await;
            world.sees_focus("button", "Attach token").await;
            world.sees_value("Computer IDs", "1 4 5").await;
            world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        }
        assert_eq!(world.writes(), 0);
        world.press("Attach token").await;
        world.dialog().await;
        world.press("Attach").await;
        world.sees("Queued for 3 of 3 computers").await;
        assert_eq!(sent(world, "/attach-token"), [json!([1, 4, 5])]);
    });
}

#[test]
fn a_dry_run_shows_the_summary_and_sends_nothing() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.press("Dry run").await;
        world.sees_focus_on_text("Enter the ID of at least one computer.").await;
        world.fill("Computer IDs", "1 4").await;
        world.press("Dry run").await;
        world.sees("Dry run: nothing was sent. The token will be sent for 2 of 2 computers.").await;
        world.sees_focus("heading", "Summary").await;
        world.shows_nowhere("Enter the Ubuntu Pro token.").await;
        let asked = world.requests_to("GET", "/computers").len();
        world.press("Dry run").await;
        world.sees_requests("GET", "/computers", asked + 3).await;
        world.fill("Computer IDs", "1").await;
        world.sees_no_more("Dry run: nothing was sent.").await;
        world.follow("Detach token").await;
        world.fill("Computer IDs", "4 1").await;
        world.press("Dry run").await;
        world.sees("Dry run: nothing was sent. Ubuntu Pro will be detached from 1 of 2 computers.").await;
        assert!(!world.has(Role::Dialog, "Detach Ubuntu Pro from 1 computer?").await);
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn hostnames_are_resolved_and_the_request_holds_ids() {
    scenario(async |world| {
        fill(world, "birch-web-1, 2 Cedar-DB-1\n1").await;
        world.sees("4 computers, 2 of them by hostname.").await;
        world.sees("The token will be sent for 3 of 3 computers.").await;
        world.press("Attach token").await;
        world.sees("Queued for 3 of 3 computers").await;
        assert_eq!(sent(world, "/attach-token"), [json!([1, 2, 3])]);
        check_says(&world.part("Activity 113").await, &["1 duplicate was folded."]);
    });
}

#[test]
fn a_pasted_table_gives_its_column() {
    scenario(async |world| {
        fill(world, "title;Hostname;tags\n\"Birch; 1\";birch-web-1;web\nCedar;cedar-db-1;").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.paste("Computer IDs", "\u{feff}\"computer_id\",\"title\"\r\n\"2\",\"Birch, 2\"\r\n\"3\",\"x\"\r\n").await;
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        assert_eq!(sent(world, "/attach-token"), [json!([2, 3])]);
    });
}

#[test]
fn hostnames_of_no_computer_or_of_several_are_named_and_nothing_is_sent() {
    scenario(async |world| {
        fill(world, "1, gone-1, twin, gone-2").await;
        world.sees("No computer of this account has these hostnames: “gone-1”, “gone-2”.").await;
        world.sees_attribute(Role::Textbox, "Computer IDs", "aria-invalid", Some("true")).await;
        world.press("Attach token").await;
        world.sees_focus_on_text("“gone-1”, “gone-2”").await;
        world
            .sees_focus_on_text("Several computers have the hostname “twin”: enter the ID of one of them (46, 47).")
            .await;
        world.sees_no_dialog().await;
        world.press("Remove 2 hostnames that were not found from the form").await;
        world.sees_value("Computer IDs", "1, twin").await;
        world.sees("Nothing can be sent until each hostname stands for one computer.").await;
        assert_eq!(world.writes(), 0);
        world.fill("Computer IDs", "1, 46").await;
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_attribute(Role::Textbox, "Computer IDs", "aria-invalid", None).await;
    });
}

#[test]
fn detaching_warns_of_what_goes_wrong_on_these_computers() {
    scenario(async |world| {
        fill_detach(world, "4, 13, 43, 36, 1, 11").await;
        world.sees("Ubuntu Pro will be detached from 4 of 6 computers.").await;
        let warnings = [
            "3 computers have services of Ubuntu Pro enabled",
            "3 computers have the service “landscape” enabled",
            "1 computer has FIPS enabled, and may not come back after a reboot. Bank 1 (FIPS) (ID 13).",
            "1 computer is in a cloud, and may attach again at the next start.",
            "(ID 43).",
        ];
        check_says(&world.part("Summary").await, &warnings);
        world.press("Detach token").await;
        let dialog = world.dialog().await;
        check_says(&dialog, &warnings);
        check_says(&dialog, &["Detach Ubuntu Pro from 4 computers?", "1 computer has no token to take away"]);
        world.press("Detach").await;
        world.sees("Queued for 4 of 4 computers").await;
        assert_eq!(sent(world, "/detach-token"), [json!([4, 13, 43, 36])]);
        check_says(&world.part("Left out before sending").await, &["1 computer has no token to take away", "11"]);
    });
}

#[test]
fn what_is_not_attached_is_detached_only_when_it_is_kept() {
    scenario(async |world| {
        fill_detach(world, "1 2").await;
        world.sees("Nothing would be sent: 2 computers are left out.").await;
        world.press("Detach token").await;
        world.sees_focus_on_text("All of these computers would be left out.").await;
        world.sees_no_dialog().await;
        world.tick("Send to the 2 without a token all the same").await;
        world.press("Detach token").await;
        world.dialog().await;
        world.press("Detach").await;
        world.sees("Nothing was queued").await;
        assert_eq!(sent(world, "/detach-token"), [json!([1, 2])]);
    });
}

const ATTACHED: [u32; 21] = [4, 5, 6, 13, 14, 17, 18, 23, 26, 27, 28, 29, 30, 31, 32, 36, 37, 42, 43, 44, 45];

#[test]
fn detaching_more_than_twenty_wants_their_number_typed() {
    scenario(async |world| {
        let ids = ATTACHED.map(|id| id.to_string()).join(" ");
        fill_detach(world, &ids).await;
        world.press("Detach token").await;
        check_says(&world.dialog().await, &["Detach Ubuntu Pro from 21 computers?"]);
        world.press("Detach").await;
        world.sees("This is not the number of computers, which is 21.").await;
        world.sees_focus("textbox", "Type the number of computers to confirm").await;
        world.fill("Type the number of computers to confirm", "12").await;
        world.key(Key::Enter).await;
        world.sees("This is not the number of computers, which is 21.").await;
        assert_eq!(world.writes(), 0);
        world.fill("Type the number of computers to confirm", "21").await;
        world.press("Detach").await;
        world.sees("Queued for 21 of 21 computers").await;
        assert_eq!(sent(world, "/detach-token"), [json!(ATTACHED)]);
    });
}

#[test]
fn twenty_are_detached_without_typing() {
    scenario(async |world| {
        let ids = ATTACHED[1..].iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        fill_detach(world, &ids).await;
        world.press("Detach token").await;
        world.dialog().await;
        assert!(!world.has(Role::Textbox, "Type the number of computers to confirm").await);
        world.press("Detach").await;
        world.sees("Queued for 20 of 20 computers").await;
    });
}

#[test]
fn a_roll_out_goes_in_stages() {
    scenario(async |world| {
        fill(world, "3, 7, birch-web-1, 11, 2").await;
        world.fill("Only the first", "2x").await;
        world.press("Attach token").await;
        world.sees_focus_on_text("Enter a whole number, such as 20, or leave the field empty.").await;
        world.fill("Only the first", "2").await;
        world
            .sees("The token will be sent for 2 of 5 computers. The first 2 of them now: 2 computers stay in the form.")
            .await;
        world.press("Attach token").await;
        check_says(&world.dialog().await, &["Attach the token to 2 computers?", "2 computers stay in the form"]);
        world.press("Attach").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_value("Computer IDs", "11, 2").await;
        world.sees_value("Only the first", "2").await;
        let left_out = world.part("Left out before sending").await;
        assert!(left_out.contains('7') && !left_out.contains("11"), "11 waits for its stage: {left_out}");
        world.sees("The token will be sent for 1 of 2 computers.").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.dialog().await;
        world.press("Attach").await;
        world.sees_value("Computer IDs", "").await;
        world.sees_value("Only the first", "").await;
        assert_eq!(sent(world, "/attach-token"), [json!([3, 1]), json!([2])]);
    });
}
