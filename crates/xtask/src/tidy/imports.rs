//! Who may import what.

use crate::tidy::Violation;
use crate::tidy::paths::{self, CratePath};
use crate::tidy::source::Source;

/// `api` knows the server and nothing of the app but its words.
pub fn api_stands_alone(source: &Source) -> Vec<Violation> {
    if !source.is_within("src/api") {
        return Vec::new();
    }
    let rule = "api names nothing of the app outside crate::api but crate::words";
    let mut violations = forbid(source, rule, |path| !path.is_within("api") && !path.is_within("words"));
    let words = ["leptos", "leptos_router", "leptos_meta"].iter().flat_map(|word| source.lines_with_word(word));
    violations.extend(words.map(|line| Violation::new(&source.path, line, "api does not name leptos")));
    violations
}

/// Components take data and callbacks.
pub fn components_do_not_fetch(source: &Source) -> Vec<Violation> {
    if !source.is_within("src/components") {
        return Vec::new();
    }
    let forbidden = [
        "pages",
        "session",
        "api::client",
        "counts",
        "follow::follower",
        "follow::names",
        "preflight::checker",
        "rollout::checking",
        "rollout::sending",
        "rollout::watching",
    ];
    let rule = "components import neither pages nor session nor api::client nor what fetches in follow, preflight, rollout and counts";
    forbid(source, rule, |path| forbidden.iter().any(|module| path.is_within(module)))
}

/// What two pages share is a component.
pub fn pages_do_not_import_pages(source: &Source) -> Vec<Violation> {
    let Some(rest) = source.path.strip_prefix("src/pages/") else {
        return Vec::new();
    };
    let own = rest.split('/').next().unwrap_or(rest).trim_end_matches(".rs");
    let rule = "a page imports no other page";
    forbid(source, rule, |path| path.is_within("pages") && !path.is_within(&format!("pages::{own}")))
}

/// What stands above, and the places that may name it.
const LAYERS: [(&str, &[&str]); 7] = [
    ("app", &["src/main", "src/app"]),
    ("pages", &["src/app", "src/pages"]),
    ("components", &["src/app", "src/pages", "src/components"]),
    ("submission", &["src/app", "src/pages"]),
    ("preflight", &["src/app", "src/pages", "src/components"]),
    ("rollout", &["src/app", "src/pages", "src/components", "src/preflight"]),
    ("follow", &["src/app", "src/pages", "src/components", "src/rollout"]),
];

/// Data goes up, and nothing below knows where it is shown.
pub fn nothing_imports_what_stands_above(source: &Source) -> Vec<Violation> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let rule = "nothing imports what stands above it";
    forbid(source, rule, |path| {
        let layer = LAYERS.iter().find(|(module, _)| path.is_within(module));
        layer.is_some_and(|(module, places)| {
            let own = source.is_within(&format!("src/{module}"));
            !own && !places.iter().any(|place| source.is_within(place))
        })
    })
}

/// The other rules see only paths that start at the crate; a test module's parent is the file itself.
pub fn paths_start_at_the_crate(source: &Source) -> Vec<Violation> {
    if !source.path.starts_with("src/") || source.path.ends_with("/tests.rs") {
        return Vec::new();
    }
    let tests = source.lines_with("#[cfg(test)]").first().copied().unwrap_or(usize::MAX);
    let code = source.lines_with("super::").into_iter().filter(|line| *line < tests);
    let further = source.lines_with("super::super::").into_iter().filter(|line| *line > tests);
    let rule = "paths start at crate::, not at super::";
    code.chain(further).map(|line| Violation::new(&source.path, line, rule)).collect()
}

fn forbid(source: &Source, rule: &str, is_forbidden: impl Fn(&CratePath) -> bool) -> Vec<Violation> {
    let paths = paths::in_crate(source);
    let forbidden = paths.iter().filter(|path| is_forbidden(path));
    forbidden.map(|path| Violation::new(&source.path, path.line, describe(rule, path))).collect()
}

fn describe(rule: &str, path: &CratePath) -> String {
    format!("{rule} (crate::{})", path.parts.join("::"))
}

#[cfg(test)]
mod tests {
    use crate::tidy::imports::{
        api_stands_alone, components_do_not_fetch, nothing_imports_what_stands_above, pages_do_not_import_pages,
        paths_start_at_the_crate,
    };
    use crate::tidy::{SourceRule, source::Source};

    #[track_caller]
    fn check(rule: SourceRule, path: &str, text: &str, lines: &[usize]) {
        let violations = rule(&Source::parse(path, text));
        let found: Vec<usize> = violations.iter().map(|violation| violation.line).collect();
        assert_eq!(found, lines, "{path}: {text}");
    }

    #[test]
    fn api_may_name_api_alone() {
        check(api_stands_alone, "src/api/page.rs", "use crate::api::error;", &[]);
        check(api_stands_alone, "src/api/page.rs", "use crate::{api::error,\n format};", &[1]);
        check(api_stands_alone, "src/api.rs", "\nuse leptos::prelude::*;", &[2]);
        check(api_stands_alone, "src/api.rs", "// leptos\nlet leptos_like = \"leptos\";", &[]);
        check(api_stands_alone, "src/app.rs", "use leptos::prelude::*; use crate::session;", &[]);
    }

    #[test]
    fn components_may_name_values_only() {
        let rule: SourceRule = components_do_not_fetch;
        check(rule, "src/components/load.rs", "use crate::api::error::ApiError;", &[]);
        check(rule, "src/components/load.rs", "use crate::api::{client::Client, error};", &[1]);
        check(rule, "src/components.rs", "use crate::session;\ncrate::pages::overview();", &[1, 2]);
        check(
            rule,
            "src/components/load.rs",
            "use crate::follow::followed;\nuse crate::follow::follower::follow;",
            &[2],
        );
        check(rule, "src/components/load.rs", "use crate::preflight::check;\nuse crate::preflight::checker;", &[2]);
        check(
            rule,
            "src/components/load.rs",
            "use crate::rollout::{batches, sending};\nuse crate::rollout::fleet;\ncrate::rollout::watching::follow();",
            &[1, 3],
        );
        check(rule, "src/pages/overview.rs", "use crate::session;", &[]);
    }

    #[test]
    fn a_page_may_name_its_own_subtree_only() {
        let rule: SourceRule = pages_do_not_import_pages;
        check(rule, "src/pages/attach.rs", "use crate::pages::attach::draft;", &[]);
        check(rule, "src/pages/attach/draft.rs", "use crate::pages::attach;", &[]);
        check(rule, "src/pages/attach/draft.rs", "use crate::pages::{attach, detach};", &[1]);
        check(rule, "src/pages/attach.rs", "use crate::pages::*;", &[1]);
        check(rule, "src/pages.rs", "use crate::pages::detach;", &[]);
    }

    #[test]
    fn what_stands_above_is_not_named_below() {
        let rule: SourceRule = nothing_imports_what_stands_above;
        check(rule, "src/main.rs", "use crate::app::App;", &[]);
        check(rule, "src/app.rs", "use crate::pages::attach;\nuse crate::submission::Submission;", &[]);
        check(rule, "src/pages/attach.rs", "use crate::app::App;\nuse crate::components::load;", &[1]);
        check(rule, "src/components/load.rs", "use crate::submission;\nuse crate::components::empty;", &[1]);
        check(
            rule,
            "src/session.rs",
            "use crate::components::load;\nuse crate::pages::attach;\ncrate::app::x();",
            &[1, 2, 3],
        );
        check(rule, "src/submission.rs", "use crate::api::error;", &[]);
        check(rule, "src/rollout/fleet.rs", "use crate::follow::followed;\nuse crate::components::load;", &[2]);
        check(rule, "src/follow/watch.rs", "use crate::rollout::rota;", &[1]);
    }

    #[test]
    fn super_is_not_a_way_around() {
        let rule: SourceRule = paths_start_at_the_crate;
        check(rule, "src/pages/attach.rs", "use super::detach;", &[1]);
        check(rule, "src/pages/attach.rs", "#[cfg(test)]\nmod tests {\n use super::draft; }", &[]);
        check(rule, "src/pages/attach.rs", "#[cfg(test)]\nmod tests {\n use super::super::detach; }", &[3]);
        check(rule, "crates/xtask/src/a.rs", "use super::b;", &[]);
    }
}
