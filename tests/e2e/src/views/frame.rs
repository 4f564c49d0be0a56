use landscape_stub::Failure;

use crate::{Role, devtools, views::View};

pub(super) const VIEWS: [View; 12] = [
    View::new("not-found", |world| {
        Box::pin(async {
            world.open_signed_in("/nonsense").await;
            world.sees_heading("Page not found").await;
        })
    }),
    View::new("about", |world| {
        Box::pin(async {
            if devtools::are_there() {
                world.set_by_host("licensing-commit", "0123456789ab").await;
            }
            world.open_signed_in("/about").await;
            world.sees_fact("License", "MIT OR Apache-2.0").await;
        })
    }),
    View::new("banner", |world| {
        Box::pin(async {
            if devtools::are_there() {
                let text =
                    "Test system of the second data centre: <b>no orders here</b>, and nothing that is meant to last.";
                world.set_by_host("licensing-banner", text).await;
            }
            world.open_signed_in("/nonsense").await;
            world.sees_heading("Page not found").await;
        })
    }),
    View::new("menu", |world| {
        Box::pin(async {
            world.widen(360).await;
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world.press("Menu").await;
            world.button("Close menu").await;
        })
    }),
    View::new("shortcuts", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world.press("Keyboard shortcuts").await;
            world.find(Role::Dialog, "Keyboard shortcuts").await;
        })
    }),
    View::new("status-help", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world.press("What the statuses mean").await;
            world.find(Role::Dialog, "What the statuses mean").await;
        })
    }),
    View::new("session-about-to-end", |world| {
        Box::pin(async {
            world.open("/contracts").await;
            world.sign_in_with_token(&world.stub.token(4 * 60 + 55)).await;
            world.sees("Your session is about to end").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
        })
    }),
    View::new("idle-warning", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world.put_clock_forward(57).await;
            world.find(Role::Dialog, "Are you still there?").await;
        })
    }),
    View::new("nothing-kept", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world
                .script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
                .await;
            world.put_clock_forward(1).await;
            world.pretend("", "keydown").await;
            world.sees("This browser keeps nothing for this tab").await;
        })
    }),
    View::new("new-release", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            let served = "
                const fetch = window.fetch, page = '<main id=\"boot-failed\"><script integrity=\"sha384-another\">';
                window.fetch = (request, ...rest) =>
                    request.url === document.baseURI ? Promise.resolve(new Response(page)) : fetch(request, ...rest);
            ";
            world.script(served).await;
            world.stay_for_an_hour().await;
            world.pretend("", "visibilitychange").await;
            world.sees("A new version is available").await;
        })
    }),
    View::new("account-not-changed", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world.stub.fail_next("POST", "/switch-account", Failure::json(403, "Forbidden", "Not your account."));
            world.select("Account", "Test lab").await;
            world.sees("Not your account.").await;
        })
    }),
    View::new("crash", |world| {
        Box::pin(async {
            world.open_signed_in("/contracts").await;
            world.sees("11 contracts").await;
            world.sees_counts().await;
            world
                .script("window.clone = Node.prototype.cloneNode; Node.prototype.cloneNode = () => { throw 'forced' }")
                .await;
            world.follow("Legacy licenses").await;
            world.sees("Something went wrong").await;
            world.script("Node.prototype.cloneNode = window.clone").await;
        })
    }),
];
