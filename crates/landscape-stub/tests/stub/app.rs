use std::{
    fs,
    path::{Path, PathBuf},
};

use landscape_stub::{App, Config, start};

use crate::client::{Answer, Api};

const INDEX: &str = r#"<!DOCTYPE html><html><head><base href="/licensing/"></head><body></body></html>"#;

#[tokio::test]
async fn pages_of_the_app_are_its_index() {
    let api = serving("pages", "/licensing/").await;
    for path in ["", "contracts", "contracts/contract-id-1", "contracts/v1.2", "activities?query=a", "index.html"] {
        let answer = get(&api, &format!("/licensing/{path}")).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, INDEX), "{path}");
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn files_have_their_types_and_hashed_ones_last() {
    let api = serving("files", "/licensing/").await;
    let wasm = get(&api, "/licensing/app-0123456789abcdef_bg.wasm").await;
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

async fn serving(name: &str, prefix: &str) -> Api {
    let app = Some(App { dist: dist(name), prefix: prefix.to_owned() });
    Api::with(Config { app, ..Config::default() }).await
}

/// A built app of three files, one directory per test.
fn dist(name: &str) -> PathBuf {
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(dist.join("fonts")).expect("the directory should be writable");
    for (file, text) in [("index.html", INDEX), ("app-0123456789abcdef_bg.wasm", ""), ("fonts/favicon.svg", "")] {
        fs::write(dist.join(file), text).expect("the file should be writable");
    }
    dist
}

async fn get(api: &Api, path: &str) -> Answer {
    api.send("GET", path, &[], "").await.expect("there should be an answer")
}
