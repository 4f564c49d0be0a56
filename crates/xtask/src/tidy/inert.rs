//! Elements that Leptos would make from HTML.

use crate::tidy::Violation;
use crate::tidy::source::Source;

const RULE: &str = "Leptos makes a wholly static element from HTML, which the page's policy forbids: use <Ornament>";

/// A view holds no element that is empty and has literal attributes alone, around which all could be static.
pub fn no_element_is_wholly_static(source: &Source) -> Vec<Violation> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let code = source.code.join("\n");
    let starts = code.match_indices('<').filter(|(start, _)| is_static(&code[start + 1..]));
    let lines = starts.map(|(start, _)| code[..start].matches('\n').count() + 1);
    lines.map(|line| Violation::new(&source.path, line, RULE)).collect()
}

/// Whether an element begins here, after its `<`, that has literal attributes, at least one, and no child.
fn is_static(code: &str) -> bool {
    let name = code.len() - code.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit()).len();
    let (name, mut rest) = code.split_at(name);
    let mut attributes = 0;
    while let Some(after) = after_attribute(rest) {
        (attributes, rest) = (attributes + 1, after);
    }
    let rest = rest.trim_start();
    !name.is_empty() && attributes > 0 && (rest.starts_with("/>") || rest.starts_with(&format!("></{name}>")))
}

/// What follows an attribute whose value is a literal; the content of literals is blank in a [`Source`].
fn after_attribute(code: &str) -> Option<&str> {
    let start = code.trim_start();
    let name = start.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
    let value = name.strip_prefix("=\"").filter(|_| name.len() < start.len() && start.len() < code.len())?;
    value.split_once('"').map(|(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use crate::tidy::inert::no_element_is_wholly_static;
    use crate::tidy::source::Source;

    #[track_caller]
    fn check(view: &str, lines: &[usize]) {
        let source = Source::parse("src/components/a.rs", view);
        let found: Vec<_> = no_element_is_wholly_static(&source).iter().map(|violation| violation.line).collect();
        assert_eq!(found, lines, "{view}");
    }

    #[test]
    fn an_empty_element_with_literal_attributes_is_found() {
        check("<p>\n<i class=\"a b\"></i></p>", &[2]);
        check("<p>{words}<img\n  src=\"a\" alt=\"\" /></p>", &[1]);
    }

    #[test]
    fn whatever_has_a_value_or_a_child_is_not() {
        check("<i class=class></i> <i class=\"a\" class:b=c></i> <i class=\"a\">{b}</i>", &[]);
        check("<br /> <Ornament class=\"a\" /> a < b // <i class=\"a\"></i>", &[]);
    }

    #[test]
    fn tests_may_have_them() {
        let source = Source::parse("tests/web/a.rs", "<i class=\"a\"></i>");
        assert!(no_element_is_wholly_static(&source).is_empty());
    }
}
