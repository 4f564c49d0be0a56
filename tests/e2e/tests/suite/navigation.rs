//! Addresses, titles, and the ways between pages.

use e2e::{Role, Setup, World, scenario, scenario_with};

/// Every page with its heading.
const PAGES: [(&str, &str); 9] = [
    ("/", "Overview"),
    ("/contracts", "Contracts"),
    ("/contracts/contract-id-1", "contract-id-1"),
    ("/legacy-licenses", "Legacy licenses"),
    ("/legacy-licenses/8", "License 8"),
    ("/attach", "Attach token"),
    ("/detach", "Detach token"),
    ("/activities/107", "Activity 107"),
    ("/activities", "Activities"),
];

#[test]
fn every_page_has_its_address_its_heading_and_its_title() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        for (path, heading) in PAGES {
            world.open(path).await;
            world.sees_heading(heading).await;
            world.sees_path(path).await;
        }
    });
}

#[test]
fn every_page_but_the_sign_in_needs_a_session() {
    scenario(async |world| {
        for (path, _) in PAGES {
            world.open(path).await;
            world.sees_heading("Sign in").await;
            assert!(world.path().await.starts_with("/sign-in"), "{path}");
            assert!(!world.has(Role::Link, "Contracts").await);
            assert!(!world.has(Role::Button, "Sign out").await);
        }
        assert!(world.asked().is_empty());
    });
}

#[test]
fn deep_links_survive_signing_in() {
    scenario(async |world| {
        let links = [
            ("/legacy-licenses?active_only=true&available_only=true", "Legacy licenses"),
            ("/contracts?filter=team&sort=contract&order=descending", "Contracts"),
            ("/contracts/team%2Falpha%2050%25", "team/alpha 50%"),
            ("/activities/103", "Activity 103"),
            ("/attach", "Attach token"),
            ("/nonsense", "Page not found"),
            ("/contracts/a/b?filter=x", "Page not found"),
            ("/legacy-licenses/eight", "Page not found"),
        ];
        for (path, heading) in links {
            world.open_signed_in(path).await;
            world.sees_heading(heading).await;
            world.sees_path(path).await;
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
        }
    });
}

#[test]
fn a_foreign_way_back_is_ignored() {
    scenario(async |world| {
        let foreign = [
            "https%3A%2F%2Fevil.example%2F",
            "https://evil.example/contracts",
            "%2F%2Fevil.example%2Fcontracts",
            "//evil.example",
            "/%5Cevil.example",
            "%5C%5Cevil.example",
            "javascript%3Adocument.title%3D%22evil%22",
            "data%3Atext%2Fhtml%2Cevil",
            "%09%2F%2Fevil.example",
            "..%2F..%2Fapi%2Fv2%2Fcontracts",
            "%2Fsign-in%3Fnext%3D%2F%2Fevil.example",
        ];
        for payload in foreign {
            world.open(&format!("/sign-in?next={payload}")).await;
            world.sign_in().await;
            world.sees_heading("Overview").await;
            world.sees_path("/").await;
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
        }
        assert_eq!(world.foreign_requests().await, Vec::<String>::new());
    });
}

/// Signing in leads to the overview, as if there were no way back.
async fn check_ignored_way_back(world: &World, payload: &str) {
    world.open(&format!("/sign-in?next={payload}")).await;
    world.sign_in().await;
    world.sees_heading("Overview").await;
    world.sees_path("/").await;
    world.press("Sign out").await;
    world.sees_heading("Sign in").await;
}

#[test]
fn a_way_back_that_hides_a_host_is_ignored() {
    scenario(async |world| {
        for payload in ["/%09/evil.example", "/%0A/evil.example", "/%0D/evil.example"] {
            check_ignored_way_back(world, payload).await;
        }
    });
}

#[test]
fn a_way_back_that_climbs_out_of_the_app_is_ignored() {
    scenario(async |world| {
        for payload in ["/../../api/v2/contracts", "/%252e%252e/%252E./api/v2/contracts"] {
            check_ignored_way_back(world, payload).await;
        }
    });
}

#[test]
fn a_way_back_to_an_unknown_page_stays_inside_the_app() {
    scenario(async |world| {
        world.open("/sign-in?next=/api/v2/contracts").await;
        world.sign_in().await;
        world.sees_heading("Page not found").await;
        world.sees_path("/api/v2/contracts").await;
        world.find(Role::Link, "Contracts").await;
        assert!(world.requests_to("GET", "/contracts").is_empty());
    });
}

#[test]
fn an_unknown_address_is_not_found_inside_the_frame() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        for path in
            ["/nonsense", "/contracts/a/b", "/legacy-licenses/eight", "/activities/-1", "/attach/1", "/Contracts"]
        {
            world.open(path).await;
            world.sees_heading("Page not found").await;
            world.sees_path(path).await;
            world.find(Role::Link, "Contracts").await;
            world.button("Sign out").await;
        }
        world.follow("Contracts").await;
        world.sees_heading("Contracts").await;
    });
}

#[test]
fn the_root_is_the_overview() {
    scenario(async |world| {
        world.open_signed_in("/").await;
        world.sees_heading("Overview").await;
        world.sees_path("/").await;
        let without_slash = world.stub.app_url().trim_end_matches('/').to_owned();
        world.goto(&without_slash).await;
        world.sees_heading("Overview").await;
    });
}

#[test]
fn the_sign_in_page_leads_on_who_is_signed_in_already() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.open("/sign-in").await;
        world.sees_heading("Overview").await;
        world.open("/sign-in?next=%2Fdetach").await;
        world.sees_heading("Detach token").await;
    });
}

#[test]
fn the_navigation_leads_to_each_page_and_marks_the_current_one() {
    scenario(async |world| {
        world.open_signed_in("/activities/101").await;
        let links = [
            ("Legacy licenses", "/legacy-licenses"),
            ("Attach token", "/attach"),
            ("Detach token", "/detach"),
            ("Contracts", "/contracts"),
            ("Overview", "/"),
        ];
        for (name, path) in links {
            world.sees_attribute(Role::Link, name, "aria-current", None).await;
            world.follow(name).await;
            world.sees_heading(name).await;
            world.sees_path(path).await;
            world.sees_attribute(Role::Link, name, "aria-current", Some("page")).await;
        }
    });
}

#[test]
fn back_and_forward_go_through_the_pages() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.follow("contract-id-2").await;
        world.sees_heading("contract-id-2").await;
        world.follow("Attach token").await;
        world.sees_heading("Attach token").await;
        world.back().await;
        world.sees_heading("contract-id-2").await;
        world.sees_fact("ID", "2").await;
        world.back().await;
        world.sees_heading("Contracts").await;
        world.sees("11 contracts").await;
        world.forward().await;
        world.sees_heading("contract-id-2").await;
    });
}

#[test]
fn back_undoes_a_checkbox_and_a_sort_and_forward_repeats_them() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.tick("Active only").await;
        world.sees("9 contracts").await;
        world.press("ID").await;
        world.sees_path("/contracts?active_only=true&sort=id").await;
        world.press("ID").await;
        world.sees_path("/contracts?active_only=true&sort=id&order=descending").await;
        world.back().await;
        world.sees_path("/contracts?active_only=true&sort=id").await;
        world.sees_attribute(Role::ColumnHeader, "ID", "aria-sort", Some("ascending")).await;
        world.back().await;
        world.sees_path("/contracts?active_only=true").await;
        world.sees_attribute(Role::ColumnHeader, "Expires", "aria-sort", Some("ascending")).await;
        world.sees_ticked(Role::Checkbox, "Active only", true).await;
        world.back().await;
        world.sees_path("/contracts").await;
        world.sees("11 contracts").await;
        world.sees_ticked(Role::Checkbox, "Active only", false).await;
        world.forward().await;
        world.sees("9 contracts").await;
        world.sees_ticked(Role::Checkbox, "Active only", true).await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        world.tick("Available only").await;
        world.sees("7 licenses").await;
        world.press("License").await;
        world.sees_path("/legacy-licenses?available_only=true&sort=license").await;
        world.back().await;
        world.sees_path("/legacy-licenses?available_only=true").await;
        world.back().await;
        world.sees("9 licenses").await;
        world.sees_ticked(Role::Checkbox, "Available only", false).await;
        world.back().await;
        world.sees_path("/contracts?active_only=true").await;
    });
}

#[test]
fn typing_into_the_filter_leaves_no_step_to_go_back_to() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.follow("Contracts").await;
        world.sees("11 contracts").await;
        let steps = world.script("return history.length").await;
        world.search("Filter contracts", "team").await;
        world.sees_path("/contracts?filter=team").await;
        assert_eq!(world.script("return history.length").await, steps);
        world.tick("Active only").await;
        world.sees("2 of 9 contracts").await;
        world.back().await;
        world.sees_path("/contracts?filter=team").await;
        world.sees("2 of 11 contracts").await;
        assert_eq!(world.script("return document.querySelector('input[type=search]').value").await, "team");
        world.back().await;
        world.sees_heading("Legacy licenses").await;
    });
}

#[test]
fn going_elsewhere_loads_no_new_document() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.script("window.remembered = true").await;
        world.follow("contract-id-2").await;
        world.sees_heading("contract-id-2").await;
        world.follow("Legacy licenses").await;
        world.follow("License 8").await;
        world.sees_heading("License 8").await;
        assert_eq!(world.script("return window.remembered").await, true);
    });
}

#[test]
fn the_app_works_below_any_prefix_without_a_rebuild() {
    for prefix in ["/other/place/", "/"] {
        let elsewhere = Setup { prefix, ..Setup::default() };
        scenario_with(elsewhere, async |world| {
            world.open_signed_in("/contracts?active_only=true").await;
            world.sees_path("/contracts?active_only=true").await;
            world.follow("contract-id-2").await;
            world.sees_path("/contracts/contract-id-2").await;
            world.sees_fact("ID", "2").await;
            world.reload().await;
            world.sees_heading("contract-id-2").await;
            world.sees_fact("ID", "2").await;
            world.follow("Attach token").await;
            world.sees_path("/attach").await;
            assert_eq!(world.requests_to("GET", "/contracts/contract-id-2").len(), 2);
            world.press("Sign out").await;
            world.sees_path("/sign-in").await;
        });
    }
}

#[test]
fn a_neighbour_of_the_prefix_is_no_page_of_the_app() {
    let elsewhere = Setup { prefix: "/other/place/", ..Setup::default() };
    scenario_with(elsewhere, async |world| {
        world.open_signed_in("/contracts").await;
        let neighbour = format!("{}/other/placebo/contracts", world.stub.origin());
        world.goto(&neighbour).await;
        world.sees("Not Found").await;
    });
}
