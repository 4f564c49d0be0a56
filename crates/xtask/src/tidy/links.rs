//! Links between documents lead somewhere.

use std::path::Path;

use crate::tidy::Violation;
use crate::tidy::files::File;

/// Every relative link of a document leads to a file or folder.
pub fn resolve(root: &Path, document: &File) -> Vec<Violation> {
    let folder = Path::new(&document.path).parent().map(|parent| root.join(parent)).unwrap_or_default();
    let links = relative_links(&document.text).into_iter();
    let broken = links.filter(|(_, target)| !folder.join(target).exists());
    broken
        .map(|(line, target)| Violation::new(&document.path, line, format!("the link {target} leads nowhere")))
        .collect()
}

/// The targets of inline links and of link definitions, without their fragments, outside code.
fn relative_links(text: &str) -> Vec<(usize, String)> {
    let mut in_fence = false;
    let mut links = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim_start().starts_with("```") {
            in_fence = !in_fence;
        } else if !in_fence {
            links.extend(targets(line).iter().filter_map(|target| relative(target)).map(|target| (number, target)));
        }
    }
    links
}

fn targets(line: &str) -> Vec<String> {
    let prose: String = line.split('`').step_by(2).collect::<Vec<_>>().join("code");
    let inline = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let defined = prose.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
    let first_word = |target: &str| target.split_whitespace().next().unwrap_or_default().to_owned();
    inline.chain(defined).map(first_word).collect()
}

fn relative(target: &str) -> Option<String> {
    let file = target.trim_matches(['<', '>']).split('#').next()?;
    let is_elsewhere = file.contains("://") || file.starts_with("mailto:");
    (!file.is_empty() && !is_elsewhere).then(|| file.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::tidy::links::relative_links;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let links = relative_links(text);
        let found: Vec<&str> = links.iter().map(|(_, target)| target.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn relative_links_are_found() {
        check("[a](docs/a.md), ![b](b.png \"B\") and [c](d.md#part).", &["docs/a.md", "b.png", "d.md"]);
        check("[a]: docs/a.md", &["docs/a.md"]);
        check("[`code`](src/lib.rs)", &["src/lib.rs"]);
    }

    #[test]
    fn other_links_and_code_are_left_alone() {
        check("[a](https://example.com/a) [b](#part) [c](mailto:a@example.com)", &[]);
        check("`[a](b.md)`\n```\n[c](d.md)\n```", &[]);
    }
}
