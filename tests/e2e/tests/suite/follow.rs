//! Following an activity from "queued" to what became of it on every computer.

use std::time::Duration;

use e2e::{Role, World, journal::json_body, scenario, world::PRO_TOKEN};
use serde_json::json;

const TABLE: &str = "Computers in this activity";
/// Longer than any activity of the stand-in takes.
const LONG: Duration = Duration::from_secs(60);

async fn attach(world: &World, ids: &str, token: &str) {
    world.fill("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", token).await;
    world.press("Attach token").await;
}

async fn sees_progress(world: &World, text: &str) {
    world.sees_attribute(Role::Progressbar, "Progress", "aria-valuetext", Some(text)).await;
}

/// Waits until the document's title begins with a text.
async fn sees_title(world: &World, beginning: &str) {
    let what = format!("a title that begins with “{beginning}”");
    world.until(&what, async || Ok(world.title().await.starts_with(beginning).then_some(()))).await;
}

#[test]
fn three_computers_are_followed_to_their_end_without_another_press() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.note_announcements().await;
        attach(world, "1 2 3", PRO_TOKEN).await;
        sees_progress(world, "0 of 3 done").await;
        sees_title(world, "(0/3) Attach token").await;
        world
            .sees_column(TABLE, 0, &["Birch web front 1 ID 1", "Birch web front 2 ID 2", "Cedar database 1 ID 3"])
            .await;
        world.sees_column(TABLE, 1, &["Queued"; 3]).await;
        world.stub.advance(LONG);
        sees_progress(world, "3 of 3 done").await;
        sees_title(world, "(3/3) Attach token").await;
        world.sees("This activity has ended.").await;
        world.sees_column(TABLE, 1, &["Succeeded"; 3]).await;
        world.sees_announced("Activity 113: succeeded on 3").await;
        world.press("Details of computer 2").await;
        world.sees("Attached to Ubuntu Pro (Infra + Apps) (contract-id-3).").await;
        world.sees("Enabled: none. Landscape attaches without enabling services.").await;
        assert_eq!(world.writes(), 1);
        let looks = world.requests_to("GET", "/activities/113").len();
        world.follow("Open this activity on its own page").await;
        sees_title(world, "(3/3) Activity 113").await;
        world.sees_requests("GET", "/activities/113", looks + 1).await;
    });
}

#[test]
fn what_failed_is_explained_and_retried_as_a_draft() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 15 16 7 1000").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.tick("Send to the one without Pro management all the same").await;
        world.press("Attach token").await;
        sees_progress(world, "0 of 3 done").await;
        world.stub.advance(LONG);
        sees_progress(world, "3 of 3 done, 2 failed").await;
        let causes = world.part("Failed on 2 computers").await;
        assert!(causes.contains("1 computer: Another program was working with Ubuntu Pro"), "{causes}");
        assert!(causes.contains("1 computer: The computer could not reach Canonical's contract server."), "{causes}");
        assert!(causes.contains("Trying again is worth it."), "{causes}");
        world.press("Failed 2").await;
        world.sees_column(TABLE, 0, &["Busy with an upgrade ID 15", "Island relay (no internet) ID 16"]).await;
        world.sees_path("/attach?status=Failed").await;
        world.tick("Retry those that were left out, too").await;
        world.press("Retry failed").await;
        world.sees_value("Computer IDs", "15, 16, 7, 1000").await;
        world.sees_focus("textbox", "Computer IDs").await;
        world.shows_nowhere("Activity 113").await;
        assert_eq!(world.writes(), 1, "nothing is sent until the person sends it");
        attach(world, "15 16", PRO_TOKEN).await;
        world.sees("Queued for 2 of 2 computers").await;
        let requests = world.requests_to("POST", "/attach-token");
        assert_eq!(json_body(&requests[1])["computer_ids"], json!([15, 16]));
    });
}

#[test]
fn a_retry_leads_from_the_activity_to_its_form_and_asks_before_it_replaces_a_draft() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.fill("Computer IDs", "5 6").await;
        world.follow("Activities").await;
        world.sees_heading("Activities").await;
        world.open("/detach").await;
        world.fill("Computer IDs", "4, 90104").await;
        world.press("Detach token").await;
        world.press("Detach").await;
        world.stub.advance(LONG);
        sees_progress(world, "1 of 1 done, 1 failed").await;
        world.follow("Open this activity on its own page").await;
        world.sees_heading("Activity 113").await;
        sees_progress(world, "1 of 1 done, 1 failed").await;
        world.press("Retry failed").await;
        world.sees_heading("Detach token").await;
        world.sees_value("Computer IDs", "4").await;
        world.fill("Computer IDs", "5 6").await;
        world.follow("Activities").await;
        world.follow("Activity 113").await;
        world.press("Retry failed").await;
        assert!(world.dialog().await.contains("Replace the computers in the form?"));
        world.press("Replace").await;
        world.sees_value("Computer IDs", "4").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn a_server_that_is_gone_and_back_is_watched_on() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1 2", PRO_TOKEN).await;
        sees_progress(world, "0 of 2 done").await;
        world.stub.stop().await;
        world.sees("This could not be refreshed").await;
        world.sees("could not be reached").await;
        world.sees("Last updated").await;
        sees_progress(world, "0 of 2 done").await;
        world.sees_column(TABLE, 0, &["Birch web front 1 ID 1", "Birch web front 2 ID 2"]).await;
        world.stub.restart().await.expect("the port is free again");
        world.stub.advance(LONG);
        sees_progress(world, "2 of 2 done").await;
        world.sees_no_more("This could not be refreshed").await;
    });
}

#[test]
fn a_session_that_ends_while_watching_leads_back_to_the_watch() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1 15", PRO_TOKEN).await;
        world.follow("Open this activity on its own page").await;
        sees_progress(world, "0 of 2 done").await;
        world.stub.revoke_tokens();
        world.sees("Your session has ended").await;
        sees_title(world, "Sign in").await;
        let asked = world.stub.requests().len();
        world.sign_in().await;
        world.sees_heading("Activity 113").await;
        let refused = world.stub.requests()[asked..].iter().filter(|request| request.status == Some(401)).count();
        assert_eq!(refused, 0, "nobody asks while nobody is signed in");
        world.stub.advance(LONG);
        sees_progress(world, "2 of 2 done, 1 failed").await;
    });
}

#[test]
fn a_reload_in_the_middle_watches_on() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1 33", PRO_TOKEN).await;
        world.follow("Open this activity on its own page").await;
        sees_progress(world, "0 of 2 done").await;
        world.reload().await;
        sees_progress(world, "0 of 2 done").await;
        world.stub.advance(LONG);
        sees_progress(world, "1 of 2 done").await;
        world.sees("This page refreshes by itself").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn a_write_without_an_answer_leads_to_what_it_may_have_made() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", "stub-drop").await;
        world.sees("The token will be sent for 2 of 2 computers.").await;
        world.stub.restart().await.expect("the port is free again");
        world.press("Attach token").await;
        world.sees("The request may have been queued").await;
        world.follow("Look at recent activities").await;
        world.sees_heading("Activities").await;
        assert!(world.path().await.starts_with("/activities?kind=attach&since="), "{}", world.path().await);
        world.sees_column("Activities", 0, &["Activity 113 May be your request"]).await;
        world.sees("Activities since").await;
        world.only_request_with("stub-drop");
        world.follow("Show all activities").await;
        world.sees_column("Activities", 0, &["Activity 113", "Activity 110", "Activity 107", "Activity 101"]).await;
    });
}

#[test]
fn nobody_asks_while_the_tab_is_hidden_and_at_once_when_it_comes_back() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1", "stub-waits").await;
        sees_progress(world, "0 of 1 done").await;
        world
            .pretend(
                "Object.defineProperty(document, 'hidden', { value: true, configurable: true })",
                "visibilitychange",
            )
            .await;
        let asked = world.requests_to("GET", "/activities/113").len();
        // Requests that were on their way when the tab was hidden come to their end; then another page is read, slowly.
        world.stub.advance(LONG);
        world.script("return fetch('/api/v2/contracts/stub-slow').then(() => 1)").await;
        let meanwhile = world.requests_to("GET", "/activities/113").len();
        assert!(meanwhile <= asked + 1, "{asked} requests before, {meanwhile} after three seconds in the dark");
        world.pretend("delete document.hidden", "visibilitychange").await;
        world.sees_requests("GET", "/activities/113", meanwhile + 1).await;
    });
}

#[test]
fn offline_is_told_and_not_asked() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1", "stub-waits").await;
        sees_progress(world, "0 of 1 done").await;
        world
            .pretend("Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })", "offline")
            .await;
        world.sees("You are offline. Watching goes on when you are back.").await;
        world.pretend("delete navigator.onLine", "online").await;
        world.sees("This page refreshes by itself").await;
    });
}

#[test]
fn an_hour_without_a_change_pauses_until_somebody_wants_more() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1", "stub-waits").await;
        world.stub.advance(Duration::from_secs(3));
        world.sees_column(TABLE, 1, &["In progress"]).await;
        // The look that brought this has ended once the next begins: an hour counts from then.
        let asked = world.requests_to("GET", "/activities/113").len();
        world.sees_requests("GET", "/activities/113", asked + 1).await;
        world.put_clock_forward(31).await;
        // Somebody who does nothing for an hour would be signed out.
        world.pretend("", "keydown").await;
        world.put_clock_forward(30).await;
        world.sees("Watching has paused: nothing has changed for an hour.").await;
        let asked = world.requests_to("GET", "/activities/113").len();
        world.press("Keep watching").await;
        world.sees("This page refreshes by itself").await;
        world.sees_requests("GET", "/activities/113", asked + 1).await;
    });
}

#[test]
fn a_status_that_nobody_documents_never_ends_the_watch() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        attach(world, "1", "stub-unknown-status").await;
        world.stub.advance(LONG);
        sees_progress(world, "1 of 1 done").await;
        world.sees_fact("Status", "pondering").await;
        world.sees("This page refreshes by itself").await;
        world.shows_nowhere("This activity has ended.").await;
    });
}

#[test]
fn a_server_that_knows_no_queries_shows_the_group_and_every_activity() {
    scenario(async |world| {
        world.stub.forget_queries();
        world.open_signed_in("/attach").await;
        attach(world, "1 2", PRO_TOKEN).await;
        world.sees("Details per computer are not available").await;
        world.stub.advance(LONG);
        world.sees_fact("Status", "Succeeded").await;
        world.sees("This activity has ended.").await;
        assert_eq!(world.requests_to("GET", "/activities").len(), 1, "it is not asked for again by itself");
        world.follow("Activities").await;
        world.sees("The server does not filter activities").await;
        world.sees_column("Activities", 0, &["Activity 113", "Activity 110", "Activity 107", "Activity 101"]).await;
        world.select("Kind", "Detach").await;
        world.sees_column("Activities", 0, &["Activity 107"]).await;
    });
}

#[test]
fn a_token_that_was_not_sent_is_asked_about_before_the_page_is_left() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        world.follow("Attach token").await;
        world.fill("Computer IDs", "1 2").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.follow("Contracts").await;
        assert!(world.dialog().await.contains("Leave without sending?"));
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        world.sees_value("Ubuntu Pro token", PRO_TOKEN).await;
        world.back().await;
        assert!(world.dialog().await.contains("Leave without sending?"));
        world.sees_path("/attach").await;
        world.press("Cancel").await;
        world.sees_no_dialog().await;
        world.follow("Contracts").await;
        world.dialog().await;
        world.press("Leave").await;
        world.sees_heading("Contracts").await;
        world.follow("Attach token").await;
        world.sees_value("Computer IDs", "1 2").await;
        world.sees_value("Ubuntu Pro token", "").await;
        let asks = "const event = new Event('beforeunload', { cancelable: true });
            window.dispatchEvent(event); return event.defaultPrevented";
        assert_eq!(world.script(asks).await, true, "the app is not left either without being asked");
        world.fill("Computer IDs", "").await;
        assert_eq!(world.script(asks).await, false);
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn the_end_is_notified_to_whoever_wanted_it() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world
            .script(
                "window.notified = [];
                window.Notification = class {
                    static permission = 'granted';
                    static requestPermission = async () => 'granted';
                    constructor(title, options) { window.notified.push(options.body); }
                };",
            )
            .await;
        attach(world, "1 15", PRO_TOKEN).await;
        world.press("Notify me at the end").await;
        world.sees("You will be notified at the end").await;
        world.stub.advance(LONG);
        sees_progress(world, "2 of 2 done, 1 failed").await;
        world.sees("This activity has ended.").await;
        assert_eq!(world.script("return window.notified").await, json!(["Activity 113: succeeded on 1, failed on 1"]));
    });
}
