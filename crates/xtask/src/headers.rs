//! `cargo xtask headers`: what web servers add to the app's answers, each in its own words, from `deploy/headers.txt`.

use std::path::Path;

use anyhow::{Context, Result};

use crate::tidy::Violation;
use crate::{output, workspace};

const SOURCE: &str = "deploy/headers.txt";
const POLICY: &str = "Content-Security-Policy";
/// What a browser reads in a header, and not in a page.
const OF_HEADERS_ALONE: &str = "frame-ancestors";

/// One header: its name and its value.
type Header<'text> = (&'text str, &'text str);

/// Between these two lines stand the headers in the file of a server, indented as they are.
const BEGINNING: &str = "# From deploy/headers.txt, by `cargo xtask headers`.";
const END: &str = "# End of what is from there.";

/// A web server: the file of its configuration, and how it is told of a header.
struct Server {
    file: &'static str,
    line: fn(Header) -> String,
}

const SERVERS: [Server; 3] = [
    Server {
        file: "deploy/apache/landscape-licensing.conf",
        line: |(name, value)| format!("Header always set {name} \"{value}\""),
    },
    Server {
        file: "deploy/caddy/landscape-licensing.caddy",
        line: |(name, value)| format!("header {name} \"{value}\""),
    },
    Server {
        file: "deploy/nginx/landscape-licensing.conf",
        line: |(name, value)| format!("add_header {name} \"{value}\" always;"),
    },
];

/// Writes them into the file of every server.
pub fn run() -> Result<()> {
    output::step("headers: the files for web servers", || {
        let text = read(workspace::root())?;
        for server in &SERVERS {
            let path = workspace::root().join(server.file);
            let kept = std::fs::read_to_string(&path).with_context(|| format!("reading {}", server.file))?;
            let written = written(server, &kept, &text).with_context(|| format!("{} has no place", server.file))?;
            std::fs::write(&path, written).with_context(|| format!("writing {}", server.file))?;
        }
        Ok(SERVERS.map(|server| server.file).join(", "))
    })
}

/// The policy as a page can hold it.
pub fn policy_of_page() -> Result<String> {
    let text = read(workspace::root())?;
    let (_, policy) = headers(&text).find(|(name, _)| *name == POLICY).context("deploy/headers.txt has no policy")?;
    Ok(without_those_of_headers(policy))
}

/// No server's file differs from what `cargo xtask headers` would write.
pub fn files_follow_their_source(root: &Path) -> Vec<Violation> {
    let Ok(text) = read(root) else {
        return vec![Violation::new(SOURCE, 1, "cannot be read")];
    };
    let is_stale = |server: &&Server| {
        let kept = std::fs::read_to_string(root.join(server.file)).unwrap_or_default();
        written(server, &kept, &text).is_none_or(|written| written != kept)
    };
    let stale = SERVERS.iter().filter(is_stale);
    let rule = format!("differs from {SOURCE}: run `cargo xtask headers`");
    stale.map(|server| Violation::new(server.file, 1, rule.as_str())).collect()
}

fn read(root: &Path) -> Result<String> {
    std::fs::read_to_string(root.join(SOURCE)).with_context(|| format!("reading {SOURCE}"))
}

fn headers(text: &str) -> impl Iterator<Item = Header<'_>> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// The server's file `kept` with the headers of `text` in their place, or none where it has no place for them.
fn written(server: &Server, kept: &str, text: &str) -> Option<String> {
    let (before, rest) = kept.split_once(BEGINNING)?;
    let (_, after) = rest.split_once(END)?;
    let indent = before.rsplit('\n').next()?;
    let lines: String =
        headers(text).flat_map(|header| [indent.to_owned(), (server.line)(header), "\n".to_owned()]).collect();
    Some(format!("{before}{BEGINNING}\n{lines}{indent}{END}{after}"))
}

fn without_those_of_headers(policy: &str) -> String {
    let directives = policy.split("; ").filter(|directive| !directive.starts_with(OF_HEADERS_ALONE));
    directives.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use crate::headers::{BEGINNING, END, SERVERS, policy_of_page, without_those_of_headers, written};

    const TEXT: &str = "# A note: of no server.\nX-Frame-Options: DENY\nReferrer-Policy: no-referrer\n";

    #[track_caller]
    fn check(folder: &str, first: &str) {
        let server = SERVERS.iter().find(|server| server.file.starts_with(folder)).expect("it is one of the servers");
        let kept = format!("a {{\n  {BEGINNING}\n  old\n  {END}\n}}\n");
        let text = written(server, &kept, TEXT).expect("there is a place for them");
        let lines: Vec<_> = text.lines().collect();
        assert_eq!((lines[2], lines.len()), (first, 6), "{text}");
        assert_eq!((lines[0], lines[5]), ("a {", "}"), "what is around them stays");
        assert_eq!(written(server, "a {}", TEXT), None);
    }

    #[test]
    fn each_server_is_told_in_its_own_words() {
        check("deploy/apache/", "  Header always set X-Frame-Options \"DENY\"");
        check("deploy/caddy/", "  header X-Frame-Options \"DENY\"");
        check("deploy/nginx/", "  add_header X-Frame-Options \"DENY\" always;");
    }

    #[test]
    fn a_page_holds_all_of_the_policy_but_who_may_frame_it() {
        assert_eq!(
            without_those_of_headers("default-src 'none'; frame-ancestors 'none'; object-src 'none'"),
            "default-src 'none'; object-src 'none'"
        );
        let policy = policy_of_page().expect("there is a policy");
        assert!(policy.starts_with("default-src 'none'; ") && policy.ends_with("; trusted-types 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains(" 'unsafe-eval'"), "{policy}");
    }
}
