//! Sizes that keep the code habitable.

use crate::tidy::Violation;
use crate::tidy::source::Source;

/// More lines than this and a file holds more than one thought.
const MOST_LINES: usize = 400;

/// A file of Rust is not too long.
pub fn rust_file(source: &Source) -> Vec<Violation> {
    // The split after the last line break leaves an empty line.
    let lines = source.code.len() - usize::from(source.code.last().is_some_and(String::is_empty));
    report(&source.path, lines)
}

/// Any other file is not too long.
pub fn text_file(path: &str, text: &str) -> Vec<Violation> {
    report(path, text.lines().count())
}

fn report(path: &str, lines: usize) -> Vec<Violation> {
    let rule = format!("{lines} lines, {MOST_LINES} at most");
    (lines > MOST_LINES).then(|| Violation::new(path, MOST_LINES + 1, rule)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use crate::tidy::sizes::{rust_file, text_file};
    use crate::tidy::source::Source;

    #[test]
    fn four_hundred_lines_are_the_most() {
        let text = "//\n".repeat(400);
        assert_eq!(rust_file(&Source::parse("src/a.rs", &text)), []);
        assert_eq!(text_file("style/a.scss", &text), []);
        let longer = text + "//\n";
        assert_eq!(rust_file(&Source::parse("src/a.rs", &longer)).len(), 1);
        assert_eq!(text_file("style/a.scss", &longer).len(), 1);
    }
}
