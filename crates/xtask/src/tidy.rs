//! `cargo xtask tidy`: the rules that a program can check, one function each.

pub mod files;

mod crates;
mod fixtures;
mod imports;
mod inert;
mod links;
mod paths;
mod sizes;
mod source;
mod styles;
mod words;

use std::fmt;
use std::path::Path;

use anyhow::{Result, bail};

use crate::tidy::source::Source;
use crate::{headers, output, workspace};

/// One place where a rule is broken.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    file: String,
    line: usize,
    rule: String,
}

impl Violation {
    /// A violation of `rule` in `line`, counted from 1.
    pub fn new(file: &str, line: usize, rule: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, rule: rule.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.rule)
    }
}

/// A rule about one file of Rust.
type SourceRule = fn(&Source) -> Vec<Violation>;

const SOURCE_RULES: [SourceRule; 15] = [
    imports::api_stands_alone,
    imports::components_do_not_fetch,
    imports::pages_do_not_import_pages,
    imports::nothing_imports_what_stands_above,
    imports::paths_start_at_the_crate,
    words::only_the_client_names_gloo_net,
    words::only_the_keeper_names_storage,
    words::only_routes_hold_path_literals,
    words::only_the_catalogue_speaks,
    words::secrets_are_exposed_in_the_api_alone,
    words::no_unwrap,
    words::no_allow_attribute,
    words::no_inner_html,
    inert::no_element_is_wholly_static,
    sizes::rust_file,
];

/// Checks the workspace and prints every violation.
pub fn run() -> Result<()> {
    output::step("tidy: import rules, sizes, links", || {
        let violations = check(workspace::root());
        for violation in &violations {
            output::line(violation);
        }
        match violations.len() {
            0 => Ok("no violations".to_owned()),
            1 => bail!("tidy found 1 violation"),
            many => bail!("tidy found {many} violations"),
        }
    })
}

fn check(root: &Path) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in files::rust(root) {
        let source = Source::parse(&file.path, &file.text);
        violations.extend(SOURCE_RULES.iter().flat_map(|rule| rule(&source)));
    }
    violations.extend(files::styles(root).iter().flat_map(|file| sizes::text_file(&file.path, &file.text)));
    violations.extend(styles::partials_belong_to_the_app(&files::paths(root, "style"), &files::paths(root, "src")));
    violations.extend(crates::app_and_stub_are_strangers(root));
    violations.extend(fixtures::are_all_tested(root));
    violations.extend(headers::files_follow_their_source(root));
    violations.extend(files::documents(root).iter().flat_map(|file| links::resolve(root, file)));
    violations.sort();
    violations
}
