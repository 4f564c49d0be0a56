//! Every way in which a server or the network can fail, and where that is told.

use e2e::{Role, World, journal::json_body, scenario, world::PRO_TOKEN};
use landscape_stub::Failure;
use serde_json::json;

/// Every page that reads, with a text that tells that it has read.
const READS: [(&str, &str); 6] = [
    ("/contracts", "11 contracts"),
    ("/contracts/contract-id-2", "31 Dec 2026"),
    ("/legacy-licenses", "9 licenses"),
    ("/legacy-licenses/8", "17 Sep 2026"),
    ("/activities", "3 activities"),
    ("/activities/107", "ActivityGroup"),
];

/// Where a page reads from, below `/api/v2`.
fn api_path(path: &str) -> &str {
    if path == "/activities" { "/activities/parents" } else { path }
}

/// Words of a page or of a broken answer, which nobody is to see.
const NEVER_SHOWN: [&str; 4] = ["Apache", "<html", "<h1>", "{\"results\""];

async fn attach(world: &World, token: &str) {
    world.fill("Computer IDs", "1 2").await;
    world.fill("Ubuntu Pro token", token).await;
    world.press("Attach token").await;
}

/// A read fails, is told in place, and succeeds when asked for again.
async fn check_read(world: &World, failure: Failure, sentence: &str) {
    world.stub.fail_always("GET", "/contracts", failure);
    world.open("/contracts").await;
    world.sees(sentence).await;
    world.sees_heading("Contracts").await;
    for words in NEVER_SHOWN {
        world.shows_nowhere(words).await;
    }
    world.stub.heal();
    world.press("Retry").await;
    world.sees("11 contracts").await;
    world.misses(Role::Button, "Retry").await;
}

#[test]
fn every_page_that_cannot_be_read_says_so_and_offers_to_retry() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (path, content) in READS {
            world.stub.fail_always("GET", "/", Failure::json(500, "InternalServerError", "A gear is stuck."));
            world.open(path).await;
            world.sees("A gear is stuck.").await;
            world.shows_nowhere(content).await;
            world.press("Retry").await;
            world.sees_answers("GET", api_path(path), 500, 2).await;
            world.sees("A gear is stuck.").await;
            world.stub.heal();
            world.press("Retry").await;
            world.sees(content).await;
            world.shows_nowhere("A gear is stuck.").await;
        }
    });
}

#[test]
fn every_kind_of_failure_is_a_sentence() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        check_read(world, Failure::html(500), "The Landscape server failed (status 500).").await;
        check_read(world, Failure::html(502), "The Landscape server failed (status 502).").await;
        check_read(world, Failure::html(503), "The Landscape server failed (status 503).").await;
        check_read(world, Failure::plain(504), "The Landscape server failed (status 504).").await;
        check_read(world, Failure::html(200), "could not be read").await;
        check_read(world, Failure::garbage(), "could not be read").await;
        check_read(world, Failure::Drop, "could not be reached").await;
        check_read(world, Failure::json(429, "TooManyRequests", "Slow down."), "Too many requests").await;
        check_read(world, Failure::json(403, "Forbidden", "Not for you."), "You do not have permission").await;
        check_read(world, Failure::json(400, "InvalidParameterError", "That is odd."), "That is odd.").await;
        check_read(world, Failure::html(404), "The Landscape server does not know this").await;
    });
}

#[test]
fn an_answer_of_another_shape_is_told_and_breaks_nothing() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for body in ["null", "[]", "{}", "\"text\"", "", r#"{"results": {}}"#] {
            let answer =
                Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_owned() };
            check_read(world, answer, "could not be read").await;
        }
    });
}

#[test]
fn a_read_without_an_answer_ends_after_three_times_15_seconds() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.hurry().await;
        world.stub.fail_always("GET", "/contracts", Failure::Stall);
        world.follow("Contracts").await;
        world.sees("did not answer in time").await;
        assert_eq!(world.long_timers().await, json!([15_000, 15_000, 15_000]));
        assert_eq!(world.requests_to("GET", "/contracts").len(), 3);
        world.stub.heal();
        world.press("Retry").await;
        world.sees("11 contracts").await;
    });
}

#[test]
fn a_write_without_an_answer_ends_after_120_seconds_with_an_unknown_outcome() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.hurry().await;
        attach(world, "stub-queued-stall").await;
        world.sees("may have been queued").await;
        let timers = world.long_timers().await;
        let reads = [json!(15_000), json!(45_000)];
        let longest = timers.as_array().into_iter().flatten().filter(|timer| !reads.contains(timer));
        assert_eq!(longest.collect::<Vec<_>>(), [&json!(120_000)], "reads have less time, and there is one write");
        world.sees_value("Computer IDs", "1 2").await;
        world.only_request_with("stub-queued-stall");
        world.follow("Look at recent activities").await;
        world.sees("May be your request").await;
    });
}

#[test]
fn a_server_that_is_down_is_told_and_asked_again() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.has_all_code().await;
        world.stub.stop().await;
        world.follow("Legacy licenses").await;
        world.sees("could not be reached").await;
        world.sees("Check your connection").await;
        world.stub.restart().await.expect("the port is free again");
        world.press("Retry").await;
        world.sees("9 licenses").await;
    });
}

#[test]
fn a_write_that_was_refused_is_told_beside_its_button_and_the_draft_stays() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (token, words) in [
            ("stub-403", "You are not allowed to do this, as asked."),
            ("stub-404", "It may be older than 25.10, or not offer this to this account."),
            ("stub-429", "Too many requests"),
        ] {
            attach(world, token).await;
            world.sees(words).await;
            world.sees("Nothing was queued").await;
            world.shows_nowhere("may have been queued").await;
            world.shows_nowhere("Queued for").await;
            world.sees_value("Computer IDs", "1 2").await;
            world.sees_value("Ubuntu Pro token", token).await;
            world.only_request_with(token);
        }
    });
}

/// Every way in which a server or a proxy says that it failed, with what is told of it.
fn server_failures() -> [(Failure, &'static str); 7] {
    [
        (Failure::json(500, "InternalServerError", "A gear is stuck."), "A gear is stuck."),
        (Failure::html(501), "(status 501)"),
        (Failure::html(502), "(status 502)"),
        (Failure::json(503, "ServiceUnavailable", "Back soon."), "Back soon."),
        (Failure::html(500), "(status 500)."),
        (Failure::html(503), "(status 503)."),
        (Failure::plain(504), "(status 504)"),
    ]
}

async fn sees_unknown_outcome(world: &World, words: &str, ids: &str) {
    world.sees(words).await;
    world.sees("The request may have been queued").await;
    world.find(Role::Link, "Look at recent activities").await;
    world.shows_nowhere("Nothing was queued").await;
    world.shows_nowhere("There is a problem").await;
    world.sees_value("Computer IDs", ids).await;
}

#[test]
fn every_server_error_of_a_write_leaves_its_outcome_unknown_and_the_draft_in_place() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (count, (failure, words)) in server_failures().into_iter().enumerate() {
            world.stub.fail_next("POST", "/attach-token", failure);
            attach(world, PRO_TOKEN).await;
            sees_unknown_outcome(world, words, "1 2").await;
            world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
            assert_eq!(world.writes(), count + 1, "it is not sent again by itself");
        }
        world.follow("Detach token").await;
        for (failure, words) in server_failures() {
            world.stub.fail_next("POST", "/detach-token", failure);
            world.fill("Computer IDs", "4 5").await;
            world.press("Detach token").await;
            world.press("Detach").await;
            sees_unknown_outcome(world, words, "4 5").await;
        }
        assert_eq!(world.writes(), 14);
    });
}

#[test]
fn an_answer_that_does_not_speak_of_an_activity_leaves_the_outcome_unknown() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let body = r#"{"invalid_computer_ids": [], "nonexistent_computer_ids": []}"#.to_owned();
        let answer = Failure::Answer { status: 200, content_type: "application/json".to_owned(), body };
        world.stub.fail_next("POST", "/attach-token", answer);
        attach(world, PRO_TOKEN).await;
        sees_unknown_outcome(world, "could not be read", "1 2").await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
    });
}

#[test]
fn what_was_read_stays_where_reading_it_again_fails_and_goes_where_another_was_asked_for() {
    scenario(async |world| {
        let failure = Failure::json(500, "InternalServerError", "A gear is stuck.");
        world.open_signed_in("/activities/107").await;
        world.sees_fact("Type", "ActivityGroup").await;
        world.stub.fail_next("GET", "/activities/107", failure.clone());
        world.press("Refresh").await;
        world.sees("A gear is stuck.").await;
        world.sees_fact("Type", "ActivityGroup").await;
        world.press("Refresh").await;
        world.sees_no_more("A gear is stuck.").await;
        world.open("/contracts").await;
        world.sees("contract-id-2").await;
        world.stub.fail_next("GET", "/contracts", failure);
        world.tick("Active only").await;
        world.sees("A gear is stuck.").await;
        world.shows_nowhere("contract-id-2").await;
        world.press("Retry").await;
        world.sees("9 contracts").await;
    });
}

#[test]
fn a_write_with_an_unknown_outcome_leads_to_the_activities_and_is_not_sent_again() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (token, recent) in [
            ("stub-garbage", "1 activity."),
            ("stub-html-200", "2 activities."),
            ("stub-html-502", "2 activities."),
            ("stub-plain-504", "2 activities."),
        ] {
            attach(world, token).await;
            world.sees("may have been queued").await;
            world.sees_value("Computer IDs", "1 2").await;
            for words in NEVER_SHOWN {
                world.shows_nowhere(words).await;
            }
            world.follow("Look at recent activities").await;
            world.sees(recent).await;
            world.only_request_with(token);
            world.follow("Attach token").await;
        }
    });
}

#[test]
fn a_dropped_connection_leaves_the_outcome_unknown_and_sends_nothing_again() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", "stub-drop").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        // Chromium itself sends a request again when a connection that it has used before is closed without an answer.
        // A connection of its own shows what the page sends.
        world.stub.restart().await.expect("the port is free again");
        world.press("Attach token").await;
        world.sees("may have been queued").await;
        world.only_request_with("stub-drop");
        world.sees_value("Computer IDs", "1 2").await;
        world.sees_value("Ubuntu Pro token", "stub-drop").await;
        world.follow("Look at recent activities").await;
        world.sees_column("Activities", 0, &["Activity 113 May be your request"]).await;
    });
}

#[test]
fn the_page_asks_once_also_where_the_browser_repeats_it() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.count_requests().await;
        attach(world, "stub-drop").await;
        world.sees("may have been queued").await;
        assert_eq!(world.counted("/attach-token").await, 1);
    });
}

#[test]
fn a_server_that_is_down_leaves_the_outcome_of_a_write_unknown() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.fill("Computer IDs", "4").await;
        world.press("Detach token").await;
        world.dialog().await;
        world.stub.stop().await;
        world.press("Detach").await;
        world.sees("may have been queued").await;
        world.stub.restart().await.expect("the port is free again");
        world.follow("Look at recent activities").await;
        world.sees("No matching activities").await;
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn a_failure_on_a_retry_after_an_unknown_outcome_sends_what_the_person_sends() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.stub.fail_next("POST", "/attach-token", Failure::plain(504));
        attach(world, PRO_TOKEN).await;
        world.sees("may have been queued").await;
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.shows_nowhere("may have been queued").await;
        let requests = world.requests_to("POST", "/attach-token");
        assert_eq!(requests.len(), 2);
        assert_eq!(json_body(&requests[0]), json_body(&requests[1]));
    });
}
