//! The main path of the app, in a browser.

use e2e::{Role, Server, World, scenario_behind, world::PRO_TOKEN};
use libtest_mimic::Trial;
use serde_json::json;

use crate::trial;

/// Where the app is put, by the one setting.
const PREFIXES: [(&str, &str); 3] =
    [("/licensing/", "main-path"), ("/", "main-path-at-the-root"), ("/a/b/", "main-path-at-another-prefix")];

/// The tests of a server.
pub fn trials(server: Server) -> impl Iterator<Item = Trial> {
    let with_api = (server == Server::Nginx).then(|| {
        trial("browser", server, "main-path-with-another-path-of-the-api", move || {
            scenario_behind(server, "/licensing/", async |world| walk_with_another_api(world).await);
        })
    });
    let at_prefixes = PREFIXES.into_iter().map(move |(prefix, name)| {
        trial("browser", server, name, move || scenario_behind(server, prefix, async |world| walk(world).await))
    });
    at_prefixes.chain(with_api)
}

/// By the one setting; the server has the stand-in at both paths.
async fn walk_with_another_api(world: &World) {
    let (setting, set) =
        ("name=\"licensing-api\" content=\"/api/v2\"", "name=\"licensing-api\" content=\"/elsewhere/api/v2\"");
    let bundle = &world.front.as_ref().expect("there is a server").bundle;
    bundle.edit_page(|page| {
        assert!(page.contains(setting), "the page has the setting");
        page.replace(setting, set)
    });
    world.open("/sign-in").await;
    let note = "
        window.asked = [];
        const fetch = window.fetch;
        window.fetch = (request, ...rest) => {
            window.asked.push(new URL(request.url ?? request, location.href).pathname);
            return fetch(request, ...rest);
        };
    ";
    world.script(note).await;
    world.sign_in().await;
    world.follow("Contracts").await;
    world.sees("11 contracts").await;
    let elsewhere = "
        const expected = (path) => path.startsWith('/elsewhere/api/v2/') || path.endsWith('.wasm');
        return asked.filter((path) => !expected(path));
    ";
    let elsewhere = world.script(elsewhere).await;
    assert_eq!(elsewhere, json!([]), "the app asks nowhere else");
    assert!(
        world.script("return asked.filter((path) => !path.endsWith('.wasm')).length").await.as_u64() > Some(3),
        "it was seen asking"
    );
    world.press("Sign out").await;
    world.sees_heading("Sign in").await;
    walk(world).await;
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
