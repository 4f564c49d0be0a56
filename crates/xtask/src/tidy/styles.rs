//! Style sheets belong to components and pages.

use std::path::Path;

use crate::tidy::Violation;

/// Partials that dress the page as a whole.
const OF_THE_PAGE: [&str; 6] = ["main", "base", "boot", "theme", "layout", "print"];

/// Every partial has the name of a component or a page, so that one leads to the other.
pub fn partials_belong_to_the_app(styles: &[String], sources: &[String]) -> Vec<Violation> {
    let orphans = styles.iter().filter(|path| {
        let stem = stem(path);
        is_sheet(path) && !OF_THE_PAGE.contains(&stem.as_str()) && !is_of_the_app(&stem, sources)
    });
    orphans.map(|path| Violation::new(path, 1, "no component and no page has this partial's name")).collect()
}

fn is_of_the_app(stem: &str, sources: &[String]) -> bool {
    let file = format!("{stem}.rs");
    let folders = ["src/components/", "src/pages/"];
    let is_shown = |path: &str| folders.iter().any(|folder| path.starts_with(folder));
    sources.iter().any(|path| is_shown(path) && path.rsplit('/').next() == Some(&file))
}

fn is_sheet(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "scss")
}

fn stem(path: &str) -> String {
    let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
    stem.trim_start_matches('_').replace('-', "_")
}

#[cfg(test)]
mod tests {
    use crate::tidy::styles::partials_belong_to_the_app;

    #[test]
    fn a_partial_without_its_component_is_an_orphan() {
        let styles = ["style/main.scss", "style/_theme.scss", "style/_data-table.scss", "style/_old.scss"];
        let sources = ["src/components/data_table.rs", "src/api/old.rs"];
        let violations = partials_belong_to_the_app(&styles.map(str::to_owned), &sources.map(str::to_owned));
        let files: Vec<&str> = violations.iter().map(|violation| violation.file.as_str()).collect();
        assert_eq!(files, ["style/_old.scss"]);
    }
}
