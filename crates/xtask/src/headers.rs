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

/// A web server: the file of its configuration, and how it is told of a header.
struct Server {
    file: &'static str,
    line: fn(Header) -> String,
}

const SERVERS: [Server; 2] = [
    Server {
        file: "deploy/apache/headers.conf",
        line: |(name, value)| format!("Header always set {name} \"{value}\"\n"),
    },
    Server {
        file: "deploy/nginx/headers.conf",
        line: |(name, value)| format!("add_header {name} \"{value}\" always;\n"),
    },
];

/// Writes the file of every server.
pub fn run() -> Result<()> {
    output::step("headers: the files for web servers", || {
        let text = read(workspace::root())?;
        for server in &SERVERS {
            std::fs::write(workspace::root().join(server.file), written(server, &text))
                .with_context(|| format!("writing {}", server.file))?;
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
    let kept = |server: &Server| std::fs::read_to_string(root.join(server.file)).unwrap_or_default();
    let stale = SERVERS.iter().filter(|server| kept(server) != written(server, &text));
    let rule = format!("differs from {SOURCE}: run `cargo xtask headers`");
    stale.map(|server| Violation::new(server.file, 1, rule.as_str())).collect()
}

fn read(root: &Path) -> Result<String> {
    std::fs::read_to_string(root.join(SOURCE)).with_context(|| format!("reading {SOURCE}"))
}

fn headers(text: &str) -> impl Iterator<Item = Header<'_>> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

fn written(server: &Server, text: &str) -> String {
    let note = format!("# Written by `cargo xtask headers` from {SOURCE}: change that.\n");
    note + &headers(text).map(server.line).collect::<String>()
}

fn without_those_of_headers(policy: &str) -> String {
    let directives = policy.split("; ").filter(|directive| !directive.starts_with(OF_HEADERS_ALONE));
    directives.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use crate::headers::{SERVERS, policy_of_page, without_those_of_headers, written};

    const TEXT: &str = "# A note: of no server.\nX-Frame-Options: DENY\nReferrer-Policy: no-referrer\n";

    #[track_caller]
    fn check(file: &str, expected: &[&str]) {
        let server = SERVERS.iter().find(|server| server.file == file).expect("it is one of the servers");
        let text = written(server, TEXT);
        assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_server_is_told_in_its_own_words() {
        let apache =
            ["Header always set X-Frame-Options \"DENY\"", "Header always set Referrer-Policy \"no-referrer\""];
        check("deploy/apache/headers.conf", &apache);
        let nginx =
            ["add_header X-Frame-Options \"DENY\" always;", "add_header Referrer-Policy \"no-referrer\" always;"];
        check("deploy/nginx/headers.conf", &nginx);
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
