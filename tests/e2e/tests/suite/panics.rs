//! A program that has failed: one page says so, and nothing is lost.

use e2e::{World, scenario, world::PRO_TOKEN};
use serde_json::json;

/// Lets the next element that the app makes fail, which it cannot get over.
const BREAK: &str = "
    Document.prototype.createElement = () => { throw new Error('forced') };
    Document.prototype.createElementNS = Document.prototype.createElement;
    Node.prototype.cloneNode = Document.prototype.createElement;
";

/// A page whose code and words have come, and which reads nothing.
async fn open_nothing(world: &World) {
    world.open("/not/there").await;
    world.sees("There is no page at this address").await;
}

async fn break_it(world: &World) {
    world.script(BREAK).await;
}

/// Follows a link of a page that may still be reading something: what comes meanwhile must not be what fails.
async fn break_it_and_follow(world: &World, link: &str) {
    world.find(e2e::Role::Link, link).await;
    let find = "const link = [...document.links].find((link) => link.innerText.trim() === arguments[0]);";
    world.script_with(&format!("{find} {BREAK} link.click()"), vec![json!(link)]).await;
}

/// What the page says, without its error's number.
async fn sees_crash(world: &World, token: &str) {
    world.sees("Something went wrong").await;
    let id = world.script_text("return document.getElementById('crash-id').innerText").await;
    assert!(id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
    let page = world.text().await;
    assert!(!page.contains(token) && !page.contains(".rs") && !page.contains("wasm"), "{page}");
}

async fn token(world: &World) -> String {
    world.script_text("return JSON.parse(sessionStorage['landscape-licensing.session']).token").await
}

#[test]
fn every_route_that_fails_says_so_and_comes_back() {
    scenario(async |world| {
        world.open_signed_in("/not/there").await;
        let token = token(world).await;
        let places = [
            ("Overview", "Overview"),
            ("Computers", "Computers"),
            ("Contracts", "Contracts"),
            ("Legacy licenses", "Legacy licenses"),
            ("Attach token", "Attach token"),
            ("Detach token", "Detach token"),
            ("Activities", "Activities"),
        ];
        for (link, heading) in places {
            // A page that is still reading something would fail by itself.
            open_nothing(world).await;
            break_it(world).await;
            world.follow(link).await;
            sees_crash(world, &token).await;
            world.follow("Reload").await;
            world.sees_no_more("Something went wrong").await;
            world.sees_heading(heading).await;
        }
    });
}

#[test]
fn details_that_fail_say_so_and_come_back() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        let token = token(world).await;
        let places = [
            ("/contracts", "contract-id-1"),
            ("/legacy-licenses", "License 8"),
            ("/activities", "Activity 101"),
            ("/computers", "Birch web front 1"),
        ];
        for (list, link) in places {
            world.open(list).await;
            break_it_and_follow(world, link).await;
            sees_crash(world, &token).await;
            world.follow("Reload").await;
            world.sees_no_more("Something went wrong").await;
            world.button("Sign out").await;
        }
    });
}

#[test]
fn the_page_to_sign_in_and_one_that_is_not_there_say_so_too() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        let token = token(world).await;
        break_it(world).await;
        world.script("history.pushState(null, '', 'nonsense'); dispatchEvent(new PopStateEvent('popstate'))").await;
        sees_crash(world, &token).await;
        world.follow("Reload").await;
        open_nothing(world).await;
        break_it(world).await;
        world.press("Sign out").await;
        sees_crash(world, &token).await;
        world.follow("Reload").await;
        world.sees_heading("Sign in").await;
    });
}

#[test]
fn what_was_typed_outlives_a_failure_and_the_token_does_not() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.fill("Computer IDs", "1, 2, 3").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        // What is known of the computers is on the page: nothing more is read.
        world.sees_requests("GET", "/computers", 4).await;
        world.still().await;
        break_it(world).await;
        // The question whether to leave cannot be shown.
        world.follow("Contracts").await;
        sees_crash(world, PRO_TOKEN).await;
        assert_eq!(
            world.script(&format!("return document.documentElement.outerHTML.includes('{PRO_TOKEN}')")).await,
            json!(false)
        );
        assert_eq!(world.writes(), 0, "what has failed sends nothing more");
        world.reload().await;
        world.sees_value("Computer IDs", "1, 2, 3").await;
        world.sees_value("Ubuntu Pro token", "").await;
    });
}
