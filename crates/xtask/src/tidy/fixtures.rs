//! Every documented answer is decoded by a test.

use std::path::Path;

use crate::tidy::{Violation, files};

const FOLDER: &str = "crates/landscape-stub/fixtures";
const TEST: &str = "tests/contract.rs";

/// No fixture is left out of the contract test.
pub fn are_all_tested(root: &Path) -> Vec<Violation> {
    let test = std::fs::read_to_string(root.join(TEST)).unwrap_or_default();
    untested(&files::paths(root, FOLDER), &test)
}

/// The test may name a fixture with or without its extension.
fn untested(fixtures: &[String], test: &str) -> Vec<Violation> {
    let names = fixtures.iter().filter_map(|path| Some((path, path.strip_suffix(".json")?)));
    let is_named = |path: &str| {
        let name = path.strip_prefix(FOLDER).unwrap_or(path).trim_start_matches('/');
        test.contains(&format!("{name}.json")) || test.contains(&format!("\"{name}\""))
    };
    let left_out = names.filter(|(_, stem)| !is_named(stem));
    left_out.map(|(path, _)| Violation::new(path, 1, format!("{TEST} does not name this fixture"))).collect()
}

#[cfg(test)]
mod tests {
    use crate::tidy::fixtures::{FOLDER, untested};

    #[test]
    fn a_fixture_that_no_test_names_is_found() {
        let fixtures = ["contracts.json", "login.json", "README.md", "computers.json"];
        let fixtures = fixtures.map(|name| format!("{FOLDER}/{name}"));
        let violations = untested(&fixtures, "check(\"contracts\"); include_str!(\"fixtures/login.json\")");
        let files: Vec<&str> = violations.iter().map(|violation| violation.file.as_str()).collect();
        assert_eq!(files, [format!("{FOLDER}/computers.json")]);
    }
}
