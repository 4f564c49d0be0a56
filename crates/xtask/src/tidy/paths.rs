//! The paths that a file names below `crate::`, in `use` trees and in expressions.

use crate::tidy::source::{Source, is_identifier};

/// A path as its parts, without the leading `crate`, and the line where it starts, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct CratePath {
    pub line: usize,
    pub parts: Vec<String>,
}

impl CratePath {
    /// Whether the path is `module`, such as `api::client`, or lies below it.
    pub fn is_within(&self, module: &str) -> bool {
        let mut parts = self.parts.iter();
        module.split("::").all(|wanted| parts.next().is_some_and(|part| part == wanted))
    }
}

/// Every path below `crate::`, grouped ones each by itself.
pub fn in_crate(source: &Source) -> Vec<CratePath> {
    let mut found = Vec::new();
    for (index, first) in source.code.iter().enumerate() {
        for (position, _) in first.match_indices("crate") {
            let text = first[position..].to_owned() + "\n" + &source.code[index + 1..].join("\n");
            let starts_here = !first[..position].ends_with(is_identifier);
            if let Some(rest) = after_separator(&text["crate".len()..]).filter(|_| starts_here) {
                tree(rest, &[], &mut |parts| found.push(CratePath { line: index + 1, parts }));
            }
        }
    }
    found
}

/// Reads one tree of a path; returns what follows it.
fn tree<'text>(text: &'text str, prefix: &[String], found: &mut dyn FnMut(Vec<String>)) -> &'text str {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        return members(group, prefix, found);
    }
    let length = text.find(|c| !is_identifier(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let mut parts = prefix.to_vec();
    if !name.is_empty() && name != "self" {
        parts.push(name.to_owned());
    }
    if let Some(below) = after_separator(rest).filter(|_| !name.is_empty()) {
        return tree(below, &parts, found);
    }
    found(parts);
    rest
}

fn members<'text>(group: &'text str, prefix: &[String], found: &mut dyn FnMut(Vec<String>)) -> &'text str {
    let mut rest = group;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if let Some(after) = rest.strip_prefix('}') {
            return after;
        }
        let before = rest.len();
        rest = tree(rest, prefix, found);
        // Past `as name` and `*`, which name nothing further.
        rest = rest.find([',', '}']).map_or("", |next| &rest[next..]);
        if rest.len() == before {
            return "";
        }
    }
}

fn after_separator(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix("::")
}

#[cfg(test)]
mod tests {
    use crate::tidy::paths::in_crate;
    use crate::tidy::source::Source;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let paths = in_crate(&Source::parse("src/a.rs", text));
        let found: Vec<_> = paths.iter().map(|path| (path.line, path.parts.join("::"))).collect();
        let expected: Vec<_> = expected.iter().map(|(line, path)| (*line, (*path).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn simple_paths_are_found_in_imports_and_expressions() {
        check("use crate::api::client;\nlet a = crate::session::now();", &[(1, "api::client"), (2, "session::now")]);
    }

    #[test]
    fn groups_are_taken_apart() {
        let text = "use crate::{\n    api::{self, client::Client as Door},\n    route,\n};\nlet b = 1;";
        check(text, &[(1, "api"), (1, "api::client::Client"), (1, "route")]);
    }

    #[test]
    fn globs_and_type_arguments_end_a_path() {
        check("use crate::pages::*; crate::a::<crate::b::C>()", &[(1, "pages"), (1, "a"), (1, "b::C")]);
    }

    #[test]
    fn other_words_are_no_paths() {
        check("pub(crate) fn my_crate::x() {} // crate::no\n\"crate::no\"", &[]);
    }

    #[test]
    fn a_path_lies_within_its_modules() {
        let paths = in_crate(&Source::parse("src/a.rs", "crate::api::client::Client"));
        assert!(paths[0].is_within("api") && paths[0].is_within("api::client"));
        assert!(!paths[0].is_within("api::error") && !paths[0].is_within("api::client::Client::new"));
    }
}
