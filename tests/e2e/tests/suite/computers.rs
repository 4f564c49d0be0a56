//! Computers: found by what they are, chosen one by one or all that match, and put into the forms.

use std::time::Duration;

use e2e::{Role, Setup, World, scenario, scenario_with};
use fantoccini::key::Key;
use landscape_stub::{Failure, Seed, Sizes};

const TABLE: &str = "Computers";
const SEARCH: &str = "Search computers";
const HEAD: &str = "Select all computers on this page";
const SCROLLED: &str = "return Math.round(document.querySelector('.l-main').scrollTop)";

/// More than three requests hold, of which four in ten are unlicensed.
const FLEET: Setup = Setup {
    seed: Seed::Many(Sizes { contracts: 40, licenses: 3, computers: 5500, children: 0 }),
    latency: Duration::ZERO,
    prefix: "/licensing/",
    language: "en-GB",
    zone: None,
};

/// The queries of all requests for computers so far, but for how many and where from.
fn asked(world: &World) -> Vec<String> {
    let requests = world.requests_to("GET", "/computers");
    let query = |query: &str| query.split("limit=").next().unwrap_or_default().trim_end_matches('&').to_owned();
    requests.iter().map(|request| query(&request.query)).collect()
}

/// Where the parts of a thousand began that were asked for.
fn parts(world: &World) -> Vec<String> {
    let requests = world.requests_to("GET", "/computers");
    let of_thousand = requests.iter().filter(|request| request.query.contains("limit=1000"));
    of_thousand
        .filter_map(|request| request.query.split("offset=").nth(1)?.split('&').next().map(str::to_owned))
        .collect()
}

#[test]
fn the_list_shows_what_is_known_of_each_computer() {
    scenario(async |world| {
        world.open_signed_in("/").await;
        world.follow("Computers").await;
        world.sees_heading("Computers").await;
        world.sees("48 computers").await;
        let rows = world.rows(TABLE).await;
        let row = |id: &str| rows.iter().find(|row| row[3] == id).expect("it is listed").clone();
        assert_eq!(row("1")[1..6], ["Birch web front 1", "birch-web-1", "1", "Not attached", "—"]);
        assert_eq!(row("4")[4..6], ["Attached", "contract-id-2"]);
        assert_eq!(row("38")[4..7], ["Not reported", "—", "—"]);
        assert!(row("29")[6].ends_with("in 30 days"), "{:?}", row("29"));
        assert_eq!(row("35")[7], "web, database, build, laptop");
        assert!(row("1")[8].contains("UTC, "), "{:?}", row("1"));
        assert_eq!(row("34")[1], "<b>Bold</b> & \"quoted\" <script>alert(1)</script>");
        world.sees_query("GET", "/computers", "limit=50&offset=0&root_only=false").await;
        world.follow("Birch web front 1").await;
        world.sees_heading("Computer 1").await;
    });
}

#[test]
fn a_filtered_list_is_a_deep_link() {
    scenario(async |world| {
        world
            .open_signed_in("/computers?license=pro&contract=contract-id-2&pro_management=true&query=tag%3Abuild")
            .await;
        world.sees_column(TABLE, 1, &["Maple build 1"]).await;
        world.sees("1 computer").await;
        world.sees_selected("License", "Pro").await;
        world.sees_selected("Contract", "contract-id-2").await;
        world.sees_ticked(Role::Checkbox, "Pro management on", true).await;
        assert_eq!(world.script("return document.querySelector('input[type=search]').value").await, "tag:build");
        let query = "query=license-type%3Apro+contract%3Acontract-id-2+has-pro-management%3Atrue+tag%3Abuild";
        assert_eq!(asked(world), [query]);
        world.open("/computers?contract=nobody-knows-it").await;
        world.sees("No matching computers").await;
        world.sees_selected("Contract", "nobody-knows-it").await;
        world.open("/computers?license_id=8").await;
        world.sees_column(TABLE, 1, &["Oak legacy 1"]).await;
        world.sees("Only computers that hold a seat of License 8.").await;
        world.press("Show others too").await;
        world.sees("48 computers").await;
        world.sees_path("/computers").await;
        world.open("/computers?expires_within=7").await;
        world.sees_column(TABLE, 1, &["Contract ends in 5 days"]).await;
        world.sees_selected("Contract expires within", "7 days").await;
    });
}

#[test]
fn back_and_forward_keep_filters_and_place() {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/computers").await;
        world.sees("5,500 computers").await;
        world.select("License", "Unlicensed").await;
        world.sees("2,200 computers").await;
        world.press("Next").await;
        world.sees_path("/computers?license=unlicensed&page=2").await;
        world.sees("51–100 of 2,200").await;
        let link = world.rows(TABLE).await[40][1].clone();
        world.follow(&link).await;
        world.sees_heading(&link).await;
        world.back().await;
        world.sees("51–100 of 2,200").await;
        world.sees_focus("link", &link).await;
        let scrolled = world.script(SCROLLED).await.as_i64().expect("it is a number of pixels");
        assert!(scrolled > 500, "{scrolled}");
        world.back().await;
        world.sees("1–50 of 2,200").await;
        world.back().await;
        world.sees("5,500 computers").await;
        world.sees_selected("License", "All").await;
        world.forward().await;
        world.sees("2,200 computers").await;
        world.sees_selected("License", "Unlicensed").await;
    });
}

#[test]
fn all_that_match_are_selected_page_by_page_and_attached_from_there() {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/computers").await;
        world.sees("5,500 computers").await;
        world.click(Role::Checkbox, "Select Computer 5").await;
        world.sees("1 computer selected").await;
        world.select("License", "Unlicensed").await;
        world.sees("2,200 computers").await;
        world.sees("1 of them is not on this page.").await;
        world.note_announcements().await;
        world.press("Select all 2,200 that match").await;
        world.sees("2,200 computers that match were added to the selection.").await;
        world.sees("2,201 computers selected").await;
        world.sees_announced("2,201 computers selected").await;
        assert_eq!(parts(world), ["0", "1000", "2000"]);
        world.sees_ticked(Role::Checkbox, HEAD, true).await;
        world.press("Next").await;
        world.sees_ticked(Role::Checkbox, HEAD, true).await;
        world.follow("Contracts").await;
        world.sees("40 contracts").await;
        world.follow("Computers").await;
        world.sees("2,201 computers selected").await;
        // Its rows move what stands beside the count.
        world.sees("5,500 computers").await;
        world.press("Attach token").await;
        world.sees_heading("Attach token").await;
        let ids = world.value("Computer IDs").await;
        assert_eq!(ids.split(", ").count(), 2201);
        assert!(ids.starts_with("1, 2, 3, 5, 10, "), "{}", &ids[..40]);
        assert_eq!(world.writes(), 0);
    });
}

#[test]
fn the_selection_survives_pages_and_is_trimmed() {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/computers?query=tag%3Acanary").await;
        world.sees("110 computers").await;
        world.click(Role::Checkbox, HEAD).await;
        world.sees("50 computers selected").await;
        world.press("Next").await;
        world.sees("51–100 of 110").await;
        world.sees("50 of them are not on this page.").await;
        let first = world.rows(TABLE).await[0][1].clone();
        world.click(Role::Checkbox, &format!("Select {first}")).await;
        world.sees("51 computers selected").await;
        let script = "return document.querySelector('thead input').indeterminate";
        world.sees_true(script).await;
        world.press("Show selection").await;
        world.find(Role::Dialog, "Selected computers").await;
        world.sees("1–20 of 51").await;
        world.press("Remove Computer 100").await;
        world.sees_focus("button", "Remove Computer 150").await;
        world.press("Close").await;
        world.sees_focus("button", "Show selection").await;
        world.sees("50 computers selected").await;
        world.press("Detach token").await;
        world.sees_heading("Detach token").await;
        let ids = world.value("Computer IDs").await;
        assert!(ids.starts_with("50, 150, ") && ids.split(", ").count() == 50, "{ids}");
    });
}

#[test]
fn nothing_is_added_where_not_all_could_be_read() {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/computers").await;
        world.click(Role::Checkbox, "Select Computer 7").await;
        world.fail_reading_after(2, "/computers", &Failure::html(502));
        world.press("Select all 5,500 that match").await;
        world.sees("Not all that match could be read. Nothing was added to the selection.").await;
        world.sees("1 computer selected").await;
        world.press("Select all 5,500 that match").await;
        world.sees("5,500 computers selected").await;
        world.press("Show selection").await;
        world.press("Clear all").await;
        world.sees("No computers selected").await;
        world.hold("offset=1000").await;
        world.press("Select all 5,500 that match").await;
        world.sees("Reading 1,000 of 5,500…").await;
        world.press("Stop").await;
        world.sees("Stopped. Nothing was added to the selection.").await;
        world.release().await;
        world.sees("No computers selected").await;
    });
}

#[test]
fn what_is_wrong_with_the_search_is_told_at_its_field() {
    scenario(async |world| {
        world.open_signed_in("/computers").await;
        world.sees("48 computers").await;
        world.search(SEARCH, "levitating:yes").await;
        world.sees("The server refused this: “Invalid query term `levitating:yes`.”").await;
        world.sees_attribute(Role::Searchbox, SEARCH, "aria-invalid", Some("true")).await;
        world.sees("No computers are shown").await;
        assert!(!world.has(Role::Table, TABLE).await);
        let before = asked(world).len();
        world.search(SEARCH, "tag:web OR tag:database").await;
        world.sees_column(TABLE, 3, &["1", "2", "3", "4", "35"]).await;
        // One request for 23 letters: a slow browser may take a pause among them for the end.
        assert!(asked(world).len() - before < 5, "{:?}", asked(world));
        world.sees_attribute(Role::Searchbox, SEARCH, "aria-invalid", None).await;
        let before = asked(world).len();
        world.select("License", "Pro").await;
        world.sees("“OR” cannot be asked for together with the filters").await;
        assert_eq!(asked(world).len(), before, "nothing is sent");
        world.back().await;
        world.sees_column(TABLE, 3, &["1", "2", "3", "4", "35"]).await;
        world.press("Search syntax").await;
        world.find(Role::Dialog, "Search syntax").await;
        world.sees("contract-expires-within-days:30").await;
    });
}

#[test]
fn a_computer_is_found_and_put_into_the_form_by_keyboard_alone() {
    scenario(async |world| {
        world.open_signed_in("/computers").await;
        world.sees("48 computers").await;
        world.type_text("/").await;
        world.sees_focus("searchbox", SEARCH).await;
        world.type_text("cedar").await;
        world.key(Key::Enter).await;
        world.sees_column(TABLE, 1, &["Cedar database 1", "Cedar database 2"]).await;
        world.tab_to(Role::Checkbox, "Select Cedar database 2").await;
        world.type_text(" ").await;
        world.sees("1 computer selected").await;
        world.key(Key::Tab).await;
        world.sees_focus("link", "Cedar database 2").await;
        world.key(Key::Enter).await;
        world.sees_heading("Computer 4").await;
        world.tab_to(Role::Button, "Detach token").await;
        world.key(Key::Enter).await;
        world.sees_heading("Detach token").await;
        world.sees_value("Computer IDs", "4").await;
        world.back().await;
        world.back().await;
        world.sees("1 computer selected").await;
    });
}

#[test]
fn a_computers_page_tells_what_it_says_of_ubuntu_pro() {
    scenario(async |world| {
        world.open_signed_in("/computers/4").await;
        world.sees_heading("Computer 4").await;
        for (term, definition) in [
            ("Title", "Cedar database 2"),
            ("Hostname", "cedar-db-2"),
            ("ID", "4"),
            ("Tags", "database"),
            ("WSL instance", "No"),
            ("Ubuntu Pro", "Attached"),
        ] {
            world.sees_fact(term, definition).await;
        }
        let services = world.rows("Services").await;
        assert!(services.iter().any(|row| row[0] == "landscape" && row[1] == "Enabled"), "{services:?}");
        assert!(services.iter().any(|row| row[1] == "Disabled"), "{services:?}");
        world.sees("Attaching a token enables no service by itself.").await;
        world.follow("contract-id-2").await;
        world.sees_heading("contract-id-2").await;
        world.open("/computers/37").await;
        world.sees("The Pro client reported").await;
        world.open("/computers/38").await;
        world.sees("Not reported yet").await;
        world.open("/computers/36").await;
        world.sees("The computer told of no services.").await;
        world.open("/computers/24").await;
        world.sees_fact("WSL instance", "Yes").await;
        world.open("/computers/4711").await;
        world.sees("Computer not found").await;
        world.sees_heading("Computer 4711").await;
    });
}

#[test]
fn every_row_that_matches_is_in_the_file() {
    scenario_with(FLEET, async |world| {
        world.open_signed_in("/computers?license=unlicensed").await;
        world.sees("2,200 computers").await;
        world.press("Download CSV").await;
        world.sees("with 2,200 rows.").await;
        let file = world.download_of_today("computers-unlicensed").await;
        let text = String::from_utf8(file).expect("it is UTF-8");
        let mut lines = text.lines();
        let names = "\"id\",\"title\",\"hostname\",\"attached\",\"contract_id\",\"pro_expires\",\"tags\",\"last_seen\"";
        assert_eq!(lines.next().map(|line| line.trim_start_matches('\u{feff}')), Some(names));
        assert!(lines.next().is_some_and(|line| line.starts_with("\"1\",\"Computer 1\",\"host-00001\",\"false\",")));
        assert_eq!(lines.count(), 2199);
    });
}

#[test]
fn another_account_has_no_part_in_the_selection() {
    scenario(async |world| {
        world.open_signed_in("/computers").await;
        world.click(Role::Checkbox, HEAD).await;
        world.sees("48 computers selected").await;
        world.select("Account", "Test lab").await;
        world.sees_column(TABLE, 3, &["501", "502", "503"]).await;
        world.sees("No computers selected").await;
    });
}
