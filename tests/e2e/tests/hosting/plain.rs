//! What each server answers, by plain HTTP.

use e2e::{Bundle, Front, Server};
use landscape_stub::{Config, Running};
use libtest_mimic::Trial;
use tokio::runtime::{Builder, Runtime};

use crate::{
    http::{Answer, ask},
    trial,
};

/// What every answer below the prefix carries, and nothing else of its kind.
const GOLDEN: &str = include_str!("../../../../deploy/headers.txt");

/// Beginnings of the names of headers that belong to `GOLDEN` alone.
const OF_GOLDEN: [&str; 9] = [
    "access-control-",
    "content-security-",
    "cross-origin-",
    "permissions-",
    "referrer-",
    "set-cookie",
    "strict-transport-",
    "x-content-type-",
    "x-frame-",
];

const IMMUTABLE: &str = "public, max-age=31536000, immutable";
const PAGE: &str = "text/html; charset=utf-8";

/// Ending, type, whether there are compressed siblings, and for how long it is kept.
const KINDS: [(&str, &str, bool, &str); 6] = [
    (".js", "text/javascript; charset=utf-8", true, IMMUTABLE),
    (".css", "text/css; charset=utf-8", true, IMMUTABLE),
    (".wasm", "application/wasm", true, IMMUTABLE),
    (".svg", "image/svg+xml", true, IMMUTABLE),
    (".txt", "text/plain; charset=utf-8", true, "no-cache"),
    (".woff2", "font/woff2", false, "no-cache"),
];

/// Names with what is a hash and what is none, and for how long each is kept. The bundler writes no zeros before a hash.
const HASHES: [(&str, &str); 4] = [
    ("a-0123456789abcdef.css", IMMUTABLE),
    ("a-123456789abcdef.css", IMMUTABLE),
    ("a-12345678.css", IMMUTABLE),
    ("a-1234567.css", "no-cache"),
];

/// What a browser accepts, and the ending of the sibling that it gets.
const ACCEPTED: [(&str, &str, &str); 7] = [
    ("gzip, deflate, br, zstd", "br", ".br"),
    ("br", "br", ".br"),
    ("gzip, deflate", "gzip", ".gz"),
    ("gzip;q=0.8, br;q=0", "gzip", ".gz"),
    ("br;q=0.0, gzip ; q=0", "", ""),
    ("deflate, brx, xgzip", "", ""),
    ("identity", "", ""),
];

/// Paths below the prefix that are pages, whatever they are called.
const PAGES: [&str; 8] = [
    "",
    "index.html",
    "contracts",
    "contracts/x++y",
    "contracts/app.js",
    "contracts/100%25%20a%3Fb",
    "contracts/a%0Ab",
    "nonsense/of/any/depth?q=1",
];

/// A server with nothing but the files and the stand-in.
struct Scene {
    runtime: Runtime,
    front: Front,
    stub: Running,
}

/// One test of each server.
type Check = fn(&Scene);

const CHECKS: [(&str, Check); 9] = [
    ("every-answer-carries-the-headers", every_answer_carries_the_headers),
    ("every-path-that-is-no-file-is-a-page", every_path_that_is_no_file_is_a_page),
    ("files-have-their-types-and-are-kept", files_have_their_types_and_are_kept),
    ("files-come-as-they-were-compressed", files_come_as_they_were_compressed),
    ("what-is-missing-is-not-there", what_is_missing_is_not_there),
    ("head-range-and-revalidation-are-right", head_range_and_revalidation_are_right),
    ("no-folder-is-listed", no_folder_is_listed),
    ("neighbours-are-landscapes", neighbours_are_landscapes),
    ("nothing-else-of-the-disk-is-served", nothing_else_of_the_disk_is_served),
];

/// The tests of a server.
pub fn trials(server: Server) -> impl Iterator<Item = Trial> {
    CHECKS.into_iter().map(move |(name, check)| trial("http", server, name, move || check(&Scene::set(server))))
}

impl Scene {
    fn set(server: Server) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("the system has threads to spare");
        let stub = runtime.block_on(landscape_stub::start(Config::default())).expect("the stand-in starts");
        let bundle = Bundle::copy();
        bundle.make_folder("folder");
        for (name, _) in HASHES {
            bundle.write(name, b"");
        }
        let front = Front::start(server, &stub, bundle, "/licensing/");
        Self { runtime, front, stub }
    }

    /// Asks for a path of the host, with headers.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.runtime.block_on(ask(method, &format!("{}{path}", self.front.origin()), headers))
    }

    /// Reads a path below the prefix.
    fn get(&self, path: &str) -> Answer {
        self.ask("GET", &format!("/licensing/{path}"), &[])
    }

    /// The name of the file that ends so; the app's own, where there are several.
    fn file(&self, ending: &str) -> String {
        let name = self.front.bundle.names().into_iter().rev().find(|name| name.ends_with(ending));
        name.unwrap_or_else(|| panic!("the bundle has no {ending}"))
    }
}

fn every_answer_carries_the_headers(scene: &Scene) {
    let etag = scene.get("").header("etag").expect("the page has a tag").to_owned();
    let kept = scene.ask("GET", "/licensing/", &[("if-none-match", &etag)]);
    let mut answers =
        vec![("304", kept), ("404", scene.get("gone.js")), ("HEAD", scene.ask("HEAD", "/licensing/", &[]))];
    answers.extend(["", "contracts/1", "index.html"].map(|path| (path, scene.get(path))));
    answers.extend(KINDS.map(|(ending, ..)| (ending, scene.get(&scene.file(ending)))));
    let golden: Vec<_> =
        GOLDEN.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": ")).collect();
    assert_eq!(golden.len(), 8, "the golden file was read");
    for (what, answer) in answers {
        for (name, value) in &golden {
            assert_eq!(answer.header(&name.to_ascii_lowercase()), Some(*value), "{what}: {name}");
        }
        let of_golden = answer.headers.iter().filter(|(name, _)| OF_GOLDEN.iter().any(|it| name.starts_with(it)));
        assert_eq!(of_golden.count(), golden.len(), "{what}: {:?}", answer.headers);
    }
}

fn every_path_that_is_no_file_is_a_page(scene: &Scene) {
    let page = scene.front.bundle.read("index.html");
    for path in PAGES {
        let answer = scene.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(PAGE)), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-cache"), "{path}");
        assert!(answer.body == page, "{path} is not the page");
    }
    let moved = scene.ask("GET", "/licensing", &[]);
    assert_eq!(moved.status, 302);
    let location = moved.header("location").expect("it leads somewhere");
    assert_eq!(location.trim_start_matches(&scene.front.origin()), "/licensing/");
}

fn files_have_their_types_and_are_kept(scene: &Scene) {
    for (ending, content_type, _, kept) in KINDS {
        let name = scene.file(ending);
        let answer = scene.get(&name);
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(content_type)), "{name}");
        assert_eq!(answer.header("cache-control"), Some(kept), "{name}");
        assert!(answer.body == scene.front.bundle.read(&name), "{name} is not as it was built");
    }
    for (name, kept) in HASHES {
        assert_eq!(scene.get(name).header("cache-control"), Some(kept), "{name}");
    }
}

fn files_come_as_they_were_compressed(scene: &Scene) {
    for (accepted, encoding, sibling) in ACCEPTED {
        for (ending, content_type, is_compressed, _) in KINDS {
            let name = scene.file(ending);
            let answer = scene.ask("GET", &format!("/licensing/{name}"), &[("accept-encoding", accepted)]);
            let (encoding, sibling) = if is_compressed { (encoding, sibling) } else { ("", "") };
            let what = format!("{name} for {accepted}");
            assert_eq!(answer.header("content-encoding").unwrap_or_default(), encoding, "{what}");
            assert_eq!(answer.header("content-type"), Some(content_type), "{what}");
            assert_eq!(answer.header("vary"), is_compressed.then_some("Accept-Encoding"), "{what}");
            assert!(
                answer.body == scene.front.bundle.read(&format!("{name}{sibling}")),
                "{what} is not as it was built"
            );
        }
    }
}

fn what_is_missing_is_not_there(scene: &Scene) {
    for path in
        ["gone.js", "landscape-licensing-0123456789abcdef.wasm", "gone.css", "old/gone.js", "a/b/c.woff2", "gone.js.br"]
    {
        let answer = scene.ask("GET", &format!("/licensing/{path}"), &[("accept-encoding", "gzip, br")]);
        assert_eq!(answer.status, 404, "{path}");
        assert_ne!(answer.header("cache-control"), Some(IMMUTABLE), "{path}");
        assert!(!answer.text().contains("<base"), "{path} is the page");
    }
}

fn head_range_and_revalidation_are_right(scene: &Scene) {
    for path in [String::new(), scene.file(".js"), scene.file(".wasm")] {
        let path = format!("/licensing/{path}");
        let whole = scene.ask("GET", &path, &[]);
        let head = scene.ask("HEAD", &path, &[]);
        let without_date =
            |answer: &Answer| answer.headers.iter().filter(|(name, _)| name != "date").cloned().collect::<Vec<_>>();
        assert_eq!((head.status, without_date(&head)), (200, without_date(&whole)), "{path}");
        assert!(head.body.is_empty() && head.header("content-length") == Some(&whole.body.len().to_string()), "{path}");

        let part = scene.ask("GET", &path, &[("range", "bytes=3-9")]);
        let range = format!("bytes 3-9/{}", whole.body.len());
        assert_eq!((part.status, part.header("content-range")), (206, Some(range.as_str())), "{path}");
        assert!(part.body == whole.body[3..10], "{path}");
        assert_eq!(scene.ask("GET", &path, &[("range", "bytes=99999999-")]).status, 416, "{path}");

        let tag = whole.header("etag").expect("there is a tag").to_owned();
        let kept = scene.ask("GET", &path, &[("if-none-match", &tag)]);
        assert!(kept.status == 304 && kept.body.is_empty(), "{path}");
        assert_eq!(kept.header("cache-control"), whole.header("cache-control"), "{path}");
    }
    let name = format!("/licensing/{}", scene.file(".js"));
    let tags = ["identity", "gzip", "br"].map(|accepted| {
        let answer = scene.ask("GET", &name, &[("accept-encoding", accepted)]);
        answer.header("etag").expect("there is a tag").to_owned()
    });
    assert!(tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2], "one tag for several contents: {tags:?}");
}

fn no_folder_is_listed(scene: &Scene) {
    for path in ["", "folder/", "folder"] {
        let answer = scene.get(path);
        assert!(answer.text().contains("<base href=\"/licensing/\""), "{path}: {}", answer.text());
    }
}

fn neighbours_are_landscapes(scene: &Scene) {
    let answer = scene.ask("GET", "/api/v2/contracts", &[("accept-encoding", "gzip, br")]);
    assert_eq!(answer.status, 401, "the stand-in wants a token");
    assert!(scene.stub.requests().iter().any(|request| request.path == "/api/v2/contracts"));
    for path in ["/licensingx", "/new_dashboard/", "/"] {
        assert!(!scene.ask("GET", path, &[]).text().contains("<base"), "{path} is the page");
    }
    let visits = scene.stub.app_requests();
    assert!(!visits.iter().any(|path| path.contains("/licensing/")), "the stand-in was asked for the app: {visits:?}");
    if scene.front.server.is_apache() {
        assert_eq!(scene.ask("GET", "/api/v2/contracts/x++y", &[]).status, 403, "Landscape's own rule stays in force");
    }
}

fn nothing_else_of_the_disk_is_served(scene: &Scene) {
    for path in [
        "../snippets/landscape-licensing.conf",
        "%2e%2e/conf-available/landscape-licensing.conf",
        "..%2fnginx.conf",
        "..%5cnginx.conf",
        "//etc/passwd",
        "a/../../../../etc/passwd",
    ] {
        let text = scene.get(path).text();
        assert!(!text.contains("root:") && !text.contains("LICENSING_FILES"), "{path}: {text}");
        assert!(!text.contains("licensing_root"), "{path}: {text}");
    }
    for path in ["/landscape-licensing/dist/index.html", "/landscape-licensing/dist/"] {
        assert!(!scene.ask("GET", path, &[]).text().contains("<base"), "{path} leads to the files past the prefix");
    }
}
