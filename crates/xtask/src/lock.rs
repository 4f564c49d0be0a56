//! Reads versions from Cargo.lock.

use anyhow::{Context, Result};

use crate::workspace;

/// The version of `package` that Cargo.lock fixes.
pub fn version(package: &str) -> Result<String> {
    let path = workspace::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let version = parse(&text, package).with_context(|| format!("Cargo.lock has no package {package}"))?;
    Ok(version.to_owned())
}

fn parse<'text>(lock: &'text str, package: &str) -> Option<&'text str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use crate::lock::parse;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn finds_the_package_with_exactly_that_name() {
        assert_eq!(parse(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn an_unknown_package_has_no_version() {
        assert_eq!(parse(LOCK, "wasm"), None);
    }
}
