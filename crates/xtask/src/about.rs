//! What the page "About" tells: the commit, in a `<meta>` of the page, and the licenses, in a file beside it.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{command, parts};

/// The file of the licenses of all that is shipped.
pub const LICENSES: &str = "licenses.txt";
/// Where the commit is to stand.
const PLACE: &str = "<meta name=\"licensing-commit\" content=\"\"";

/// Writes both into the bundle in `dist`.
pub fn write(dist: &Path) -> Result<()> {
    let licenses = parts::licenses(&parts::all()?)?;
    std::fs::write(dist.join(LICENSES), licenses).with_context(|| format!("writing {LICENSES}"))?;
    let page = dist.join("index.html");
    let text = std::fs::read_to_string(&page).context("reading index.html")?;
    std::fs::write(&page, told(&text, &commit())?).context("writing index.html")
}

/// The commit that is checked out, and whether anything was changed since; nothing where there is no git.
pub fn commit() -> String {
    let git = |arguments: &[&str]| command::read(command::host("git").args(arguments));
    let Ok(commit) = git(&["rev-parse", "--short=12", "HEAD"]) else { return String::new() };
    let is_changed = git(&["status", "--porcelain"]).is_ok_and(|changes| !changes.trim().is_empty());
    format!("{}{}", commit.trim(), if is_changed { ", changed" } else { "" })
}

fn told(page: &str, commit: &str) -> Result<String> {
    page.contains(PLACE).then_some(()).with_context(|| format!("index.html has no {PLACE}"))?;
    Ok(page.replace(PLACE, &PLACE.replace("\"\"", &format!("\"{commit}\""))))
}

#[cfg(test)]
mod tests {
    use crate::about::told;

    #[test]
    fn the_commit_comes_into_its_place() {
        let page = "<meta name=\"licensing-commit\" content=\"\" />";
        assert_eq!(told(page, "abc").expect("there is a place"), "<meta name=\"licensing-commit\" content=\"abc\" />");
        assert!(told("<meta />", "abc").is_err());
    }
}
