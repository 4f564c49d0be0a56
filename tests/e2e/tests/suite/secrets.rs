//! Secrets are where they must be, and nowhere else: after a tour through everything.

use std::fmt::Write as _;

use e2e::{World, scenario, world::PRO_TOKEN};
use landscape_stub::{ACCESS_KEY, Failure, SECRET_KEY};
use serde_json::json;

/// Everything that a page can be asked for and that outlives a press: but for `sessionStorage`, and the values of fields.
const EVERYWHERE: &str = "
    const caches = await window.caches?.keys() ?? [];
    const databases = await indexedDB.databases();
    return [
        location.href, document.referrer, document.title, window.name, document.cookie, JSON.stringify(history.state),
        JSON.stringify({ ...localStorage }), JSON.stringify(caches), JSON.stringify(databases),
        document.documentElement.outerHTML, document.body.innerText,
        ...[...document.querySelectorAll('*')].flatMap((it) => [...it.attributes].map(({ value }) => value)),
        ...performance.getEntries().map(({ name }) => name),
    ].join('\\n');
";

/// What stands in fields.
const FIELDS: &str =
    "return [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value).join('\\n')";
const STORED: &str = "return JSON.stringify({ ...sessionStorage })";

async fn token(world: &World) -> String {
    world.script_text("return JSON.parse(sessionStorage['landscape-licensing.session']).token").await
}

/// A script that waits.
async fn everywhere(world: &World) -> String {
    world.script_text(&format!("return (async () => {{ {EVERYWHERE} }})()")).await
}

#[track_caller]
fn holds_none(what: &str, text: &str, secrets: &[&str]) {
    for secret in secrets {
        assert!(!text.contains(secret), "{what} holds “{}…”", &secret[..6]);
    }
}

/// The pages that save what they list.
const FILES: [&str; 5] = ["/contracts", "/legacy-licenses", "/computers", "/activities", "/activities/101"];

/// Neither in a file that was saved nor in its name.
#[track_caller]
fn holds_none_saved(world: &World, secrets: &[&str]) {
    let files = world.saved_files();
    assert_eq!(files.len(), FILES.len(), "{files:?}");
    for name in files {
        holds_none("a file's name", &name, secrets);
        let text = String::from_utf8_lossy(&world.saved(&name)).into_owned();
        assert!(text.lines().count() > 1, "{name} is empty");
        holds_none(&name, &text, secrets);
    }
}

#[test]
fn after_a_full_tour_no_secret_is_anywhere_else() {
    scenario(async |world| {
        world.open("/").await;
        world.tick("Access key").await;
        world.fill("Access key", ACCESS_KEY).await;
        world.fill("Secret key", SECRET_KEY).await;
        world.press("Sign in").await;
        world.button("Sign out").await;
        let token = token(world).await;
        let secrets = [token.as_str(), PRO_TOKEN, SECRET_KEY, ACCESS_KEY];
        let mut said = Vec::new();
        let paths = [
            "/",
            "/contracts",
            "/contracts/contract-id-1",
            "/legacy-licenses",
            "/legacy-licenses/8",
            "/computers",
            "/computers/1",
            "/activities",
            "/activities/101",
            "/attach",
            "/detach",
            "/nonsense",
        ];
        for path in paths {
            world.open(path).await;
            world.button("Sign out").await;
            holds_none(path, &everywhere(world).await, &secrets);
            holds_none(path, &world.script_text(FIELDS).await, &secrets);
            said.extend(world.console().await);
            if FILES.contains(&path) {
                world.press("Download CSV").await;
                world.sees("Saved ").await;
            }
        }
        holds_none_saved(world, &secrets);
        world.open("/attach").await;
        world.fill("Computer IDs", "1, 2").await;
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        holds_none("a filled form", &everywhere(world).await, &secrets);
        holds_none("the storage", &world.script_text(STORED).await, &secrets[1..]);
        // A refusal that repeats the secret is the server's to avoid; the field is emptied all the same once it is left.
        world.stub.fail_next("POST", "/attach-token", Failure::json(500, "Broken", "It broke."));
        world.press("Attach token").await;
        world.sees("The request may have been queued").await;
        holds_none("an error", &everywhere(world).await, &secrets);
        holds_none("the storage after an error", &world.script_text(STORED).await, &secrets[1..]);
        world.press("Attach token").await;
        world.sees("Queued for 2 of 2 computers").await;
        world.sees_value("Ubuntu Pro token", "").await;
        holds_none("a result", &everywhere(world).await, &secrets);
        holds_none("the storage after a result", &world.script_text(STORED).await, &secrets[1..]);
        world.press("Sign out").await;
        world.sees("You have signed out").await;
        holds_none("a page after signing out", &everywhere(world).await, &secrets);
        holds_none("its fields", &world.script_text(FIELDS).await, &secrets);
        holds_none("its storage", &world.script_text(STORED).await, &secrets);
        said.extend(world.console().await);
        holds_none("the console", &said.join("\n"), &secrets);
        sent_only_where_due(world, &token);
    });
}

/// The session's token in one header, the Pro token in two bodies, the secret key in one.
#[track_caller]
fn sent_only_where_due(world: &World, token: &str) {
    let mut bodies = 0;
    for request in world.asked() {
        assert!(!request.path.contains(token) && !request.query.contains(token));
        for (name, value) in &request.headers {
            assert!(name == "authorization" || !value.contains(token), "{name}");
            assert!(!value.contains(PRO_TOKEN) && !value.contains(SECRET_KEY), "{name}");
            assert!(name != "referer" && name != "cookie", "{name}: {value}");
        }
        let body = request.body.clone();
        bodies += usize::from(body.contains(PRO_TOKEN));
        assert!(!body.contains(token) && (!body.contains(SECRET_KEY) || request.path.ends_with("/login/access-key")));
    }
    assert_eq!(bodies, 2);
}

#[test]
fn a_secret_is_hidden_again_when_its_field_is_left_and_when_it_is_sent() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        let kind = "return document.getElementById('pro-token').type";
        world.fill("Ubuntu Pro token", PRO_TOKEN).await;
        assert_eq!(world.script(kind).await, json!("password"));
        world.press("Show").await;
        world.sees_true("return document.getElementById('pro-token').type === 'text'").await;
        world.press("Hide").await;
        world.sees_true("return document.getElementById('pro-token').type === 'password'").await;
        world.press("Show").await;
        world.fill("Computer IDs", "1").await;
        world.sees_true("return document.getElementById('pro-token').type === 'password'").await;
        world.press("Show").await;
        world.press("Attach token").await;
        world.sees_true("return document.getElementById('pro-token').type === 'password'").await;
    });
}

#[test]
fn the_pro_token_is_no_credential_to_fill_in_or_to_save() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        world.sees("Ubuntu Pro token").await;
        let script = "
            const field = document.getElementById('pro-token');
            const others = [...field.form.elements].filter((it) => /username|email|current-password/.test(it.autocomplete ?? ''));
            return [field.autocomplete, field.getAttribute('spellcheck'), field.getAttribute('value'), field.name, others.length];
        ";
        assert_eq!(world.script(script).await, json!(["off", "false", null, "", 0]));
    });
}

#[test]
fn each_way_out_of_the_form_empties_the_token() {
    scenario(async |world| {
        world.open_signed_in("/attach").await;
        for (link, back) in [("Contracts", true), ("Detach token", false)] {
            world.fill("Ubuntu Pro token", PRO_TOKEN).await;
            world.follow(link).await;
            world.dialog().await;
            world.press("Leave").await;
            world.sees_heading(link).await;
            holds_none("the page after", &everywhere(world).await, &[PRO_TOKEN]);
            if back {
                world.back().await;
            } else {
                world.follow("Attach token").await;
            }
            world.sees_heading("Attach token").await;
            world.sees_value("Ubuntu Pro token", "").await;
        }
    });
}

/// S24: what leads away is known, and takes nothing along.
#[test]
fn links_lead_nowhere_else() {
    scenario(async |world| {
        let crawl = "
            return [...document.querySelectorAll('a[href], area[href], form[action], [formaction]')].filter((it) => {
                const { origin } = new URL(it.href ?? it.action ?? it.formAction, location);
                const isOurs = origin === location.origin;
                const isAllowed = /^https:\\/\\/(ubuntu\\.com|documentation\\.ubuntu\\.com)$/.test(origin);
                const isSafe = it.target !== '_blank' || /noopener/.test(it.rel);
                return !(isOurs || isAllowed) || !isSafe;
            }).map((it) => it.outerHTML);
        ";
        world.open_signed_in("/").await;
        for path in [
            "/",
            "/contracts",
            "/legacy-licenses",
            "/computers",
            "/activities",
            "/activities/101",
            "/attach",
            "/detach",
        ] {
            world.open(path).await;
            world.button("Sign out").await;
            assert_eq!(world.script(crawl).await, json!([]), "{path}");
        }
        world.press("Sign out").await;
        world.sees_heading("Sign in").await;
        assert_eq!(world.script(crawl).await, json!([]), "the page to sign in");
    });
}

#[test]
fn a_foreign_way_back_leads_to_the_overview() {
    scenario(async |world| {
        let foreign = [
            "https://evil.example/contracts",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "/%2f%2fevil.example",
            "/../../api/v2/me",
            "/.%2e/evil",
            "/\t/evil.example",
            "https:evil.example",
            "/sign-in?next=//evil.example",
            "blob:x",
        ];
        for text in foreign {
            let next: String = url_encode(text);
            world.open(&format!("/sign-in?next={next}")).await;
            world.sign_in().await;
            let path = world.path().await;
            assert!(path.starts_with('/') && !path.starts_with("//"), "{text} led to {path}");
            world.press("Sign out").await;
            world.sees_heading("Sign in").await;
        }
        assert_eq!(world.foreign_requests().await, [""; 0]);
    });
}

fn url_encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        let _ = write!(encoded, "%{byte:02X}");
    }
    encoded
}
