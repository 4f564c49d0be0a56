//! Checks that take long, fail, are stopped or grow old, and what is asked of the server for them.

use e2e::{Role, Setup, scenario, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Failure, Seed, Sizes};
use serde_json::json;

use crate::preflight::{check_says, fill, fill_detach, sent};

#[test]
fn a_check_that_fails_is_told_and_sending_is_still_possible() {
    scenario(async |world| {
        let failure = Failure::json(500, "InternalServerError", "A gear is stuck.");
        world.stub.fail_always("GET", "/computers", failure);
        fill(world, "1 2").await;
        let told = world.part("The computers could not be checked").await;
        check_says(&told, &["A gear is stuck.", "you will be asked first"]);
        world.press("Attach token").await;
        check_says(
            &world.dialog().await,
            &["Attach the token to 2 computers?", "could not be checked", "A gear is stuck."],
        );
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        assert_eq!(world.writes(), 0);
        world.press("Attach token").await;
        world.dialog().await;
        world.press("Attach").await;
        world.sees("Queued for 2 of 2 computers").await;
        assert_eq!(sent(world, "/attach-token"), [json!([1, 2])]);
    });
}

#[test]
fn a_check_that_failed_is_retried() {
    scenario(async |world| {
        world.fail_reading("/computers", &Failure::html(502));
        fill(world, "1 2").await;
        world.sees("The computers could not be checked").await;
        world.press("Retry").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.shows_nowhere("could not be checked").await;
    });
}

#[test]
fn hostnames_that_cannot_be_looked_up_are_not_sent() {
    scenario(async |world| {
        world.stub.fail_always("GET", "/computers", Failure::html(503));
        fill(world, "1 birch-web-2").await;
        world.press("Attach token").await;
        world.sees_focus_on_text("The hostnames could not be looked up.").await;
        world.sees_no_dialog().await;
        assert_eq!(world.writes(), 0);
        world.stub.heal();
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
    });
}

#[test]
fn detaching_unchecked_says_that_nothing_was_counted() {
    scenario(async |world| {
        world.stub.fail_always("GET", "/computers", Failure::Drop);
        fill_detach(world, "4 5").await;
        world.press("Detach token").await;
        let dialog = world.dialog().await;
        check_says(&dialog, &["Detach Ubuntu Pro from 2 computers?", "could not be counted", "could not be reached"]);
        world.press("Detach").await;
        world.sees("Queued for 2 of 2 computers").await;
    });
}

#[test]
fn nobody_is_left_out_where_the_server_does_not_know_pro_management() {
    scenario(async |world| {
        let refusal = Failure::json(400, "InvalidQueryError", "Invalid query term `has-pro-management`.");
        world.stub.fail_after(1, "GET", "/computers", refusal);
        fill(world, "7").await;
        world.sees("The token will be sent for 1 of 1 computer.").await;
        world.sees("Whether Pro management is on could not be checked").await;
        world.press("Attach token").await;
        world.find(Role::Heading, "Invalid computer IDs").await;
        assert_eq!(sent(world, "/attach-token"), [json!([7])]);
    });
}

#[test]
fn a_long_check_can_be_stopped_and_a_press_that_waits_for_it_asks() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.hold("/computers").await;
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees_held().await;
        world.press("Stop").await;
        world.sees("You stopped the check.").await;
        world.press("Attach token").await;
        world.press("Stop").await;
        check_says(&world.dialog().await, &["Attach the token to 2 computers?", "You stopped the check."]);
        world.press("Attach").await;
        world.sees("Queued for 2 of 2 computers").await;
    });
}

#[test]
fn what_is_known_for_more_than_a_minute_is_asked_again_at_the_press() {
    scenario(async |world| {
        fill(world, "1 2").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.attach_without_a_page(&[2]).await;
        world.stub.advance(std::time::Duration::from_secs(60));
        world.put_clock_forward(2).await;
        world.press("Attach token").await;
        check_says(&world.dialog().await, &["1 computer has a token already, which will be replaced."]);
        assert_eq!(world.writes(), 1, "that was the one beside the page");
    });
}

#[test]
fn a_computer_is_taken_out_of_the_form() {
    scenario(async |world| {
        fill(world, "1 birch-web-2 3").await;
        world.press("Remove Birch web front 2 (ID 2) from the form").await;
        world.sees_value("Computer IDs", "1, 3").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.sees_focus("heading", "Summary").await;
        let asked = world.requests_to("GET", "/computers").len();
        world.press("Remove Birch web front 1 (ID 1) from the form").await;
        world.sees("The token will be sent for 1 of 1 computer.").await;
        assert_eq!(world.requests_to("GET", "/computers").len(), asked, "what is known is not asked again");
    });
}

#[test]
fn another_account_is_checked_anew() {
    scenario(async |world| {
        fill_detach(world, "4 501").await;
        world.sees("1 ID is unknown").await;
        world.select("Account", "Test lab").await;
        check_says(&world.part("1 ID is unknown").await, &["ID 4"]);
        world.sees_no_more("Cedar database 2").await;
    });
}

/// Reading 20,000 computers by their ids would take 400 requests.
#[test]
fn a_whole_fleet_is_checked_in_few_requests() {
    let sizes = Sizes { computers: 20_000, contracts: 10, licenses: 10, children: 0 };
    scenario_with(Setup { seed: Seed::Many(sizes), ..Setup::default() }, async |world| {
        world.open_signed_in("/attach").await;
        let ids = (1..=20_000).map(|id| id.to_string()).collect::<Vec<_>>().join(" ");
        world.paste("Computer IDs", &ids).await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees(" of 20,000 computers.").await;
        // A count and 20 pages; two counts, and the one page of those without Pro management.
        let asked = world.requests_to("GET", "/computers");
        assert!(asked.len() <= 24, "{} requests", asked.len());
        assert!(asked.iter().all(|request| request.query.len() < 4_000));
        world.fill("Only the first", "500").await;
        world.sees("The first 500 of them now").await;
        assert_eq!(world.writes(), 0);
    });
}
