//! Words that only some files may use, and words that none may.

use crate::tidy::Violation;
use crate::tidy::source::Source;

/// The starts of the app's own addresses.
const ROUTES: [&str; 7] =
    ["/computers", "/contracts", "/legacy-licenses", "/attach", "/detach", "/activities", "/sign-in"];

/// HTTP goes through one door.
pub fn only_the_client_names_gloo_net(source: &Source) -> Vec<Violation> {
    if !is_app(source) || source.path == "src/api/client.rs" {
        return Vec::new();
    }
    report(source, source.lines_with_word("gloo_net"), "only api/client.rs names gloo_net")
}

/// What a tab keeps is stored in one place, and the theme in another.
pub fn only_the_keeper_names_storage(source: &Source) -> Vec<Violation> {
    if !is_app(source) || ["src/keeping.rs", "src/theme.rs"].contains(&source.path.as_str()) {
        return Vec::new();
    }
    let words = ["session_storage", "local_storage", "Storage"];
    let lines = words.iter().flat_map(|word| source.lines_with_word(word)).collect();
    report(source, lines, "only keeping.rs and theme.rs name the browser's storage")
}

/// Every address is built and parsed in one place; those of the server are the endpoints' own. Tests may name them.
pub fn only_routes_hold_path_literals(source: &Source) -> Vec<Violation> {
    let may = ["src/route", "src/app", "src/api"].iter().any(|stem| source.is_within(stem));
    if !is_app(source) || may {
        return Vec::new();
    }
    let is_route = |text: &str| ROUTES.iter().any(|route| text.starts_with(route));
    let tests = source.lines_with("#[cfg(test)]").first().copied().unwrap_or(usize::MAX);
    let literals = source.strings.iter().filter(|(line, text)| *line < tests && is_route(text));
    let lines = literals.map(|(line, _)| *line).collect();
    report(source, lines, "only route.rs and app.rs hold path literals")
}

/// A secret leaves its type only where it is sent or stored.
pub fn secrets_are_exposed_in_the_api_alone(source: &Source) -> Vec<Violation> {
    if !is_app(source) || source.is_within("src/api") || source.path == "src/session/stored.rs" {
        return Vec::new();
    }
    report(source, source.lines_with(".expose_"), "only api and session/stored.rs expose secrets")
}

/// Names that are the browser's, or of types.
const NAMES: [&str; 4] = ["Enter", "Escape", "Notification", "String"];

/// What people read is in one place, so that a translation is a file. Headers of HTTP are the client's own.
pub fn only_the_catalogue_speaks(source: &Source) -> Vec<Violation> {
    let may = ["src/words", "src/locale", "src/api/client"].iter().any(|stem| source.is_within(stem));
    if !is_app(source) || may || source.path.ends_with("tests.rs") {
        return Vec::new();
    }
    let is_speech = |text: &str| {
        let mut letters = text.trim_start().chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        capital && letters.next().is_some_and(|second| second.is_lowercase() || second == ' ') && !is_name(text)
    };
    let tests = source.lines_with("#[cfg(test)]").first().copied().unwrap_or(usize::MAX);
    let literals = source.strings.iter().filter(|(line, text)| *line < tests && is_speech(text));
    report(source, literals.map(|(line, _)| *line).collect(), "only words/ holds what people read")
}

/// Whether a text is the name of something in code: a path, a type in camel case, or one of the browser's.
fn is_name(text: &str) -> bool {
    let has_hump =
        || text.chars().zip(text.chars().skip(1)).any(|(left, right)| left.is_lowercase() && right.is_uppercase());
    text.contains("::") || NAMES.contains(&text) || (!text.contains(' ') && has_hump())
}

/// A panic is a decision with a reason: `expect`.
pub fn no_unwrap(source: &Source) -> Vec<Violation> {
    let lines = if is_app(source) { source.lines_with(".unwrap()") } else { Vec::new() };
    report(source, lines, "no unwrap(); use ? or expect() with the reason that it cannot fail")
}

/// An expected lint says why, and says when it is no longer needed.
pub fn no_allow_attribute(source: &Source) -> Vec<Violation> {
    let lines = [source.lines_with("#[allow("), source.lines_with("#![allow(")].concat();
    report(source, lines, "no #[allow]; use #[expect(…, reason = \"…\")]")
}

/// Text of the server never becomes markup.
pub fn no_inner_html(source: &Source) -> Vec<Violation> {
    let lines = if is_app(source) { source.lines_with_word("inner_html") } else { Vec::new() };
    report(source, lines, "no inner_html")
}

fn is_app(source: &Source) -> bool {
    source.path.starts_with("src/")
}

fn report(source: &Source, lines: Vec<usize>, rule: &str) -> Vec<Violation> {
    lines.into_iter().map(|line| Violation::new(&source.path, line, rule)).collect()
}

#[cfg(test)]
mod tests {
    use crate::tidy::words::{
        no_allow_attribute, no_inner_html, no_unwrap, only_routes_hold_path_literals, only_the_catalogue_speaks,
        only_the_client_names_gloo_net, only_the_keeper_names_storage, secrets_are_exposed_in_the_api_alone,
    };
    use crate::tidy::{SourceRule, source::Source};

    #[track_caller]
    fn check(rule: SourceRule, path: &str, text: &str, violations: usize) {
        assert_eq!(rule(&Source::parse(path, text)).len(), violations, "{path}: {text}");
    }

    #[test]
    fn gloo_net_is_for_the_client() {
        let rule: SourceRule = only_the_client_names_gloo_net;
        check(rule, "src/api/client.rs", "use gloo_net::http::Request;", 0);
        check(rule, "src/api/error.rs", "use gloo_net::Error;", 1);
        check(rule, "src/api/error.rs", "/// Of gloo_net.\nstruct A;", 0);
    }

    #[test]
    fn storage_is_for_the_keeper() {
        let rule: SourceRule = only_the_keeper_names_storage;
        check(rule, "src/keeping.rs", "window().session_storage()", 0);
        check(rule, "src/session.rs", "window().session_storage()", 1);
        check(rule, "src/pages/attach.rs", "window().local_storage()", 1);
        check(rule, "src/pages/attach.rs", "use web_sys::Storage;", 1);
        check(rule, "src/pages/attach.rs", "StorageReport", 0);
    }

    #[test]
    fn addresses_are_for_the_routes() {
        let rule: SourceRule = only_routes_hold_path_literals;
        check(rule, "src/pages/overview.rs", "<A href=\"/contracts/1\">", 1);
        check(rule, "src/pages/overview.rs", "<A href=\"/help\">", 0);
        check(rule, "src/route.rs", "\"/contracts\"", 0);
        check(rule, "src/navigation.rs", "#[cfg(test)]\nmod tests { \"/contracts\" }", 0);
        check(rule, "src/api/contract.rs", "\"/contracts\"", 0);
        check(rule, "tests/web/main.rs", "\"/contracts\"", 0);
    }

    #[test]
    fn words_are_for_the_catalogue() {
        let rule: SourceRule = only_the_catalogue_speaks;
        check(rule, "src/pages/attach.rs", "<p>\"Nothing here\"</p>", 1);
        check(rule, "src/pages/attach.rs", "<p>\" It said\"</p>", 1);
        check(rule, "src/pages/attach.rs", "<p class=\"p-button is-dense\" /> // \"Nothing here\"", 0);
        check(rule, "src/api/auth.rs", "#[serde(with = \"Option::is_none\")]", 0);
        check(rule, "src/api/activity.rs", "kind == \"ActivityGroup\"", 0);
        check(rule, "src/words/en.rs", "\"Nothing here\"", 0);
        check(rule, "src/pages/attach.rs", "#[cfg(test)]\nmod tests { \"Nothing here\" }", 0);
    }

    #[test]
    fn secrets_stay_inside() {
        let rule: SourceRule = secrets_are_exposed_in_the_api_alone;
        check(rule, "src/pages/attach.rs", "token.expose_secret()", 1);
        check(rule, "src/pages/attach.rs", "token\n    .expose_for_header()", 1);
        check(rule, "src/session/stored.rs", "token.expose_secret()", 0);
        check(rule, "src/session.rs", "token.expose_secret()", 1);
        check(rule, "src/api/client.rs", "token.expose_secret()", 0);
    }

    #[test]
    fn forbidden_words_are_found_in_code_only() {
        check(no_unwrap, "src/app.rs", "a.unwrap()", 1);
        check(no_unwrap, "src/app.rs", "a.unwrap_or(1) // .unwrap()", 0);
        check(no_allow_attribute, "tests/contract.rs", "#[allow(dead_code)]\n#![allow(unused)]", 2);
        check(no_allow_attribute, "src/app.rs", "\"#[allow(dead_code)]\"", 0);
        check(no_inner_html, "src/app.rs", "<p inner_html=text/>", 1);
    }
}
