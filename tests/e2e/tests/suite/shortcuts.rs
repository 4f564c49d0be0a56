//! Keys that act by themselves, and never steal what is typed.

use e2e::{Role, scenario};
use fantoccini::key::Key;

const LIST: &str = "Keyboard shortcuts";

#[test]
fn slash_leads_to_the_filter_and_stays_a_letter_in_it() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.sees_focus("heading", "Contracts").await;
        world.keys(&['/']).await;
        world.sees_focus("searchbox", "Filter contracts").await;
        world.type_text("team/alpha").await;
        world.sees("1 of 11 contracts").await;
        world.open("/legacy-licenses").await;
        world.sees("9 licenses").await;
        world.keys(&['/']).await;
        world.sees_focus("checkbox", "Active only").await;
    });
}

#[test]
fn a_question_mark_opens_the_list_and_stays_a_letter_in_a_field() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees_heading("Attach token").await;
        world.field("Computer IDs").await.click().await.expect("a field can be clicked");
        world.type_text("1?/").await;
        world.sees_value("Computer IDs", "1?/").await;
        assert!(!world.has(Role::Dialog, LIST).await);
        world.tab_to(Role::Button, "Attach token").await;
        world.keys(&['?']).await;
        world.find(Role::Dialog, LIST).await;
        world.sees_focus("checkbox", "Use the keys “/” and “?”").await;
        world.key(Key::Escape).await;
        world.misses(Role::Dialog, LIST).await;
        world.sees_focus("button", "Attach token").await;
    });
}

#[test]
fn the_shortcuts_can_be_switched_off() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.press(LIST).await;
        world.tick("Use the keys “/” and “?”").await;
        world.press("Close").await;
        world.misses(Role::Dialog, LIST).await;
        world.sees_focus("button", LIST).await;
        world.keys(&['?', '/']).await;
        world.sees_focus("button", LIST).await;
        assert!(!world.has(Role::Dialog, LIST).await);
        world.press(LIST).await;
        world.tick("Use the keys “/” and “?”").await;
        world.press("Close").await;
        world.misses(Role::Dialog, LIST).await;
        world.keys(&['/']).await;
        world.sees_focus("searchbox", "Filter contracts").await;
    });
}
