//! The results of a group: of very many computers, in a file, and in the clipboard.

use std::time::Duration;

use e2e::{Role, Setup, World, scenario, scenario_with};
use landscape_stub::{Seed, Sizes};

async fn sees_progress(world: &World, text: &str) {
    world.sees_attribute(Role::Progressbar, "Progress", "aria-valuetext", Some(text)).await;
}

/// Five thousand computers, a part of them under way.
const FLEET: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 3, licenses: 3, computers: 5000, children: 5000 }),
    latency: Duration::ZERO,
    prefix: "/licensing/",
    language: "en-GB",
    zone: None,
};

/// Keeps how long the page was busy at a stretch: each task that was long, or where the browser does not tell, each time
/// in which a timer had to wait.
const TASKS: &str = "
    window.tasks = [];
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => tasks.push(entry.duration)))
            .observe({ type: 'longtask' });
        return;
    }
    let last = performance.now();
    const beat = () => {
        const now = performance.now();
        window.tasks.push(now - last);
        last = now;
        setTimeout(beat);
    };
    beat();
";

/// How long the page was busy at a stretch, at most, since the last look, in milliseconds.
async fn longest_task(world: &World) -> f64 {
    let script = "const longest = Math.max(0, ...window.tasks); window.tasks = []; return longest";
    world.script(script).await.as_f64().unwrap_or_default()
}

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
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/activities").await;
        world.script(TASKS).await;
        // Another program may hold one round up, not three.
        let (mut reading, mut looking) = (f64::INFINITY, f64::INFINITY);
        for _ in 0..3 {
            world.sees_column("Activities", 0, &["Activity 1"]).await;
            longest_task(world).await;
            world.follow("Activity 1").await;
            sees_progress(world, "4,250 of 5,000 done, 250 failed").await;
            reading = reading.min(longest_task(world).await);
            look_around(world).await;
            looking = looking.min(longest_task(world).await);
            world.follow("Activities").await;
        }
        world.follow("Activity 1").await;
        sees_progress(world, "4,250 of 5,000 done, 250 failed").await;
        longest_task(world).await;
        world.stub.advance(Duration::from_secs(700));
        sees_progress(world, "5,000 of 5,000 done, 250 failed").await;
        let refreshing = longest_task(world).await;
        assert!(
            reading.max(looking).max(refreshing) <= 100.0,
            "busy for {reading} ms while reading, {looking} while looking around, {refreshing} while refreshing"
        );
    });
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
