//! Addresses, titles, and the ways between pages.

use e2e::{Role, Setup, scenario, scenario_with};

/// Every page with its heading.
const PAGES: [(&str, &str); 8] = [
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
        assert!(world.stub.requests().is_empty());
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
            "/%09/evil.example",
            "..%2F..%2Fapi%2Fv2%2Fcontracts",
            "/api/v2/contracts",
            "%2Fsign-in%3Fnext%3D%2F%2Fevil.example",
        ];
        for payload in foreign {
            world.open(&format!("/sign-in?next={payload}")).await;
            world.sign_in().await;
            world.sees_heading("Contracts").await;
            world.sees_path("/contracts").await;
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
        }
        let foreign = world.requested_addresses().await;
        let foreign: Vec<_> = foreign.iter().filter(|address| address.contains("evil.example/")).collect();
        assert!(foreign.iter().all(|address| address.starts_with(&world.stub.app_url())), "{foreign:?}");
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
fn the_root_leads_to_the_contracts() {
    scenario(async |world| {
        world.open_signed_in("/").await;
        world.sees_heading("Contracts").await;
        world.sees_path("/contracts").await;
        world.open("/").await;
        world.sees_path("/contracts").await;
        let without_slash = world.stub.app_url().trim_end_matches('/').to_owned();
        world.goto(&without_slash).await;
        world.sees_path("/contracts").await;
    });
}

#[test]
fn the_sign_in_page_leads_on_who_is_signed_in_already() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.open("/sign-in").await;
        world.sees_heading("Contracts").await;
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
            world.reload().await;
            world.sees_heading("contract-id-2").await;
            world.sees_fact("ID", "2").await;
            world.follow("Attach token").await;
            world.sees_path("/attach").await;
            assert!(world.requests_to("GET", "/contracts/contract-id-2").len() >= 2);
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
