//! How the app looks, and what stands there before it.

use e2e::{World, scenario};
use serde_json::{Value, json};

const KEY: &str = "landscape-licensing.theme";

/// Everything that the browser remembers beyond the tab.
async fn remembered(world: &World) -> Value {
    world.script("return { ...localStorage }").await
}

async fn background(world: &World) -> String {
    world.script_text("return getComputedStyle(document.body).backgroundColor").await
}

#[test]
fn a_chosen_theme_is_all_that_is_remembered_and_survives_a_reload() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.sees_selected("Theme", "System theme").await;
        assert_eq!(remembered(world).await, json!({}));
        let mut backgrounds = Vec::new();
        for (option, name) in [("Light theme", "light"), ("Dark theme", "dark")] {
            world.select("Theme", option).await;
            assert_eq!(remembered(world).await, json!({ KEY: name }));
            let chosen = background(world).await;
            world.reload().await;
            world.sees("11 contracts").await;
            world.sees_selected("Theme", option).await;
            assert_eq!(background(world).await, chosen);
            assert_eq!(remembered(world).await, json!({ KEY: name }));
            backgrounds.push(chosen);
        }
        assert_ne!(backgrounds[0], backgrounds[1]);
        world.select("Theme", "System theme").await;
        assert_eq!(remembered(world).await, json!({}));
        world.reload().await;
        world.sees_selected("Theme", "System theme").await;
    });
}

#[test]
fn a_chosen_theme_shows_on_the_sign_in_page_of_another_tab() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.select("Theme", "Dark theme").await;
        let dark = background(world).await;
        world.open_tab().await;
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        assert_eq!(background(world).await, dark);
    });
}

#[test]
fn a_theme_that_nobody_offers_is_the_systems() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.script(&format!("localStorage.setItem('{KEY}', 'sepia')")).await;
        world.reload().await;
        world.sees("11 contracts").await;
        world.sees_selected("Theme", "System theme").await;
    });
}

#[test]
fn the_shell_leaves_when_the_app_comes() {
    scenario(async |world| {
        let is_gone = async || {
            assert_eq!(world.script("return document.getElementById('boot')").await, Value::Null);
            world.shows_nowhere("Loading…").await;
            world.shows_nowhere("Something went wrong").await;
        };
        world.open("/attach").await;
        world.sees_heading("Sign in").await;
        is_gone().await;
        world.sign_in().await;
        world.sees_heading("Attach token").await;
        world.reload().await;
        world.sees_heading("Attach token").await;
        is_gone().await;
    });
}
