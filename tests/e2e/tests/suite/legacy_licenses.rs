//! The legacy licenses, all of them and one by one.

use e2e::{Role, Setup, World, scenario, scenario_with};
use landscape_stub::Seed;

use crate::dates::{shown_in, written_in};

const TABLE: &str = "Legacy licenses";

/// The numbers of the licenses that the table shows, in ascending order.
async fn shown(world: &World) -> Vec<u32> {
    let rows = world.rows(TABLE).await;
    let number = |row: &Vec<String>| row[0].trim_start_matches("License ").parse().expect("a license has a number");
    let mut numbers: Vec<u32> = rows.iter().map(number).collect();
    numbers.sort_unstable();
    numbers
}

/// Whether licenses 8 and 9, which end on a fixed day, have ended yet.
fn with_documented(numbers: &[u32]) -> Vec<u32> {
    let ended = crate::dates::day_in(0) >= jiff::civil::date(2026, 9, 17);
    let mut numbers = numbers.to_vec();
    if !ended {
        numbers.extend([8, 9]);
    }
    numbers.sort_unstable();
    numbers
}

async fn sees_count(world: &World, count: usize) {
    world.sees(&format!("{count} licenses")).await;
}

#[test]
fn the_table_has_its_columns_and_begins_with_the_soonest_end() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.sees("9 licenses").await;
        for column in ["License", "Available seats", "Status"] {
            world.sees_attribute(Role::ColumnHeader, column, "aria-sort", None).await;
        }
        world.sees_attribute(Role::ColumnHeader, "Expires", "aria-sort", Some("ascending")).await;
        let rows = world.rows(TABLE).await;
        assert!(rows[0][0].ends_with("11"), "the one that ended first comes first: {:?}", rows[0]);
        let last: Vec<_> = rows[7..].iter().map(|row| row[2].as_str()).collect();
        assert_eq!(last, ["Never expires"; 2]);
        assert_eq!(world.only_request("GET", "/legacy-licenses").query, "");
    });
}

#[test]
fn seats_and_statuses_are_in_words() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses?sort=license").await;
        world.sees("9 licenses").await;
        let rows = world.rows(TABLE).await;
        let check = |number: usize, seats: &str, end: &str, status: &str| {
            let row = &rows[number];
            assert_eq!((row[1].as_str(), row[3].as_str()), (seats, status), "{row:?}");
            assert!(row[2].starts_with(end), "{row:?}");
        };
        check(0, "12", "Never expires", "Never expires");
        check(3, "0", &written_in(200), "Active");
        check(4, "3", &written_in(-400), "Expired");
        check(5, "5", &shown_in(7), "Expires in 7 days");
        check(7, "0", &format!("{}, 1 day ago", written_in(-1)), "Expired");
        check(8, "1", &shown_in(45), "Expires in 45 days");
        check(1, "4", "17 Sep 2026, ", "Expired");
    });
}

#[test]
fn every_header_sorts_both_ways_and_says_so_in_the_url() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.sees("9 licenses").await;
        for (column, key, index, least, most) in
            [("License", "license", 0, "1", "15"), ("Available seats", "available_seats", 1, "0", "25")]
        {
            world.press(column).await;
            world.sees_attribute(Role::ColumnHeader, column, "aria-sort", Some("ascending")).await;
            world.sees_path(&format!("/legacy-licenses?sort={key}")).await;
            assert!(world.rows(TABLE).await[0][index].ends_with(least), "{column}");
            world.press(column).await;
            world.sees_attribute(Role::ColumnHeader, column, "aria-sort", Some("descending")).await;
            world.sees_path(&format!("/legacy-licenses?sort={key}&order=descending")).await;
            assert!(world.rows(TABLE).await[0][index].ends_with(most), "{column}");
        }
        world.press("Status").await;
        world.sees_path("/legacy-licenses?sort=status").await;
        assert_eq!(world.rows(TABLE).await[0][3], "Expired");
        world.press("Status").await;
        world.sees_path("/legacy-licenses?sort=status&order=descending").await;
        assert_eq!(world.rows(TABLE).await[0][3], "Never expires");
    });
}

#[test]
fn both_filters_work_alone_and_together() {
    scenario(async |world| {
        let active = with_documented(&[1, 10, 12, 13, 15]);
        let both = with_documented(&[1, 12, 13, 15]);
        let available = [1, 8, 9, 11, 12, 13, 15];
        world.open_signed_in("/legacy-licenses").await;
        sees_count(world, 9).await;
        world.tick("Active only").await;
        world.sees_path("/legacy-licenses?active_only=true").await;
        world.sees_query("GET", "/legacy-licenses", "active_only=true").await;
        sees_count(world, active.len()).await;
        assert_eq!(shown(world).await, active);
        world.tick("Available only").await;
        world.sees_path("/legacy-licenses?active_only=true&available_only=true").await;
        world.sees_query("GET", "/legacy-licenses", "active_only=true&available_only=true").await;
        sees_count(world, both.len()).await;
        assert_eq!(shown(world).await, both);
        world.tick("Active only").await;
        world.sees_path("/legacy-licenses?available_only=true").await;
        world.sees_query("GET", "/legacy-licenses", "available_only=true").await;
        sees_count(world, available.len()).await;
        assert_eq!(shown(world).await, available);
    });
}

#[test]
fn the_filters_survive_a_reload() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses?active_only=true&available_only=true").await;
        sees_count(world, with_documented(&[1, 12, 13, 15]).len()).await;
        world.reload().await;
        world.sees_ticked(Role::Checkbox, "Active only", true).await;
        world.sees_ticked(Role::Checkbox, "Available only", true).await;
        sees_count(world, with_documented(&[1, 12, 13, 15]).len()).await;
        assert_eq!(world.requests_to("GET", "/legacy-licenses").len(), 2);
    });
}

#[test]
fn a_row_leads_to_the_license_which_is_loaded_by_its_number() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.follow("License 8").await;
        world.sees_heading("License 8").await;
        world.sees_path("/legacy-licenses/8").await;
        world.sees_fact("License", "8").await;
        world.sees_fact("Available seats", "4").await;
        world.sees("17 Sep 2026, ").await;
        world.only_request("GET", "/legacy-licenses/8");
        world.open("/legacy-licenses/1").await;
        world.sees_fact("Status", "Never expires").await;
        world.sees_fact("Days left", "—").await;
        world.open("/legacy-licenses/12").await;
        world.sees_fact("Days left", "7 days").await;
        world.open("/legacy-licenses/10").await;
        world.sees_fact("Available seats", "0").await;
    });
}

#[test]
fn a_license_that_is_not_there_is_said_to_be_missing() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses/4711").await;
        world.sees("Legacy license not found").await;
        world.sees_heading("License 4711").await;
        assert!(!world.has(Role::Button, "Retry").await);
    });
}

#[test]
fn an_empty_table_says_why() {
    let empty = Setup { seed: Seed::Empty, ..Setup::default() };
    scenario_with(empty, async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.sees("This account has no legacy licenses").await;
        world.sees("0 licenses").await;
        world.tick("Available only").await;
        world.sees("No matching licenses").await;
    });
}
