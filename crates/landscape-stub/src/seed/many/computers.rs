use jiff::{SignedDuration, Timestamp};

use crate::{
    config::Sizes,
    seed::many::contract_id,
    world::computer::{
        Client::{Manageable, Offline, WithoutProManagement},
        Computer, License,
    },
};

/// What each of them is follows from its number, by cycles of different lengths: every combination comes up.
pub(crate) fn all(sizes: Sizes, now: Timestamp) -> impl Iterator<Item = Computer> {
    (1..=sizes.computers).map(move |number| computer(number, sizes, now))
}

fn computer(number: u32, sizes: Sizes, now: Timestamp) -> Computer {
    let hostname = format!("host-{number:05}");
    let computer = Computer::new(number.into(), hostname, format!("Computer {number}")).license(license(number, sizes));
    let computer = if number.is_multiple_of(17) { computer.cloud() } else { computer };
    let computer = if number.is_multiple_of(13) && computer.is_attached() { computer.fips() } else { computer };
    // Those of the attachment under way have taken part in it.
    let client = match number {
        _ if number <= sizes.children => Manageable,
        _ if number.is_multiple_of(23) => WithoutProManagement,
        _ if number.is_multiple_of(29) => Offline,
        _ => Manageable,
    };
    let hours = if client == Offline { 960 } else { 0 };
    let last_ping = now - SignedDuration::from_hours(hours) - SignedDuration::from_secs(i64::from(number) * 37 % 900);
    let computer = Computer { last_ping: Some(last_ping), ..computer.client(client) };
    tags(number).fold(computer, Computer::tag).release(release(number)).group(access_group(number))
}

/// Of ten computers four are unlicensed, four have a contract, one is free and one has a legacy license.
fn license(number: u32, sizes: Sizes) -> License {
    match number % 10 {
        4..=7 if sizes.contracts > 0 => License::Pro(contract_id(number % sizes.contracts + 1)),
        8 => License::FreePro,
        9 if sizes.licenses > 0 => License::Legacy(u64::from(number % sizes.licenses + 1)),
        _ => License::Unlicensed,
    }
}

/// One in fifty is a canary besides.
fn tags(number: u32) -> impl Iterator<Item = &'static str> {
    let tags: &[&str] = match number % 7 {
        0..=2 => &["web"],
        3 => &["database"],
        4 => &["build"],
        5 => &["web", "database"],
        _ => &[],
    };
    tags.iter().copied().chain(number.is_multiple_of(50).then_some("canary"))
}

fn release(number: u32) -> &'static str {
    match number % 11 {
        0..=5 => "24.04",
        6..=8 => "22.04",
        _ => "20.04",
    }
}

fn access_group(number: u32) -> &'static str {
    match number % 9 {
        0 => "branch-office",
        1 | 2 => "data-center",
        _ => "global",
    }
}
