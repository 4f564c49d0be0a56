//! The results of a group: of very many computers, in a file, and in the clipboard.

use std::time::Duration;

use e2e::{Role, Setup, World, scenario, scenario_alone};
use landscape_stub::{Failure, Seed, Sizes};
use serde_json::{Value, json};

async fn sees_progress(world: &World, text: &str) {
    world.sees_attribute(Role::Progressbar, "Progress", "aria-valuetext", Some(text)).await;
}

async fn progress(world: &World) -> String {
    world.script_text("return document.querySelector('[aria-label=Progress]').getAttribute('aria-valuetext')").await
}

/// Five thousand computers, a part of them under way.
const FLEET: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 5000, children: 5000 }),
    latency: Duration::ZERO,
    prefix: "/licensing/",
    language: "en-GB",
    zone: None,
};

/// Longer than any text may keep the page busy, in milliseconds, where other programs keep the processors busy.
const LONG_TASK: f64 = 200.0;

async fn look_around(world: &World) {
    world.press("Failed 250").await;
    world.sees("1–50 of 250").await;
    world.press("Next").await;
    world.sees("51–100 of 250").await;
    world.sees_path("/activities/1?status=Failed&page=2").await;
    world.press("All 5,000").await;
    world.sees("1–50 of 5,000").await;
}

#[test]
fn five_thousand_computers_keep_no_frame_waiting() {
    scenario_alone(FLEET, async |world| {
        world.open_signed_in("/activities").await;
        world.note_tasks().await;
        // Another program may hold one round up, not three.
        let (mut reading, mut looking, mut refreshing) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
        for _ in 0..3 {
            world.sees_column("Activities", 0, &["Activity 1"]).await;
            world.longest_task().await;
            world.follow("Activity 1").await;
            sees_progress(world, "4,250 of 5,000 done, 250 failed").await;
            reading = reading.min(world.longest_task().await);
            look_around(world).await;
            looking = looking.min(world.longest_task().await);
            world.follow("Activities").await;
        }
        world.follow("Activity 1").await;
        sees_progress(world, "4,250 of 5,000 done, 250 failed").await;
        for seconds in [610, 25, 65] {
            let before = progress(world).await;
            world.longest_task().await;
            world.stub.advance(Duration::from_secs(seconds));
            world.press("Refresh").await;
            world.until("more progress", async || Ok((progress(world).await != before).then_some(()))).await;
            refreshing = refreshing.min(world.longest_task().await);
        }
        sees_progress(world, "5,000 of 5,000 done, 250 failed").await;
        assert!(
            reading.max(looking).max(refreshing) <= 100.0,
            "busy for {reading} ms while reading, {looking} while looking around, {refreshing} while refreshing"
        );
    });
}

/// A failed activity on one computer, with a result text.
fn failed(text: &str) -> Value {
    json!({ "id": 115, "parent_id": 107, "type": "DetachProRequest", "activity_status": "failed", "computer_id": 15,
        "summary": "Detach a pro token", "result_code": 1, "result_text": text })
}

fn answer(body: &Value) -> Failure {
    Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_string() }
}

async fn go_to(world: &World, path: &str) {
    let script = format!("history.pushState(null, '', '{path}'); dispatchEvent(new PopStateEvent('popstate'))");
    world.script(&script).await;
}

/// In lines, and as one word, which is harder to lay out.
#[test]
fn a_result_of_a_megabyte_keeps_no_frame_waiting_and_can_be_had_whole() {
    for text in ["Traceback (most recent call last)\n".repeat(30_000), "x".repeat(1_000_000)] {
        scenario_alone(Setup::default(), async |world| {
            let group = json!({ "id": 107, "type": "ActivityGroup", "activity_status": "failed", "children_count": 1,
                "summary": "Detach pro token from computers" });
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world.stub.fail_always("GET", "/activities/115", answer(&failed(&text)));
            world.stub.fail_always("GET", "/activities/107", answer(&group));
            world.stub.fail_always("GET", "/activities", answer(&json!({ "count": 1, "results": [failed(&text)] })));
            world.note_tasks().await;
            go_to(world, "activities/107").await;
            world.press("Details of computer 15").await;
            world.sees("The text goes on.").await;
            let group = world.longest_task().await;
            go_to(world, "activities/115").await;
            world.sees_heading("Activity 115").await;
            world.sees("The text goes on.").await;
            let alone = world.longest_task().await;
            assert!(group.max(alone) <= LONG_TASK, "busy for {group} ms in the group, {alone} ms alone");
            world.press("Download all of it").await;
            let whole = world.download("activity-115-result.txt").await;
            assert!(whole == text.as_bytes(), "{} bytes of {}", whole.len(), text.len());
        });
    }
}

#[test]
fn every_row_is_in_the_file_also_those_that_are_hostile() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1 2 34").await;
        world.fill("Ubuntu Pro token", "stub-hostile-result").await;
        world.press("Attach token").await;
        world.stub.advance(Duration::from_secs(60));
        sees_progress(world, "3 of 3 done, 3 failed").await;
        world.press("Details of computer 1").await;
        world.sees("<img src=x onerror=alert(1)>").await;
        assert_eq!(world.script("return document.images.length").await, 0);
        world.press("Download CSV").await;
        let bytes = world.download_of_today("activity-113").await;
        assert_eq!(bytes[..3], [0xEF, 0xBB, 0xBF], "spreadsheets take it for UTF-8");
        let mut reader = csv::ReaderBuilder::new().from_reader(&bytes[3..]);
        let header = reader.headers().expect("it has a header").clone();
        assert_eq!(header, ["computer_id", "title", "status", "result_code", "result_text", "finished"][..]);
        let rows: Vec<_> = reader.records().map(|row| row.expect("it is CSV")).collect();
        assert_eq!(rows.iter().map(|row| &row[0]).collect::<Vec<_>>(), ["1", "2", "34"]);
        assert_eq!(&rows[2][1], "<b>Bold</b> & \"quoted\" <script>alert(1)</script>");
        for row in &rows {
            assert_eq!((&row[2], &row[3]), ("failed", "1"));
            assert!(
                row[4].starts_with("'=HYPERLINK(\"http://evil.example\",\"press\")\r\n\"quoted\", and; more\n"),
                "{row:?}"
            );
            assert!(row[5].ends_with('Z'), "{row:?}");
        }
    });
}

#[test]
fn the_failed_ids_are_copied() {
    scenario(async |world| {
        world.open_signed_in("/activities/110").await;
        world.note_copies().await;
        world.press("Copy failed IDs").await;
        world.sees("Copied").await;
        assert_eq!(world.script("return window.copied").await, "16");
    });
}
