//! More computers than one request carries: they go in consecutive requests, with an exact account of each.

use std::time::Duration;

use e2e::{Role, Setup, World, journal::json_body, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Failure, Recorded, Seed, Sizes};
use serde_json::Value;

/// Five requests. One computer in 23 cannot be attached, and one in 29 of the others is offline.
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

fn fleet(test: impl AsyncFnOnce(&World)) {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/attach").await;
        test(world).await;
    });
}

fn text(ids: std::ops::RangeInclusive<u32>, separator: &str) -> String {
    ids.map(|id| id.to_string()).collect::<Vec<_>>().join(separator)
}

async fn send(world: &World) {
    send_ids(world, &text(1..=2500, "\n")).await;
}

/// Sends to those too that cannot be attached, and replaces what tokens there are.
async fn send_ids(world: &World, ids: &str) {
    world.paste("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    let numbers = ids.split(|character: char| !character.is_ascii_digit()).filter_map(|id| id.parse::<u32>().ok());
    let off = numbers.filter(|id| *id <= 2_500 && id.is_multiple_of(23)).count();
    world.tick(&format!("Send to the {off} without Pro management all the same")).await;
    press(world).await;
}

async fn press(world: &World) {
    world.press("Attach token").await;
    world.dialog().await;
    world.press("Attach").await;
}

/// The first and the last computer of each request, and how many there are.
fn sent(world: &World) -> Vec<(u64, u64, usize)> {
    let read = |request: &Recorded| {
        let body = json_body(request);
        let ids: Vec<_> = body["computer_ids"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        (ids[0], ids[ids.len() - 1], ids.len())
    };
    world.requests_to("POST", ATTACH).iter().map(read).collect()
}

const FIRST_THREE: [(u64, u64, usize); 3] = [(1, 500, 500), (501, 1000, 500), (1001, 1500, 500)];

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
        world.sees_focus("heading", "2,500 computers in 5 requests").await;
        world
            .sees_attribute(Role::Progressbar, "Computers sent", "aria-valuetext", Some("0 of 2,500 computers sent"))
            .await;
        sees_outcomes(world, ["Sending", "Waiting", "Waiting", "Waiting", "Waiting"]).await;
        assert_eq!(sent(world).len(), 1, "the next one waits for the answer");
        assert!(asks_before_closing(world).await);
        world.release().await;
        let queued = |many: u32| format!("Queued for {many} of 500 computers");
        let (some, fewer) = (queued(479), queued(478));
        sees_outcomes(world, [&some, &fewer, &fewer, &some, &fewer]).await;
        world.find(Role::Heading, "Queued for 2,392 of 2,500 computers").await;
        world.sees("108 computers were left out, and are named below.").await;
        assert_eq!(sent(world), [&FIRST_THREE[..], &[(1501, 2000, 500), (2001, 2500, 500)]].concat());
        world.sees_value("Computer IDs", "").await;
        world.sees_value("Ubuntu Pro token", "").await;
        assert!(!asks_before_closing(world).await);
        let invalid = world.part("Invalid computer IDs").await;
        assert!(invalid.contains("108 computers.") && invalid.contains("23, 46, 69"), "{invalid}");
        assert_eq!(world.writes(), 5);
    });
}

#[test]
fn the_activities_are_followed_as_one() {
    fleet(async |world| {
        world.note_announcements().await;
        send(world).await;
        world.find(Role::Heading, "Queued for 2,392 of 2,500 computers").await;
        world.stub.advance(LONG);
        let progress = Some("2,309 of 2,392 done");
        world.sees_attribute(Role::Progressbar, "Progress", "aria-valuetext", progress).await;
        world.press("Succeeded 2,309").await;
        world.sees("1–50 of 2,309").await;
        world.press("Queued 83").await;
        world.sees("1–50 of 83").await;
        world.sees_announced("2,309 of 2,392 done").await;
        world.press("Download CSV").await;
        let file = String::from_utf8(world.download("activities-1-1919.csv").await).expect("it is text");
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
        let queued = ["Queued for 479 of 500 computers", "Queued for 478 of 500 computers"];
        sees_outcomes(world, [queued[0], queued[1], "Not known", "Not sent", "Not sent"]).await;
        world.find(Role::Heading, "Queued for 957 of 2,500 computers").await;
        world.sees("500 computers may have been queued. 1,000 computers were not sent.").await;
        world.find(Role::Heading, "Request 3 of 5 may have been queued").await;
        world.sees("This page did not send it again.").await;
        assert_eq!(sent(world), FIRST_THREE);
        world.sees_value("Computer IDs", &text(1501..=2500, ", ")).await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        world.sees("1,000 computers can be sent again, and are in the form.").await;
        let unknown = world.part("Computers that may have been queued").await;
        assert!(unknown.contains("1001, 1002") && unknown.contains("1499, 1500"), "{unknown}");
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
        let queued = ["Queued for 479 of 500 computers", "Queued for 478 of 500 computers"];
        sees_outcomes(world, [queued[0], queued[1], "Refused", "Not sent", "Not sent"]).await;
        world.sees("500 computers were refused. 1,000 computers were not sent.").await;
        world.find(Role::Heading, "Request 3 of 5 was refused: nothing of it was queued").await;
        world.sees("Not for you.").await;
        assert_eq!(sent(world), FIRST_THREE);
        world.sees_value("Computer IDs", &text(1001..=2500, ", ")).await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        press(world).await;
        world.find(Role::Heading, "1,500 computers in 3 requests").await;
        world.find(Role::Heading, "Queued for 1,435 of 1,500 computers").await;
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
        let queued = "Queued for 479 of 500 computers";
        sees_outcomes(world, [queued, "Not sent", "Not sent", "Not sent", "Not sent"]).await;
        world.sees("2,000 computers were not sent, since you stopped.").await;
        world.sees_focus("heading", "2,500 computers in 5 requests").await;
        world.sees_value("Computer IDs", &text(501..=2500, ", ")).await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        assert_eq!(sent(world), [(1, 500, 500)]);
    });
}

/// The computer 90001 has the connection closed once everything is queued, also for the browser's own second try.
#[test]
fn an_answer_that_is_lost_is_no_reason_to_send_again() {
    fleet(async |world| {
        world.count_requests().await;
        send_ids(world, &format!("{}, 90001, {}", text(1..=600, ", "), text(601..=1500, ", "))).await;
        world.find(Role::Heading, "Request 2 of 4 may have been queued").await;
        world
            .sees_column("Requests", 2, &["Queued for 479 of 500 computers", "Not known", "Not sent", "Not sent"])
            .await;
        assert_eq!(world.counted(ATTACH).await, 2);
        world.sees_value("Computer IDs", &text(1000..=1500, ", ")).await;
        let unknown = world.part("Computers that may have been queued").await;
        assert!(unknown.contains("500 computers.") && unknown.contains("600, 90001, 601"), "{unknown}");
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
        let queued = "Queued for 479 of 500 computers";
        sees_outcomes(world, [queued, "Refused", "Not sent", "Not sent", "Not sent"]).await;
        world.sees_value("Computer IDs", &text(501..=2500, ", ")).await;
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
        world.find(Role::Heading, "Queued for 2,392 of 2,500 computers").await;
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
