use std::{
    io,
    path::{Path, PathBuf},
};

use axum::{
    http::{
        Method, StatusCode, Uri,
        header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION},
    },
    response::{IntoResponse, Response},
};

use crate::{config::App, failure::Failure, stub::Stub};

/// The base that the app is built with; another prefix is written over it.
const BUILT_BASE: &str = r#"<base href="/licensing/""#;

/// Endings that name a file, never a page of the app.
const ASSETS: [&str; 12] = ["br", "css", "gz", "ico", "js", "json", "map", "png", "svg", "txt", "wasm", "woff2"];

/// What is below is a page, whatever its ending: contracts may be called anything.
const CONTRACTS: &str = "contracts/";

/// Refuses a directory that holds no app, and a prefix that is none.
pub(crate) fn check(app: &App) -> io::Result<()> {
    let index = app.dist.join("index.html");
    if !index.is_file() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("there is no {}", index.display())));
    }
    if !(app.prefix.starts_with('/') && app.prefix.ends_with('/')) {
        let message = format!("the prefix `{}` must begin and end with a slash", app.prefix);
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    Ok(())
}

/// Serves the app as a web server in front of Landscape should: a file that exists, or else index.html for a page.
/// `path` is the decoded path of `uri`.
pub(crate) async fn answer(stub: &Stub, method: &Method, uri: &Uri, path: &str) -> Response {
    let Some(app) = &stub.app else {
        return Failure::html(404).into_response();
    };
    if method != Method::GET && method != Method::HEAD {
        return Failure::html(405).into_response();
    }
    let Some(file) = path.strip_prefix(&app.prefix) else {
        return outside(app, uri, path);
    };
    if file.split('/').any(|segment| segment == "..") || file.contains(['\\', '\0']) {
        return Failure::html(404).into_response();
    }
    let found = app.dist.join(file);
    if file.is_empty() || file == "index.html" {
        index(app).await
    } else if found.is_file() {
        asset(found, stub.serves_compressed).await
    } else if !file.starts_with(CONTRACTS) && extension(file).is_some_and(|extension| ASSETS.contains(&extension)) {
        Failure::html(404).into_response()
    } else {
        index(app).await
    }
}

/// Leads to the prefix, whose slash at the end people leave out.
fn outside(app: &App, uri: &Uri, path: &str) -> Response {
    if path != "/" && path != app.prefix.trim_end_matches('/') {
        return Failure::html(404).into_response();
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    (StatusCode::FOUND, [(LOCATION, format!("{}{query}", app.prefix))]).into_response()
}

async fn index(app: &App) -> Response {
    match tokio::fs::read_to_string(app.dist.join("index.html")).await {
        Ok(page) => {
            let page = page.replace(BUILT_BASE, &format!(r#"<base href="{}""#, app.prefix));
            ([(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache")], page).into_response()
        }
        Err(_) => Failure::html(500).into_response(),
    }
}

async fn asset(path: PathBuf, is_compressed: bool) -> Response {
    let headers = [(CONTENT_TYPE, content_type(&path)), (CACHE_CONTROL, cache_control(&path))];
    if is_compressed && let Ok(bytes) = tokio::fs::read(sibling(&path)).await {
        return (headers, [(CONTENT_ENCODING, "br")], bytes).into_response();
    }
    match tokio::fs::read(path).await {
        Ok(bytes) => (headers, bytes).into_response(),
        Err(_) => Failure::html(500).into_response(),
    }
}

/// The file as brotli makes it, which every browser takes.
fn sibling(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.br", path.display()))
}

fn extension(path: &str) -> Option<&str> {
    Path::new(path).extension()?.to_str()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "map" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn cache_control(path: &Path) -> &'static str {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether the bundler put the content's hash into the name: `main-adeff99bc281c9f.css`. It writes no zeros before it.
fn is_hashed(name: &str) -> bool {
    let hash = name.split_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map_or("", |(_, hash)| hash);
    (8..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}
