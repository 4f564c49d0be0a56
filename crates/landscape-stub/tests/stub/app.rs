use std::{
    fs,
    path::{Path, PathBuf},
};

use landscape_stub::{App, Config, start};

use crate::client::{Answer, Api};

/// One request of each kind.
const ANSWERS: [(&str, &str); 13] = [
    ("GET", "/licensing/"),
    ("GET", "/licensing/contracts/contract-id-1"),
    ("HEAD", "/licensing/index.html"),
    ("GET", "/licensing/app-0123456789abcdef.js"),
    ("GET", "/licensing/app-123456789abcdef.wasm"),
    ("GET", "/licensing/main-0123456789abcdef.css"),
    ("GET", "/licensing/fonts/favicon.svg"),
    ("GET", "/licensing/letters.woff2"),
    ("GET", "/licensing/gone.js"),
    ("POST", "/licensing/contracts"),
    ("GET", "/licensing/%2e%2e/Cargo.toml"),
    ("GET", "/elsewhere"),
    ("GET", "/licensing"),
];

const INDEX: &str = r#"<!DOCTYPE html><html><head><base href="/licensing/"></head><body></body></html>"#;

#[tokio::test]
async fn pages_of_the_app_are_its_index() {
    let api = serving("pages", "/licensing/").await;
    for path in [
        "",
        "contracts",
        "contracts/contract-id-1",
        "contracts/v1.2",
        "contracts/app.js",
        "activities?query=a",
        "index.html",
    ] {
        let answer = get(&api, &format!("/licensing/{path}")).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, INDEX), "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn files_have_their_types_and_hashed_ones_last() {
    let api = serving("files", "/licensing/").await;
    let wasm = get(&api, "/licensing/app-123456789abcdef.wasm").await;
    assert_eq!((wasm.status, wasm.header("content-type")), (200, "application/wasm"));
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");
    let icon = get(&api, "/licensing/fonts/favicon.svg").await;
    assert_eq!((icon.header("content-type"), icon.header("cache-control")), ("image/svg+xml", "no-cache"));
}

#[tokio::test]
async fn missing_files_and_ways_out_are_not_found() {
    let api = serving("missing", "/licensing/").await;
    for path in ["/licensing/gone.js", "/licensing/a/gone.wasm", "/licensing/%2e%2e/Cargo.toml", "/elsewhere"] {
        assert_eq!(get(&api, path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_root_leads_to_the_app() {
    let api = serving("root", "/licensing/").await;
    for (path, location) in [("/", "/licensing/"), ("/licensing", "/licensing/"), ("/?a=b", "/licensing/?a=b")] {
        let answer = get(&api, path).await;
        assert_eq!((answer.status, answer.header("location")), (302, location));
    }
}

#[tokio::test]
async fn another_prefix_is_written_into_the_index() {
    let api = serving("prefix", "/elsewhere/pro/").await;
    let answer = get(&api, "/elsewhere/pro/contracts").await;
    assert!(answer.text.contains(r#"<base href="/elsewhere/pro/">"#), "{}", answer.text);
    assert_eq!(api.stub.app_url(), format!("{}/elsewhere/pro/", api.stub.origin()));
    assert_eq!(api.get("/contracts/contract-id-1").await["id"], 1);
}

#[tokio::test]
async fn a_directory_without_an_app_is_refused() {
    let app = Some(App { dist: PathBuf::from("/nowhere"), prefix: "/licensing/".to_owned() });
    let refused = start(Config { app, ..Config::default() }).await.err().map(|error| error.to_string());
    assert_eq!(refused.as_deref(), Some("there is no /nowhere/index.html"));
    let app = Some(App { dist: dist("refused"), prefix: "licensing".to_owned() });
    assert!(start(Config { app, ..Config::default() }).await.is_err());
}

/// What browsers go by, on pages, files of every type, what is missing and ways that lead elsewhere: first what all have.
#[tokio::test]
async fn every_answer_carries_the_headers_of_the_golden_file() {
    let api = serving("headers", "/licensing/").await;
    let mut answers = Vec::new();
    for (method, path) in ANSWERS {
        let answer = api.send(method, path, &[], "").await.expect("there should be an answer");
        answers.push((format!("{method} {path}: {}\n", answer.status), headers(&answer)));
    }
    let is_of_all = |header: &String| answers.iter().all(|(_, headers)| headers.contains(header));
    let common: String = answers[0].1.iter().filter(|header| is_of_all(header)).cloned().collect();
    let own = |headers: &[String]| headers.iter().filter(|header| !is_of_all(header)).cloned().collect::<String>();
    let each: String = answers.iter().map(|(title, headers)| title.clone() + &own(headers)).collect();
    let seen = format!("each of them\n{common}{each}");
    assert_eq!(seen, include_str!("headers.golden.txt"), "all of what was seen:\n{seen}");
}

#[tokio::test]
async fn reports_of_the_policy_are_taken_only_where_they_are_asked_for() {
    let report = r#"{"csp-report":{"effective-directive":"script-src"}}"#;
    for (asked, status, taken) in [(false, 405, Vec::new()), (true, 204, vec![report.to_owned()])] {
        let app = Some(App { dist: dist("reports"), prefix: "/licensing/".to_owned() });
        let api = Api::with(Config { app, reports_violations: asked, ..Config::default() }).await;
        let page = get(&api, "/licensing/contracts").await;
        let policy = page.header("content-security-policy");
        assert_eq!(policy.ends_with("; report-uri /policy-violations"), asked, "{policy}");
        let answer = api.send("POST", "/policy-violations", &[], report).await.expect("there should be an answer");
        assert_eq!((answer.status, api.stub.take_violations()), (status, taken));
        assert_eq!(api.stub.take_violations(), Vec::<String>::new());
    }
}

async fn serving(name: &str, prefix: &str) -> Api {
    let app = Some(App { dist: dist(name), prefix: prefix.to_owned() });
    Api::with(Config { app, ..Config::default() }).await
}

/// A built app of few files, one directory per test.
fn dist(name: &str) -> PathBuf {
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(dist.join("fonts")).expect("the directory should be writable");
    let files = ["app-123456789abcdef.wasm", "app-0123456789abcdef.js", "main-0123456789abcdef.css"];
    let others = [("index.html", INDEX), ("fonts/favicon.svg", ""), ("letters.woff2", "")];
    for (file, text) in files.map(|file| (file, "")).into_iter().chain(others) {
        fs::write(dist.join(file), text).expect("the file should be writable");
    }
    dist
}

async fn get(api: &Api, path: &str) -> Answer {
    api.send("GET", path, &[], "").await.expect("there should be an answer")
}

/// All but the time and the length, a line for each.
fn headers(answer: &Answer) -> Vec<String> {
    let lines = answer.headers.iter().filter(|(name, _)| !["date", "content-length"].contains(&name.as_str()));
    let mut lines: Vec<_> =
        lines.map(|(name, value)| format!("    {name}: {}\n", value.to_str().unwrap_or("?"))).collect();
    lines.sort();
    lines
}
