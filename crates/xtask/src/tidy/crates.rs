//! The app and the stand-in share no Rust: they meet in the documented answers, so both cannot be wrong together.

use std::path::Path;

use crate::tidy::Violation;

const APP: &str = "landscape-licensing";
const STUB: &str = "landscape-stub";

/// Neither depends on the other, not even in tests.
pub fn app_and_stub_are_strangers(root: &Path) -> Vec<Violation> {
    let pairs = [("Cargo.toml", STUB), ("crates/landscape-stub/Cargo.toml", APP)];
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
    pairs.iter().flat_map(|(path, other)| does_not_depend(path, &read(path), other)).collect()
}

fn does_not_depend(path: &str, manifest: &str, other: &str) -> Vec<Violation> {
    let mut in_dependencies = false;
    let mut violations = Vec::new();
    for (number, line) in (1..).zip(manifest.lines()) {
        if let Some(section) = line.trim().strip_prefix('[') {
            // What the workspace offers is not yet taken.
            in_dependencies = section.contains("dependencies") && !section.starts_with("workspace.");
        }
        if in_dependencies && names(line, other) {
            violations.push(Violation::new(path, number, format!("the app and the stand-in share no Rust ({other})")));
        }
    }
    violations
}

fn names(line: &str, package: &str) -> bool {
    let code = line.split('#').next().unwrap_or(line);
    code.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).any(|word| word == package)
}

#[cfg(test)]
mod tests {
    use crate::tidy::crates::does_not_depend;

    #[track_caller]
    fn check(manifest: &str, lines: &[usize]) {
        let violations = does_not_depend("Cargo.toml", manifest, "landscape-stub");
        assert_eq!(violations.iter().map(|violation| violation.line).collect::<Vec<_>>(), lines, "{manifest}");
    }

    #[test]
    fn a_dependency_is_found_however_it_is_written() {
        check("[dependencies]\nlandscape-stub.workspace = true", &[2]);
        check("[dev-dependencies]\nother = { package = \"landscape-stub\" }", &[2]);
        check("[target.'cfg(unix)'.dependencies.landscape-stub]\npath = \"x\"", &[1]);
    }

    #[test]
    fn other_mentions_are_no_dependency() {
        check("[workspace.dependencies]\nlandscape-stub = { path = \"x\" }", &[]);
        check("[dependencies]\n# landscape-stub\nlandscape-stubs = \"1\"", &[]);
        check("[package]\nname = \"landscape-stub\"", &[]);
    }
}
