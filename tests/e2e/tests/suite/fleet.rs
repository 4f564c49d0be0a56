//! The whole way with a large fleet: filter, select all that match, trim, attach, follow.

use std::time::{Duration, Instant};

use e2e::{Role, Setup, devtools, journal::json_body, scenario_alone, scenario_with, world::PRO_TOKEN};
use landscape_stub::{Seed, Sizes};

const COMPUTERS: u32 = 20_000;
const FLEET: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 40, licenses: 40, computers: COMPUTERS, children: 0 }),
    latency: Duration::ZERO,
    prefix: "/licensing/",
    language: "en-GB",
    zone: None,
};
/// Of everything as much as nobody has.
const VAST: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 100_000, licenses: 100_000, computers: 100_000, children: 0 }),
    ..FLEET
};
/// Longer than any activity of the stand-in takes.
const LONG: Duration = Duration::from_secs(60);

/// A number as British people write it.
fn grouped(many: usize) -> String {
    format!("{},{:03}", many / 1000, many % 1000)
}

#[test]
fn twenty_thousand_computers_are_filtered_selected_attached_and_followed() {
    // Four in ten are unlicensed; one in 23 has Pro management off, one in 29 of the others is offline. The first is trimmed.
    let chosen: Vec<u32> = (2..=COMPUTERS).filter(|id| id % 10 < 4).collect();
    let able: Vec<u32> = chosen.iter().copied().filter(|id| id % 23 != 0).collect();
    let offline = able.iter().filter(|id| *id % 29 == 0).count();
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/computers").await;
        world.sees("20,000 computers").await;
        world.select("License", "Unlicensed").await;
        world.press("Select all 8,000 that match").await;
        world.sees("8,000 computers selected").await;
        world.click(Role::Checkbox, "Select Computer 1").await;
        world.sees("7,999 computers selected").await;
        world.press("Attach token").await;
        world.sees_heading("Attach token").await;
        let counted = format!("The token will be sent for {} of 7,999 computers.", grouped(able.len()));
        world.sees(&counted).await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        assert_eq!(world.writes(), 0);
        world.press("Attach token").await;
        world.dialog().await;
        world.press("Attach").await;
        let all = grouped(able.len());
        world.find(Role::Heading, &format!("Queued for {all} of {all} computers")).await;
        let sent: Vec<Vec<u32>> = world
            .requests_to("POST", "/attach-token")
            .iter()
            .map(|request| serde_json::from_value(json_body(request)["computer_ids"].clone()).expect("they are ids"))
            .collect();
        assert_eq!(sent, able.chunks(500).map(<[u32]>::to_vec).collect::<Vec<_>>());
        world.stub.advance(LONG);
        let progress = format!("{} of {all} done", grouped(able.len() - offline));
        world.sees_attribute(Role::Progressbar, "Progress", "aria-valuetext", Some(&progress)).await;
    });
}

/// How long a page may be busy at a stretch with a hundred thousand rows, in milliseconds, and how many bytes of
/// WebAssembly's memory it may take, where the browser tells.
const BUSY: f64 = 3_000.0;
const MEMORY: u64 = 300 << 20;

#[test]
#[expect(clippy::print_stderr, reason = "the numbers are the result")]
fn a_hundred_thousand_contracts_licenses_and_computers_are_listed_in_parts() {
    scenario_alone(VAST, async |world| {
        if devtools::are_there() {
            world.note_memory().await;
        }
        world.open_signed_in("/attach").await;
        world.note_tasks().await;
        for (link, counted, part) in [
            ("Contracts", "100,000 contracts", "1–50 of 100,000"),
            ("Legacy licenses", "100,000 licenses", "1–50 of 100,000"),
            ("Computers", "100,000 computers", "1–50 of 100,000"),
            ("Overview", "100,000", "100,000"),
        ] {
            world.longest_task().await;
            let start = Instant::now();
            world.follow(link).await;
            world.sees_heading(link).await;
            world.sees(counted).await;
            world.sees(part).await;
            let (opened, busy) = (start.elapsed(), world.longest_task().await);
            let memory =
                world.script("return window.memory?.buffer.byteLength ?? 0").await.as_u64().unwrap_or_default();
            eprintln!("{link}: there after {opened:?}, busy for {busy} ms at a stretch, {} MB", memory >> 20);
            assert!(busy <= BUSY && memory <= MEMORY, "{link}: busy for {busy} ms, {memory} bytes");
        }
        world.follow("Contracts").await;
        world.sees("1–50 of 100,000").await;
        world.longest_task().await;
        // Until all rows are made: the button moves down with them.
        world.still().await;
        world.press("Next").await;
        world.sees("51–100 of 100,000").await;
        world.sees_path("/contracts?page=2").await;
        world.search("Filter contracts", "99,").await;
        world.sees("No matching contracts").await;
        world.search("Filter contracts", "99").await;
        world.sees_path("/contracts?filter=99").await;
        world.press("Contract").await;
        world.sees("1–50 of").await;
        let busy = world.longest_task().await;
        eprintln!("turning, filtering and sorting: busy for {busy} ms at a stretch");
        assert!(busy <= BUSY, "busy for {busy} ms");
    });
}
