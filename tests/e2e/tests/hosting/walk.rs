//! The main path of the app, in a browser.

use e2e::{Role, Server, World, scenario_behind, world::PRO_TOKEN};
use libtest_mimic::Trial;

use crate::trial;

/// Where the app is put, by the one setting.
const PREFIXES: [(&str, &str); 3] =
    [("/licensing/", "main-path"), ("/", "main-path-at-the-root"), ("/a/b/", "main-path-at-another-prefix")];

/// The tests of a server.
pub fn trials(server: Server) -> impl Iterator<Item = Trial> {
    let is_there = move |(prefix, _): &(&str, &str)| *prefix != "/" || server.is_alone();
    PREFIXES.into_iter().filter(is_there).map(move |(prefix, name)| {
        trial("browser", server, name, move || scenario_behind(server, prefix, async |world| walk(world).await))
    })
}

/// Signs in, looks, attaches, watches, detaches, reloads in between, and signs out.
async fn walk(world: &World) {
    world.open_signed_in("/contracts?active_only=true").await;
    world.sees_path("/contracts?active_only=true").await;
    world.follow("contract-id-2").await;
    world.sees_path("/contracts/contract-id-2").await;
    world.reload().await;
    world.sees_heading("contract-id-2").await;
    world.sees_fact("ID", "2").await;

    world.follow("Attach token").await;
    world.fill("Computer IDs", "1 2").await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    world.press("Attach token").await;
    world.find(Role::Heading, "Activity 113").await;
    world.open("/activities/113").await;
    world.sees_heading("Activity 113").await;
    assert_eq!(world.stub.requests().iter().filter(|request| request.path == "/api/v2/attach-token").count(), 1);

    world.follow("Detach token").await;
    world.fill("Computer IDs", "4").await;
    world.press("Detach token").await;
    world.press("Detach").await;
    world.find(Role::Heading, "Activity 116").await;

    world.open("/contracts/of++some/name.js").await;
    world.sees("not found").await;
    world.press("Sign out").await;
    world.sees_path("/sign-in").await;

    let console = world.console().await;
    let of_the_app: Vec<_> = console.iter().filter(|line| !line.contains("Failed to load resource")).collect();
    assert!(of_the_app.is_empty(), "the console says {of_the_app:#?}");
    let foreign = world.foreign_requests().await;
    assert!(foreign.is_empty(), "requests left the origin: {foreign:#?}");
    assert!(world.stub.app_requests().is_empty(), "the stand-in was asked for {:?}", world.stub.app_requests());
}
