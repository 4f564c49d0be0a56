//! What a page of the app is allowed to do, and what keeps it whole.

use std::cell::RefCell;

use e2e::{Bundle, World, scenario};
use landscape_stub::Failure;
use serde_json::{Value, json};

/// How often a page is loaded again.
const TIMES: usize = 60;
const UNABLE: &str = "Landscape licensing could not be loaded";

/// Does as the page itself what somebody would do who got a script in, and writes down what worked.
const ATTACKS: &str = include_str!("policy/attacks.js");
/// The same as markup.
const MARKUP: &str = include_str!("policy/attacks.html");

/// The beginnings of the directives that forbid them; browsers differ in how precise they are.
const FORBIDDING: [&str; 8] = [
    "script-src",
    "style-src",
    "img-src",
    "connect-src",
    "base-uri",
    "form-action",
    "frame-src",
    "require-trusted-types-for",
];

/// The directive of a report.
fn directive(report: &str) -> String {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let report = &report["csp-report"];
    let directive = report["effective-directive"].as_str().or_else(|| report["violated-directive"].as_str());
    directive.unwrap_or_default().to_owned()
}

/// Waits until something was forbidden by each directive, and takes all reports.
async fn sees_forbidden(world: &World, directives: &[&str]) {
    let what = format!("reports of {directives:?}");
    let seen = RefCell::new(Vec::new());
    world
        .until(&what, async || {
            let mut seen = seen.borrow_mut();
            seen.extend(world.stub.take_violations().iter().map(|report| directive(report)));
            let is_seen = |directive: &&str| seen.iter().any(|other| other.starts_with(directive));
            Ok(directives.iter().all(is_seen).then_some(()))
        })
        .await;
}

/// A release build whose page has more in it than it should.
fn attacked() -> Bundle {
    let bundle = Bundle::copy();
    bundle.write("attacks.js", ATTACKS.as_bytes());
    let more = format!("{MARKUP}<script src=\"./attacks.js\"></script></body>");
    bundle.edit_page(|page| page.replace("</body>", &more));
    bundle
}

#[test]
fn what_an_intruder_would_do_is_forbidden_and_told() {
    attacked().scenario(async |world| {
        world.open("/contracts").await;
        world.sees_true("return document.documentElement.dataset.attacks === 'done'").await;
        let worked = world.script("return document.documentElement.dataset.worked ?? ''").await;
        assert_eq!(worked, json!(""), "these worked");
        sees_forbidden(world, &FORBIDDING).await;
        let foreign = world.foreign_requests().await;
        assert!(foreign.is_empty(), "requests left the origin: {foreign:#?}");
        world.stub.take_violations();
    });
}

/// The page's own policy is for hosts that set no headers.
#[test]
fn the_attacks_are_no_blanks() {
    let bundle = attacked();
    bundle.edit_page(|page| {
        let from = page.find("<meta http-equiv=").expect("the page has a policy");
        let end = from + page[from..].find("/>").expect("it ends") + 2;
        page[..from].to_owned() + &page[end..]
    });
    bundle.scenario_without_headers(async |world| {
        world.open("/contracts").await;
        world.sees_true("return document.documentElement.dataset.attacks === 'done'").await;
        let worked = world.script_text("return document.documentElement.dataset.worked").await;
        for attack in
            ["eval", "Function", "timer", "innerHTML", "link", "base", "fetch", "form", "frame", "handler", "style"]
        {
            assert!(worked.split(' ').any(|name| name == attack), "{attack} is none: {worked}");
        }
    });
}

#[test]
fn the_policy_of_the_page_forbids_as_much_as_that_of_the_headers() {
    attacked().scenario_without_headers(async |world| {
        world.open("/contracts").await;
        world.sees_true("return document.documentElement.dataset.attacks === 'done'").await;
        let worked = world.script("return document.documentElement.dataset.worked ?? ''").await;
        assert_eq!(worked, json!(""), "these worked");
    });
}

#[test]
#[should_panic(expected = "the policy has forbidden")]
fn a_test_fails_where_the_policy_has_forbidden_anything() {
    scenario(async |world| {
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        world
            .script("document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.example/a.png' }))")
            .await;
        world.until("a report", async || Ok(world.stub.has_violations().then_some(()))).await;
    });
}

/// Every file of the app that was asked for, as often as it was.
fn app_files(world: &World) -> Vec<String> {
    let is_file = |path: &String| path.starts_with("/licensing/") && path.contains('.');
    world.stub.app_requests().into_iter().filter(is_file).collect()
}

/// A frame of the same origin, to which every other rule would be lenient, on a page without any policy.
#[test]
fn no_page_may_frame_the_app() {
    scenario(async |world| {
        let dashboard = world.stub.dashboard_url().expect("there is a dashboard");
        world.goto(&dashboard).await;
        let frame = |address: &str| {
            format!(
                "const frame = document.createElement('iframe');
                frame.addEventListener('load', () => {{ frame.title = 'loaded'; }});
                frame.src = '{address}';
                document.querySelector('iframe')?.remove();
                document.body.append(frame);"
            )
        };
        let shown = "return document.querySelector('iframe').contentDocument?.body?.innerText ?? ''";
        world.script(&frame(&dashboard)).await;
        world.sees_true(&shown.replace("?? ''", "?.includes('You are not signed in')")).await;
        world.script(&frame(&world.address("/contracts"))).await;
        world.until("the app in a frame", async || Ok((!world.stub.app_requests().is_empty()).then_some(()))).await;
        world.sees_true("return document.querySelector('iframe').title === 'loaded'").await;
        assert_eq!(world.script(shown).await, json!(""));
        let files = app_files(world);
        assert!(files.is_empty() && world.stub.requests().is_empty(), "{files:?}");
        world.stub.take_violations();
    });
}

/// Together they hold all that the app has: every file comes once, though the WebAssembly is asked for ahead. What takes drafts up
/// comes where there are some.
#[test]
fn every_part_of_the_app_is_asked_for_once() {
    let modules = Bundle::copy().later_parts().iter().filter(|name| !name.starts_with("drafts-")).count() + 1;
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.has_all_code().await;
        let files = app_files(world);
        for (ending, expected) in [(".wasm", modules), (".css", 1), (".js", 2), (".woff2", 1)] {
            let asked: Vec<_> = files.iter().filter(|path| path.ends_with(ending)).collect();
            assert_eq!(asked.len(), expected, "{files:?}");
        }
    });
}

#[test]
fn letters_that_only_names_have_come_where_one_of_them_is_shown() {
    scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        let is_asked = || app_files(world).iter().any(|path| path.ends_with("/ubuntu-sans-others.woff2"));
        assert!(!is_asked(), "nothing shows any of them");
        world.search("Filter contracts", "\u{e9}").await;
        world.until("the letters", async || Ok(is_asked().then_some(()))).await;
    });
}

#[test]
fn a_release_leaves_nothing_in_the_window() {
    scenario(async |world| {
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        let names = "return ['wasmBindings', 'landscapeLicensing', '__wbg_init'].filter((name) => name in window)";
        assert_eq!(world.script(names).await, json!([]));
    });
}

/// What runs when the page is loaded; the icon and the letters do not, and the code of other pages comes later.
const RUNNING: [&str; 3] = [".js", ".css", ".wasm"];

fn running(bundle: &Bundle) -> Vec<String> {
    let later = bundle.later_parts();
    let runs = |name: &String| RUNNING.iter().any(|ending| name.ends_with(ending)) && !later.contains(name);
    let names: Vec<_> = bundle.names().into_iter().filter(runs).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    names
}

/// Opens the page, and sees that it says what it should, and that nothing of the app has started.
async fn sees_unable(world: &World) {
    world.open("/contracts").await;
    world.sees(UNABLE).await;
    world.sees("Reload the page").await;
    world.shows_nowhere("Sign in").await;
    assert!(world.stub.requests().is_empty(), "the app has asked the server");
}

#[test]
fn one_changed_bit_in_any_part_stops_the_app() {
    for name in running(&Bundle::copy()) {
        let bundle = Bundle::copy();
        bundle.flip(&name);
        bundle.scenario(async |world| sees_unable(world).await);
    }
}

#[test]
fn a_part_that_is_missing_stops_the_app() {
    for name in running(&Bundle::copy()) {
        let bundle = Bundle::copy();
        bundle.remove(&name);
        bundle.scenario(async |world| {
            sees_unable(world).await;
            world.shows_nowhere("Loading…").await;
        });
    }
}

/// WebKit runs a module now and then before the styles are there, which start.js once took for a failure.
#[test]
fn a_page_that_is_loaded_again_starts_each_time() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        for _ in 0..TIMES {
            world.reload().await;
            world.sees_heading("Legacy licenses").await;
        }
    });
}

/// A preload of the letters that WebKit gave up, when a page was loaded again, once stopped the app.
#[test]
fn letters_that_are_missing_stop_nothing() {
    let bundle = Bundle::copy();
    bundle.remove("ubuntu-sans.woff2");
    bundle.scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
    });
}

/// The page of one release with the files of the next: not one is there, boot.js and the styles neither.
#[test]
fn an_old_page_on_new_files_says_to_reload() {
    let bundle = Bundle::copy();
    for name in running(&bundle) {
        bundle.remove(&name);
    }
    bundle.scenario(async |world| sees_unable(world).await);
}

#[test]
fn a_tab_that_is_open_goes_on_when_a_new_release_comes() {
    let bundle = Bundle::copy();
    bundle.scenario(async |world| {
        world.open_signed_in("/contracts").await;
        world.sees("11 contracts").await;
        world.has_all_code().await;
        for name in bundle.later_parts().into_iter().chain(running(&bundle)) {
            let new = name.replacen('-', "-new", 1);
            bundle.rename(&name, &new);
            bundle.edit_page(|page| page.replace(&name, &new));
        }
        // The script that asks for the WebAssembly knows its name.
        let wasm = bundle.name("landscape", ".wasm");
        bundle.rename(&wasm, &wasm.replacen("-new", "-", 1));
        for (link, seen) in
            [("Legacy licenses", "9 licenses"), ("Attach token", "Computer IDs"), ("Contracts", "11 contracts")]
        {
            world.follow(link).await;
            world.sees(seen).await;
        }
        world.reload().await;
        world.sees("11 contracts").await;
        assert!(world.stub.app_requests().iter().any(|path| path.contains("-new")), "the new release has come");
    });
}

/// Checked by its hash, it is the same whatever it is called.
#[test]
fn webassembly_under_another_type_starts_all_the_same() {
    let bundle = Bundle::copy();
    let wasm = bundle.name("landscape", ".wasm");
    let boot = bundle.name("boot", ".js");
    // The stand-in tells the type by the name, and one without an ending is a page: so it is called text.
    bundle.rename(&wasm, "module.txt");
    let script = String::from_utf8_lossy(&bundle.read(&boot)).replace(&wasm, "module.txt");
    bundle.write(&boot, script.as_bytes());
    bundle.trust(&boot);
    bundle.scenario(async |world| {
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
    });
}

#[test]
fn a_browser_without_webassembly_is_told_so() {
    let bundle = Bundle::copy();
    let boot = bundle.name("boot", ".js");
    let script = [b"delete window.WebAssembly;\n".to_vec(), bundle.read(&boot)].concat();
    bundle.write(&boot, &script);
    bundle.trust(&boot);
    bundle.scenario(async |world| {
        sees_unable(world).await;
        world.sees("it needs WebAssembly").await;
    });
}

/// In a frame that may not run scripts, on a page without any policy, the app's page reads as where they are off.
#[test]
fn without_javascript_the_page_says_what_it_needs() {
    scenario(async |world| {
        world.goto(&world.stub.dashboard_url().expect("there is a dashboard")).await;
        let page = Bundle::copy().read("index.html");
        let script = format!(
            "const frame = document.createElement('iframe');
            frame.sandbox = 'allow-same-origin';
            frame.srcdoc = {};
            document.body.append(frame)",
            json!(String::from_utf8_lossy(&page))
        );
        world.script(&script).await;
        let text = "return document.querySelector('iframe').contentDocument.body?.innerText ?? ''";
        world
            .until("what the page needs", async || {
                let shown = world.script_text(text).await;
                Ok(shown.contains("needs JavaScript and WebAssembly").then_some(()))
            })
            .await;
        world.stub.take_violations();
    });
}

#[test]
fn an_answer_of_the_server_that_is_opened_as_a_page_is_none() {
    scenario(async |world| {
        let body = "{\"title\": \"<img src=x onerror='document.title = 1'><script>document.title = 1</script>\"}";
        world.stub.fail_next(
            "GET",
            "/contracts",
            Failure::Answer { status: 200, content_type: "application/json".to_owned(), body: body.to_owned() },
        );
        world.goto(&format!("{}/api/v2/contracts", world.stub.origin())).await;
        assert_eq!(world.script("return document.contentType").await, json!("application/json"));
        assert_ne!(world.title().await, "1");
    });
}

#[test]
fn json_that_says_it_is_a_page_is_not_taken_for_an_answer() {
    scenario(async |world| {
        world.open_signed_in("/legacy-licenses").await;
        world.sees("9 licenses").await;
        world.stub.fail_always(
            "GET",
            "/contracts",
            Failure::Answer {
                status: 200,
                content_type: "text/html".to_owned(),
                body: "{\"results\": [], \"count\": 0}".to_owned(),
            },
        );
        world.follow("Contracts").await;
        world.button("Retry").await;
        world.shows_nowhere("0 contracts").await;
    });
}
