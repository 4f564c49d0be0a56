//! Elements that Leptos would make from HTML.

use crate::tidy::Violation;
use crate::tidy::source::Source;

const RULE: &str = "Leptos makes a wholly static element from HTML, which the page's policy forbids: use <Ornament>";

/// A view holds no element that has literal attributes and literal texts alone, or nothing at all: it would be static, and
/// maybe all that is around it. So none of them is, since the innermost element of a static one is of this kind.
pub fn no_element_is_wholly_static(source: &Source) -> Vec<Violation> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let code = source.code.join("\n");
    let starts = code.match_indices('<').filter(|(start, _)| is_static(&code[start + 1..]));
    let lines = starts.map(|(start, _)| code[..start].matches('\n').count() + 1);
    lines.map(|line| Violation::new(&source.path, line, RULE)).collect()
}

/// Whether an element begins here, after its `<`, that has literals alone; their content is blank in a [`Source`].
fn is_static(code: &str) -> bool {
    let (name, mut rest) = split_name(code);
    while let Some(after) = after_attribute(rest) {
        rest = after;
    }
    let Some(mut content) = rest.trim_start().strip_prefix('>') else {
        return !name.is_empty() && rest.trim_start().starts_with("/>");
    };
    while let Some(after) = after_literal(content.trim_start()) {
        content = after;
    }
    !name.is_empty() && content.trim_start().starts_with(&format!("</{name}>"))
}

/// What follows an attribute that has a literal or no value.
fn after_attribute(code: &str) -> Option<&str> {
    let (name, rest) = split_name(code.trim_start());
    let is_apart = code.starts_with(char::is_whitespace);
    let rest = rest.strip_prefix('=').map_or(Some(rest), after_literal)?;
    (is_apart && !name.is_empty() && !rest.starts_with(':')).then_some(rest)
}

fn after_literal(code: &str) -> Option<&str> {
    code.strip_prefix('"')?.split_once('"').map(|(_, rest)| rest)
}

/// The name of an element or an attribute, and what follows it.
fn split_name(code: &str) -> (&str, &str) {
    let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    code.split_at(code.find(|c| !is_of_name(c)).unwrap_or(code.len()))
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
        check("<input class=\"a\" hidden />", &[1]);
    }

    #[test]
    fn an_element_of_literal_texts_or_of_nothing_is_found() {
        check("<p class=\"a\">\n <b>\" \" \"a\"</b></p>", &[2]);
        check("<td></td><p><br /></p>", &[1, 1]);
    }

    #[test]
    fn whatever_has_a_value_or_a_child_is_not() {
        check("<i class=class></i> <i class=\"a\" class:b=c></i> <i class=\"a\">{b}</i>", &[]);
        check("<Ornament class=\"a\" /> a < b Vec<u8> \"<i>\" // <i class=\"a\"></i>", &[]);
    }

    #[test]
    fn tests_may_have_them() {
        let source = Source::parse("tests/web/a.rs", "<i class=\"a\"></i>");
        assert!(no_element_is_wholly_static(&source).is_empty());
    }
}
