//! Several tabs of one person: a duplicated tab copies the session.

use e2e::{Bundle, World, scenario, world::PRO_TOKEN};
use landscape_stub::Failure;
use serde_json::json;

/// Notes when the page to sign in comes.
const NOTE_LEAVING: &str = "
    const look = () => {
        if (document.querySelector('main.sign-in')) window.leftAt ??= Date.now();
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
";

/// Nothing of the session, and none of its rows, in memory of the page or in its storage.
const LEFT: &str = "
    const rows = document.querySelectorAll('td, th').length;
    const texts = [document.documentElement.outerHTML, JSON.stringify({ ...sessionStorage })].join();
    return [rows, texts.includes('contract-id'), texts.includes('token\":'), sessionStorage.length];
";

async fn open_three(world: &World) -> Vec<String> {
    world.open_signed_in("/contracts").await;
    world.sees("11 contracts").await;
    let mut tabs = vec![world.this_tab().await];
    for _ in 0..2 {
        world.duplicate_tab().await;
        world.sees("11 contracts").await;
        world.script(NOTE_LEAVING).await;
        tabs.push(world.this_tab().await);
    }
    assert_eq!(world.requests_to("POST", "/login").len(), 1, "a copy has the session already");
    tabs
}

#[test]
fn sign_out_in_one_tab_signs_its_copies_out_within_a_second() {
    scenario(async |world| {
        let tabs = open_three(world).await;
        world.look_at_tab(&tabs[0]).await;
        world.script("addEventListener('click', () => { window.pressedAt = Date.now() }, true)").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        let pressed = world.script("return window.pressedAt").await.as_i64().expect("it was pressed");
        for tab in &tabs[1..] {
            world.look_at_tab(tab).await;
            world.sees("You have signed out in another tab").await;
            world.sees_heading("Sign in").await;
            assert_eq!(world.script(LEFT).await, json!([0, false, false, 0]));
            let left = world.script("return window.leftAt").await.as_i64().expect("it was left");
            assert!((0..1000).contains(&(left - pressed)), "{} ms", left - pressed);
        }
        assert_eq!(world.requests_to("POST", "/logout").len(), 1, "the server is told once");
    });
}

#[test]
fn sign_out_without_a_server_reaches_copies_all_the_same() {
    scenario(async |world| {
        let tabs = open_three(world).await;
        world.stub.fail_always("*", "/", Failure::Drop);
        world.press("Sign out").await;
        for tab in &tabs {
            world.look_at_tab(tab).await;
            world.sees("You have signed out").await;
            assert_eq!(world.script(LEFT).await, json!([0, false, false, 0]));
        }
    });
}

#[test]
fn another_sign_in_in_another_tab_goes_on() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let first = world.this_tab().await;
        world.open_tab().await;
        world.open_signed_in("/legacy-licenses").await;
        world.sees("9 licenses").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        world.look_at_tab(&first).await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
    });
}

#[test]
fn sign_out_everywhere_reaches_the_tabs_of_every_sign_in() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let first = world.this_tab().await;
        world.duplicate_tab().await;
        world.sees("11 contracts").await;
        let copy = world.this_tab().await;
        world.open_tab().await;
        world.open_signed_in("/attach").await;
        let other = world.this_tab().await;
        world.look_at_tab(&first).await;
        world.press("Sign out everywhere").await;
        world.press("End every token").await;
        world.sees("You have signed out everywhere").await;
        world.look_at_tab(&copy).await;
        world.sees("You have signed out in another tab").await;
        // Of another sign-in: it asked the server, which knows its token no more.
        world.look_at_tab(&other).await;
        world.sees("Your session has ended").await;
    });
}

#[test]
fn what_tabs_tell_each_other_holds_no_token_and_nonsense_is_not_heard() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.duplicate_tab().await;
        world.sees("11 contracts").await;
        let listen = "
            window.heard = [];
            window.ear = new BroadcastChannel('landscape-licensing');
            window.ear.onmessage = (event) => window.heard.push(event.data);
        ";
        world.script(listen).await;
        let nonsense = "
            const id = JSON.parse(sessionStorage['landscape-licensing.session']).sign_in;
            const words = ['', 'signed-out', '{}', null, 7, { of: id, news: 'signed-out' }, id,
                JSON.stringify({ of: id, news: 'attach' }), JSON.stringify({ of: '', news: 'signed-out' }),
                JSON.stringify({ of: id, news: 'signed-out', token: 'x' }),
                JSON.stringify({ of: id.replace(/./g, '0'), news: 'signed-out' }),
                JSON.stringify({ of: id, news: 'signed-out' }) + ' '.repeat(300)];
            words.forEach((word) => window.ear.postMessage(word));
            return id;
        ";
        let id = world.script_text(nonsense).await;
        world.follow("Legacy licenses").await;
        world.sees("9 licenses").await;
        let copy = world.this_tab().await;
        let other = world.tabs().await.into_iter().find(|tab| *tab != copy).expect("there are two");
        world.look_at_tab(&other).await;
        world.sees("11 contracts").await;
        world.press("Sign out").await;
        world.look_at_tab(&copy).await;
        world.sees("You have signed out in another tab").await;
        let heard = world.script("return window.heard").await;
        assert_eq!(
            heard.as_array().and_then(|heard| heard.last()),
            Some(&json!(format!(r#"{{"of":"{id}","news":"signed-out"}}"#)))
        );
        let is_known = |word: &serde_json::Value| {
            word.as_str().is_some_and(|word| word.starts_with(&format!(r#"{{"of":"{id}","news":""#)) && word.len() < 80)
        };
        assert!(heard.as_array().is_some_and(|heard| heard.iter().all(is_known)), "{heard}");
    });
}

#[test]
fn a_copy_keeps_what_was_typed_for_the_same_person() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let first = world.this_tab().await;
        world.duplicate_tab().await;
        world.fill("Computer IDs", "1, 2, 3").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        let copy = world.this_tab().await;
        world.look_at_tab(&first).await;
        world.press("Sign out").await;
        world.look_at_tab(&copy).await;
        world.sees("You have signed out in another tab").await;
        world.shows_nowhere("1, 2, 3").await;
        world.sign_in().await;
        world.sees_heading("Attach token").await;
        world.sees_value("Computer IDs", "1, 2, 3").await;
        world.sees_value("Ubuntu Pro token", "").await;
    });
}

#[test]
fn without_a_channel_a_tab_is_alone_and_works() {
    Bundle::beginning_with("delete window.BroadcastChannel").scenario(async |world| {
        world.open_signed_in("/contracts").await;
        assert_eq!(world.script("return typeof BroadcastChannel").await, json!("undefined"));
        world.sees("11 contracts").await;
        world.press("Sign out").await;
        world.sees("You have signed out").await;
    });
}

/// Attaches a token to a computer, and waits for no answer.
async fn press_attach(world: &World, ids: &str) {
    world.fill("Computer IDs", ids).await;
    world.fill("Ubuntu Pro token", PRO_TOKEN).await;
    world.sees("The token will be sent for").await;
    world.press("Attach token").await;
}

const ELSEWHERE: &str = "Another tab of this browser is sending an order right now.";

#[test]
fn an_order_under_way_in_another_tab_is_told_before_one_sends() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let copied = world.this_tab().await;
        world.duplicate_tab().await;
        world.sees_heading("Attach token").await;
        let copy = world.this_tab().await;
        world.open_tab().await;
        // Of another sign-in, and opened before anything is sent.
        world.open_signed_in("/attach").await;
        let other = world.this_tab().await;
        world.stub.fail_next("POST", "/attach-token", Failure::Stall);
        world.look_at_tab(&copied).await;
        press_attach(world, "1").await;
        world.sees_requests("POST", "/attach-token", 1).await;
        for tab in [&copy, &other] {
            world.look_at_tab(tab).await;
            press_attach(world, "2").await;
            let dialog = world.dialog().await;
            assert!(dialog.contains(ELSEWHERE) && dialog.contains("Attach the token to 1 computer?"), "{dialog}");
            world.press("Cancel").await;
            world.sees_no_dialog().await;
        }
        // One that was not there when it began.
        world.open_tab().await;
        world.open_signed_in("/detach").await;
        world.fill("Computer IDs", "4").await;
        world.press("Detach token").await;
        assert!(world.dialog().await.contains(ELSEWHERE));
        assert_eq!(world.writes(), 1, "nothing is sent unasked");
    });
}

#[test]
fn an_order_of_another_tab_that_has_ended_is_asked_about_no_more() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let first = world.this_tab().await;
        world.duplicate_tab().await;
        world.sees_heading("Attach token").await;
        press_attach(world, "1").await;
        world.sees("Queued for 1 of 1 computer").await;
        let copy = world.this_tab().await;
        world.look_at_tab(&first).await;
        press_attach(world, "2").await;
        world.sees("Queued for 1 of 1 computer").await;
        // A tab that is closed in the middle says nothing more: it is believed for a while.
        world.stub.fail_next("POST", "/attach-token", Failure::Stall);
        world.look_at_tab(&copy).await;
        press_attach(world, "3").await;
        world.sees_requests("POST", "/attach-token", 3).await;
        world.close_tab().await;
        world.look_at_tab(&first).await;
        world.put_clock_forward(2).await;
        press_attach(world, "3").await;
        world.sees_requests("POST", "/attach-token", 4).await;
    });
}
