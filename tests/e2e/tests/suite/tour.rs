//! A visit of every page on which nothing fails.

use e2e::{Role, World, scenario, world::PRO_TOKEN};

async fn visit(world: &World) {
    world.open_signed_in("/").await;
    world.press("Show as table").await;
    world.follow("Contracts").await;
    world.sees("11 contracts").await;
    world.tick("Active only").await;
    world.search("Filter contracts", "id").await;
    world.follow("contract-id-3").await;
    world.sees_fact("Status", "Never expires").await;
    world.follow("Legacy licenses").await;
    world.follow("License 8").await;
    world.sees_fact("Available seats", "4").await;
    world.follow("Attach token").await;
    world.fill("Computer IDs", "1 2").await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    world.press("Attach token").await;
    world.find(Role::Heading, "Activity 113").await;
    world.follow("Detach token").await;
    world.fill("Computer IDs", "4").await;
    world.press("Detach token").await;
    world.press("Detach").await;
    world.find(Role::Heading, "Activity 116").await;
    world.open("/activities/103").await;
    world.sees_fact("Status", "Failed").await;
    world.open("/nonsense").await;
    world.sees_heading("Page not found").await;
    world.press("Sign out").await;
    world.sees_heading("Sign in").await;
}

#[test]
fn no_request_leaves_the_origin_and_nothing_is_logged() {
    scenario(async |world| {
        visit(world).await;
        let console = world.console().await;
        assert!(console.is_empty(), "the console says {console:#?}");
        let foreign = world.foreign_requests().await;
        assert!(foreign.is_empty(), "requests left the origin: {foreign:#?}");
        // Both would have been noticed; the policy lets a page go elsewhere, and fetch nothing from there.
        world.script("console.warn('heard')").await;
        let is_told = |told: Vec<String>, word: &str| told.iter().any(|line| line.contains(word)).then_some(());
        world.until("a word in the console", async || Ok(is_told(world.console().await, "heard"))).await;
        world.script("setTimeout(() => location.assign('http://elsewhere.example/'))").await;
        world.until("a foreign request", async || Ok(is_told(world.foreign_requests().await, "elsewhere"))).await;
    });
}
