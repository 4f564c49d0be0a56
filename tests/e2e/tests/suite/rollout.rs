//! More computers than one request carries: they go in consecutive requests, with an exact account of each.

use std::time::Duration;

use e2e::{Role, Setup, World, journal::json_body, scenario, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Failure, Recorded, Seed, Sizes};

/// One computer in 23 cannot be attached, and is left out before; one in 29 of the others is offline.
const FLEET: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 2500, children: 0 }),
    latency: Duration::ZERO,
    prefix: "/licensing/",
    language: "en-GB",
    zone: None,
};
/// Longer than any activity of the stand-in takes.
const LONG: Duration = Duration::from_secs(60);
const ATTACH: &str = "/attach-token";
const QUEUED: &str = "Queued for 500 of 500 computers";

fn fleet(test: impl AsyncFnOnce(&World)) {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/attach").await;
        test(world).await;
    });
}

/// Five requests: 2,392 computers that can be attached, and ten that are none.
fn order() -> Vec<u32> {
    (1..=2500).filter(|id| id % 23 != 0).chain(3001..=3010).collect()
}

fn text(ids: &[u32]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

async fn send(world: &World) {
    send_ids(world, &text(&order())).await;
}

/// Half of the computers have a token, so that there is a question.
async fn send_ids(world: &World, ids: &str) {
    world.paste("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    send_again(world).await;
}

async fn send_again(world: &World) {
    world.press("Attach token").await;
    world.dialog().await;
    world.press("Attach").await;
}

/// The computers of each request so far.
fn sent(world: &World) -> Vec<Vec<u32>> {
    let read = |request: &Recorded| {
        serde_json::from_value(json_body(request)["computer_ids"].clone()).expect("there are computers")
    };
    world.requests_to("POST", ATTACH).iter().map(read).collect()
}

/// The first requests of the order.
fn requests(many: usize) -> Vec<Vec<u32>> {
    order().chunks(500).take(many).map(<[u32]>::to_vec).collect()
}

async fn sees_outcomes(world: &World, expected: [&str; 5]) {
    world.sees_column("Requests", 0, &["1", "2", "3", "4", "5"]).await;
    world.sees_column("Requests", 2, &expected).await;
}

/// Whether the browser would ask before the page is closed.
async fn asks_before_closing(world: &World) -> bool {
    let script = "const event = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(event); return event.defaultPrevented";
    world.script(script).await == true
}

#[test]
fn five_requests_go_out_one_after_another_each_once_and_in_order() {
    fleet(async |world| {
        world.hold(ATTACH).await;
        send(world).await;
        world.sees_held().await;
        world.sees("Request 1 of 5").await;
        world.sees_focus("heading", "2,402 computers in 5 requests").await;
        world
            .sees_attribute(Role::Progressbar, "Computers sent", "aria-valuetext", Some("0 of 2,500 computers sent"))
            .await;
        sees_outcomes(world, ["Sending", "Waiting", "Waiting", "Waiting", "Waiting"]).await;
        assert_eq!(sent(world).len(), 1, "the next one waits for the answer");
        assert!(asks_before_closing(world).await);
        world.release().await;
        sees_outcomes(world, [QUEUED, QUEUED, QUEUED, QUEUED, "Queued for 392 of 402 computers"]).await;
        world.find(Role::Heading, "Queued for 2,392 of 2,402 computers").await;
        world.sees("10 computers were left out, and are named below.").await;
        assert_eq!(sent(world), requests(5));
        world.sees_value("Computer IDs", "").await;
        world.sees_value("Ubuntu Pro token", "").await;
        assert!(!asks_before_closing(world).await);
        let nonexistent = world.part("Nonexistent computer IDs").await;
        assert!(nonexistent.contains("10 computers.") && nonexistent.contains("3001, 3002"), "{nonexistent}");
        assert_eq!(world.writes(), 5);
    });
}

#[test]
fn the_activities_are_followed_as_one() {
    fleet(async |world| {
        world.note_announcements().await;
        send(world).await;
        world.find(Role::Heading, "Queued for 2,392 of 2,402 computers").await;
        world.stub.advance(LONG);
        let progress = Some("2,309 of 2,392 done");
        world.sees_attribute(Role::Progressbar, "Progress", "aria-valuetext", progress).await;
        world.press("Succeeded 2,309").await;
        world.sees("1–50 of 2,309").await;
        world.press("Queued 83").await;
        world.sees("1–50 of 83").await;
        world.sees_announced("2,309 of 2,392 done").await;
        world.press("Download CSV").await;
        let file = String::from_utf8(world.download_of_today("activities-1-2005").await).expect("it is text");
        assert_eq!(file.matches("\r\n").count(), 2_393);
        world.follow("Activity 1").await;
        world.sees_heading("Activity 1").await;
    });
}

#[test]
fn a_request_without_a_known_outcome_ends_it_and_its_computers_are_not_put_back() {
    fleet(async |world| {
        world.stub.fail_after(2, "POST", ATTACH, Failure::html(500));
        send(world).await;
        sees_outcomes(world, [QUEUED, QUEUED, "Not known", "Not sent", "Not sent"]).await;
        world.find(Role::Heading, "Queued for 1,000 of 2,402 computers").await;
        world.sees("500 computers may have been queued. 902 computers were not sent.").await;
        world.find(Role::Heading, "Request 3 of 5 may have been queued").await;
        world.sees("This page did not send it again.").await;
        assert_eq!(sent(world), requests(3));
        world.sees_value("Computer IDs", &text(&order()[1500..])).await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees("902 computers can be sent again, and are in the form.").await;
        let unknown = world.part("Computers that may have been queued").await;
        assert!(unknown.contains("500 computers.") && unknown.contains(&text(&order()[1000..1500])), "{unknown}");
        world.follow("Look at recent activities").await;
        world.sees_heading("Activities").await;
        let path = world.path().await;
        assert!(path.contains("kind=attach") && path.contains("computers=500"), "{path}");
        world.back().await;
        world.find(Role::Heading, "Request 3 of 5 may have been queued").await;
        assert_eq!(world.writes(), 3);
    });
}

#[test]
fn a_refused_request_ends_it_and_its_computers_are_put_back() {
    fleet(async |world| {
        world.stub.fail_after(2, "POST", ATTACH, Failure::json(403, "Forbidden", "Not for you."));
        send(world).await;
        sees_outcomes(world, [QUEUED, QUEUED, "Refused", "Not sent", "Not sent"]).await;
        world.sees("500 computers were refused. 902 computers were not sent.").await;
        world.find(Role::Heading, "Request 3 of 5 was refused: nothing of it was queued").await;
        world.sees("Not for you.").await;
        assert_eq!(sent(world), requests(3));
        world.sees_value("Computer IDs", &text(&order()[1000..])).await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        send_again(world).await;
        world.find(Role::Heading, "1,402 computers in 3 requests").await;
        world.find(Role::Heading, "Queued for 1,392 of 1,402 computers").await;
        assert_eq!(sent(world).len(), 6, "each was sent by a press of its own");
    });
}

#[test]
fn stop_awaits_the_request_under_way_and_sends_no_other() {
    fleet(async |world| {
        world.hold(ATTACH).await;
        send(world).await;
        world.sees_held().await;
        world.sees("Stops after the request under way.").await;
        world.press("Stop").await;
        world.sees("Stopping after the request under way.").await;
        world.release().await;
        sees_outcomes(world, [QUEUED, "Not sent", "Not sent", "Not sent", "Not sent"]).await;
        world.sees("1,902 computers were not sent, since you stopped.").await;
        world.sees_focus("heading", "2,402 computers in 5 requests").await;
        world.sees_value("Computer IDs", &text(&order()[500..])).await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        assert_eq!(sent(world), requests(1));
    });
}

/// The computer 90001 has the connection closed once everything is queued, also for the browser's own second try.
#[test]
fn an_answer_that_is_lost_is_no_reason_to_send_again() {
    fleet(async |world| {
        world.count_requests().await;
        let mut ids = order()[..1500].to_vec();
        ids.insert(600, 90001);
        send_ids(world, &text(&ids)).await;
        world.find(Role::Heading, "Request 2 of 4 may have been queued").await;
        world.sees_column("Requests", 2, &[QUEUED, "Not known", "Not sent", "Not sent"]).await;
        assert_eq!(world.counted(ATTACH).await, 2);
        world.sees_value("Computer IDs", &text(&ids[1000..])).await;
        let unknown = world.part("Computers that may have been queued").await;
        assert!(unknown.contains("500 computers.") && unknown.contains(&text(&ids[500..1000])), "{unknown}");
    });
}

#[test]
fn the_account_outlives_the_session() {
    fleet(async |world| {
        world.stub.fail_after(1, "POST", ATTACH, Failure::json(401, "Unauthorized", "It is over."));
        send(world).await;
        world.sees("Your session has ended").await;
        world.sign_in().await;
        world.sees_heading("Attach token").await;
        world.find(Role::Heading, "Request 2 of 5 was refused: nothing of it was queued").await;
        world.sees("Your session had ended, so the server refused the request.").await;
        sees_outcomes(world, [QUEUED, "Refused", "Not sent", "Not sent", "Not sent"]).await;
        world.sees_value("Computer IDs", &text(&order()[500..])).await;
        world.sees_value("Ubuntu Pro token", "").await;
        assert_eq!(sent(world).len(), 2);
    });
}

#[test]
fn sending_goes_on_when_the_page_is_left() {
    fleet(async |world| {
        world.hold(ATTACH).await;
        send(world).await;
        world.sees_held().await;
        world.follow("Contracts").await;
        world.sees_heading("Contracts").await;
        world.release().await;
        world.sees_requests("POST", ATTACH, 5).await;
        world.follow("Attach token").await;
        world.find(Role::Heading, "Queued for 2,392 of 2,402 computers").await;
        assert_eq!(sent(world).len(), 5);
    });
}

#[test]
fn who_signs_out_sends_nothing_more() {
    fleet(async |world| {
        world.hold(ATTACH).await;
        send(world).await;
        world.sees_held().await;
        world.press("Sign out").await;
        world.sees_heading("Sign in").await;
        world.release().await;
        world.sign_in().await;
        world.follow("Attach token").await;
        world.sees_value("Computer IDs", "").await;
        assert!(!world.has(Role::Table, "Requests").await);
        assert_eq!(sent(world).len(), 1);
    });
}

/// Attaches to two computers or more that have a token, and waits for the end.
async fn replace(world: &World, ids: &str, token: &str) {
    world.open_signed_in("/attach").await;
    world.fill("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", token).await;
    send_again(world).await;
    world.sees("How it goes on is shown below.").await;
    world.stub.advance(LONG);
    world.sees("This activity has ended.").await;
}

/// The computer 45 answers success and keeps its own token; the computer 36 tells only that it is attached.
#[test]
fn a_token_that_was_not_replaced_is_a_caution_in_spite_of_the_success() {
    scenario(async |world| {
        replace(world, "1 4 36 45", PRO_TOKEN).await;
        let unchanged = world.part("Unchanged on 1 of 3 computers that had a token").await;
        assert!(unchanged.contains("detach, wait until that has succeeded, then attach the token again"));
        let others = world.part("Token replaced on 1 of 3 computers that had a token").await;
        assert!(others.contains("Not known for 1 computer"), "{others}");
        world.sees_column("Computers in this activity", 1, &["Succeeded"; 4]).await;
        assert!(!world.has(Role::Button, "Check again").await, "nothing more can be learnt");
        world.follow("Keeps the token that it has").await;
        world.sees_path("/computers/45").await;
    });
}

#[test]
fn a_token_that_replaces_none_is_said_to() {
    scenario(async |world| {
        world.note_announcements().await;
        replace(world, "4 42", "stub-unchanged").await;
        world.find(Role::Heading, "Unchanged on 2 of 2 computers that had a token").await;
        world.find(Role::Heading, "Token replaced on 0 of 2 computers that had a token").await;
    });
}

#[test]
fn tokens_that_were_replaced_are_said_to() {
    scenario(async |world| {
        replace(world, "4 42", PRO_TOKEN).await;
        world.find(Role::Heading, "Token replaced on 2 of 2 computers that had a token").await;
        world.shows_nowhere("Unchanged").await;
    });
}
