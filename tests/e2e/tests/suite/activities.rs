//! Activities, and following one to its end.

use std::time::Duration;

use e2e::{Role, scenario, world::PRO_TOKEN};

const TABLE: &str = "Activities";

#[test]
fn an_activity_shows_every_field() {
    scenario(async |world| {
        world.open_signed_in("/activities/103").await;
        world.sees_heading("Activity 103").await;
        world.sees_fact("ID", "103").await;
        for (term, description) in [
            ("Status", "Failed"),
            ("Summary", "Attach a pro token to computer 15"),
            ("Type", "AttachProRequest"),
            ("Approved", "—"),
            ("Parent", "101"),
            ("Result code", "1"),
        ] {
            world.sees_fact(term, description).await;
        }
        let facts = world.facts().await;
        for (term, expected) in [("Creator", "john.smith@example.com"), ("Created", "UTC"), ("Completed", "UTC")] {
            assert!(facts.iter().any(|(name, text)| name == term && text.contains(expected)), "{term}: {facts:?}");
        }
        world.only_request("GET", "/activities/103");
        world.follow("101").await;
        world.sees_heading("Activity 101").await;
        world.sees_fact("Parent", "—").await;
        world.sees_fact("Type", "ActivityGroup").await;
    });
}

#[test]
fn each_status_has_its_label() {
    scenario(async |world| {
        world.open_signed_in("/activities/102").await;
        for (id, label) in [(102, "Succeeded"), (103, "Failed"), (104, "Unapproved"), (105, "Canceled")] {
            world.open(&format!("/activities/{id}")).await;
            world.sees_fact("Status", label).await;
        }
    });
}

#[test]
fn an_activity_that_is_not_there_is_said_to_be_missing() {
    scenario(async |world| {
        world.open_signed_in("/activities/4711").await;
        world.sees("Activity not found").await;
        world.sees_heading("Activity 4711").await;
        assert!(!world.has(Role::Button, "Retry").await);
    });
}

#[test]
fn the_list_shows_what_is_about_pro_tokens_without_the_children_of_groups() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        world.sees_column(TABLE, 0, &["Activity 110", "Activity 107", "Activity 101"]).await;
        world.sees_column(TABLE, 2, &["Failed", "Succeeded", "In progress"]).await;
        world.follow("Activity 107").await;
        world.sees_heading("Activity 107").await;
        world.sees_fact("Status", "Succeeded").await;
    });
}

#[test]
fn an_attachment_is_followed_to_its_end() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 15").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        world.press("Attach token").await;
        world.follow("Open this activity on its own page").await;
        world.sees_heading("Activity 113").await;
        world.sees_path("/activities/113").await;
        world.stub.advance(Duration::from_secs(60));
        world.press("Refresh").await;
        world.sees_fact("Status", "Failed").await;
        world.open("/activities/114").await;
        world.sees_fact("Status", "Succeeded").await;
        world.sees_fact("Result code", "0").await;
        world.open("/activities/115").await;
        world.sees_fact("Status", "Failed").await;
        world.sees_fact("Result code", "1").await;
        world.open("/activities").await;
        world.sees("4 activities.").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn the_list_is_filtered_by_the_server_and_the_filters_are_in_the_url() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        world.sees_column(TABLE, 3, &["2 of 2 done, 1 failed", "2 of 2 done", "3 of 5 done, 1 failed"]).await;
        world.select("Kind", "Attach").await;
        world.sees_column(TABLE, 0, &["Activity 110", "Activity 101"]).await;
        world.sees("1 other on this page is about something else, or does not match.").await;
        world.select("Status", "Failed").await;
        world.sees_column(TABLE, 0, &["Activity 110"]).await;
        world.sees_path("/activities?kind=attach&status=failed").await;
        let query = "query=type%3AActivityGroup+status%3Afailed&limit=50&offset=0";
        world.sees_query("GET", "/activities/parents", query).await;
        world.back().await;
        world.sees_selected("Status", "Any").await;
        world.sees_column(TABLE, 0, &["Activity 110", "Activity 101"]).await;
        world.open("/activities?status=canceled").await;
        world.sees("No matching activities").await;
        world.sees_selected("Status", "Canceled").await;
    });
}

#[test]
fn a_long_list_comes_page_by_page() {
    scenario(async |world| {
        world.open_signed_in("/activities").await;
        for _ in 0..50 {
            world.attach_without_a_page(&[1]).await;
        }
        world.press("Refresh").await;
        world.sees("1–50 of 53").await;
        world.press("Next").await;
        world.sees_path("/activities?page=2").await;
        world.sees_column(TABLE, 0, &["Activity 110", "Activity 107", "Activity 101"]).await;
        world.sees_query("GET", "/activities/parents", "query=type%3AActivityGroup&limit=50&offset=50").await;
        world.press("Previous").await;
        world.sees("1–50 of 53").await;
    });
}
