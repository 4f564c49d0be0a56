//! The whole way with the keyboard alone, and where the focus goes.

use e2e::{Role, scenario, world::PRO_TOKEN};
use fantoccini::key::Key;
use landscape_stub::{EMAIL, PASSWORD};

#[test]
fn the_whole_way_goes_with_tab_enter_and_space() {
    scenario(async |world| {
        world.open("/").await;
        world.tab_to(Role::Textbox, "Email or identity").await;
        world.type_text(EMAIL).await;
        world.tab_to(Role::Textbox, "Password").await;
        world.type_text(PASSWORD).await;
        world.key(Key::Enter).await;
        world.sees_heading("Overview").await;
        world.tab_to(Role::Link, "Contracts").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "Contracts").await;
        world.sees("11 contracts").await;
        world.tab_to(Role::Checkbox, "Active only").await;
        world.keys(&[' ']).await;
        world.sees("9 contracts").await;
        world.tab_to(Role::Button, "ID").await;
        world.keys(&[' ']).await;
        world.sees_path("/contracts?active_only=true&sort=id").await;
        world.key(Key::Enter).await;
        world.sees_path("/contracts?active_only=true&sort=id&order=descending").await;
        world.sees_focus("button", "ID").await;
        world.tab_to(Role::Link, "Attach token").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "Attach token").await;
        world.tab_to(Role::Textbox, "Computer IDs").await;
        world.type_text("1 2").await;
        world.tab_to(Role::Textbox, "Ubuntu Pro token").await;
        world.type_text(PRO_TOKEN).await;
        world.tab_to(Role::Button, "Attach token").await;
        world.keys(&[' ']).await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_focus("heading", "Activity 113").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn a_contract_is_found_and_opened_with_the_keyboard() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.keys(&['/']).await;
        world.sees_focus("searchbox", "Filter contracts").await;
        world.type_text("30-days").await;
        world.sees("1 of 11 contracts").await;
        world.tab_to(Role::Link, "contract-30-days").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "contract-30-days").await;
        world.sees_fact("Days left", "30 days").await;
    });
}

#[test]
fn a_license_with_seats_is_found_and_opened_with_the_keyboard() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.tab_to(Role::Link, "Legacy licenses").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "Legacy licenses").await;
        world.tab_to(Role::Checkbox, "Available only").await;
        world.keys(&[' ']).await;
        world.sees_path("/legacy-licenses?available_only=true").await;
        world.tab_to(Role::Button, "Available seats").await;
        world.key(Key::Enter).await;
        world.sees_attribute(Role::ColumnHeader, "Available seats", "aria-sort", Some("ascending")).await;
        world.tab_to(Role::Link, "License 8").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "License 8").await;
        world.sees_fact("Available seats", "4").await;
    });
}

#[test]
fn tokens_are_detached_with_the_keyboard() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.tab_to(Role::Link, "Detach token").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "Detach token").await;
        world.tab_to(Role::Textbox, "Computer IDs").await;
        world.type_text("4 99999").await;
        world.tab_to(Role::Button, "Detach token").await;
        world.keys(&[' ']).await;
        world.dialog().await;
        world.tab_to(Role::Button, "Detach").await;
        world.keys(&[' ']).await;
        world.sees("Queued for 1 of 2 computers").await;
        world.sees_focus("heading", "Activity 113").await;
        world.tab_to(Role::Link, "Open this activity on its own page").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "Activity 113").await;
        world.sees_path("/activities/113").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn the_ways_to_sign_in_are_chosen_with_the_arrows() {
    scenario(async |world| {
        world.open("/sign-in").await;
        world.tab_to(Role::Radio, "Password").await;
        world.keys(&[Key::Down.into(), Key::Down.into()]).await;
        world.sees_focus("radio", "Token").await;
        world.field("JSON Web Token").await;
        world.key(Key::Up).await;
        world.field("Secret key").await;
    });
}

#[test]
fn the_focus_moves_to_the_heading_when_the_page_changes() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.follow("contract-id-2").await;
        world.sees_focus("heading", "contract-id-2").await;
        world.follow("Legacy licenses").await;
        world.sees_focus("heading", "Legacy licenses").await;
        world.back().await;
        world.sees_focus("heading", "contract-id-2").await;
        world.press("Sign out").await;
        world.sees_focus("heading", "Sign in").await;
        world.sign_in().await;
        world.sees_focus("heading", "Overview").await;
    });
}

#[test]
fn typing_into_the_filter_keeps_the_focus() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.tab_to(Role::Searchbox, "Filter contracts").await;
        world.type_text("team").await;
        world.sees("2 of 11 contracts").await;
        world.sees_focus("searchbox", "Filter contracts").await;
    });
}

#[test]
fn the_first_tab_leads_past_the_navigation() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.reload().await;
        world.sees("11 contracts").await;
        world.key(Key::Tab).await;
        world.sees_focus("link", "Skip to main content").await;
        world.key(Key::Enter).await;
        world.tab().await;
        world.sees_focus("searchbox", "Filter contracts").await;
    });
}

#[test]
fn the_dialog_keeps_the_focus_and_gives_it_back() {
    scenario(async |world| {
        world.open_signed_in("/detach").await;
        world.tab_to(Role::Textbox, "Computer IDs").await;
        world.type_text("4").await;
        world.tab_to(Role::Button, "Detach token").await;
        world.key(Key::Enter).await;
        world.dialog().await;
        world.tab_to(Role::Button, "Detach").await;
        world.tab_to(Role::Button, "Cancel").await;
        world.key(Key::Enter).await;
        world.sees_no_dialog().await;
        world.sees_focus("button", "Detach token").await;
        world.key(Key::Enter).await;
        world.dialog().await;
        world.tab_to(Role::Button, "Detach").await;
        world.key(Key::Enter).await;
        world.sees("Queued for 1 of 1 computer").await;
        world.sees_focus("heading", "Activity 113").await;
        assert_eq!(world.writes(), 1);
    });
}

#[test]
fn the_menu_of_a_narrow_screen_takes_the_focus_and_gives_it_back() {
    scenario(async |world| {
        world.widen(360).await;
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let stops = world.tab_stops().await;
        assert!(!stops.iter().any(|(_, name)| name == "Legacy licenses"), "the closed menu is passed by: {stops:?}");
        world.tab_to(Role::Button, "Menu").await;
        world.key(Key::Enter).await;
        world.sees_focus("button", "Close menu").await;
        world.key(Key::Enter).await;
        world.sees_focus("button", "Menu").await;
        world.key(Key::Enter).await;
        world.sees_focus("button", "Close menu").await;
        world.key(Key::Escape).await;
        world.sees_focus("button", "Menu").await;
        world.key(Key::Enter).await;
        world.tab_to(Role::Link, "Legacy licenses").await;
        world.key(Key::Enter).await;
        world.sees_focus("heading", "Legacy licenses").await;
        world.misses(Role::Button, "Close menu").await;
    });
}

#[test]
fn nothing_that_has_the_focus_is_without_a_name() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        for path in ["/contracts", "/legacy-licenses", "/attach", "/detach", "/activities", "/activities/103"] {
            world.open(path).await;
            world.button("Sign out").await;
            let stops = world.tab_stops().await;
            assert!(stops.len() > 6, "{path}: Tab leads through the page: {stops:?}");
            for (role, name) in stops {
                assert!(!name.is_empty(), "{path}: a {role} without a name has the focus");
            }
        }
    });
}
