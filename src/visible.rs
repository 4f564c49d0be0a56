//! Text from outside as people can read it: what is not seen, and what changes how its neighbours are seen, is shown by its
//! number. Only for showing; what is copied and sent stays exact.

use std::fmt::Write as _;

/// A longer name is cut: nobody reads it, and it would be a page of its own.
const LONGEST_LINE: usize = 1000;

/// A text of one line, such as a name: every character is seen, and a very long one is cut.
pub fn line(text: &str) -> String {
    match beginning(text, LONGEST_LINE) {
        Some(beginning) => format!("{}…", marked(beginning, is_unseen)),
        None => marked(text, is_unseen),
    }
}

/// As many characters of a text, where it goes on after them.
pub fn beginning(text: &str, characters: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(characters)?;
    text.get(..end)
}

/// A text of several lines, such as what a client answered: line breaks and tabs are what they are.
pub fn lines(text: &str) -> String {
    marked(text, |character| !matches!(character, '\n' | '\t') && is_unseen(character))
}

fn marked(text: &str, is_marked: impl Fn(char) -> bool) -> String {
    if !text.chars().any(&is_marked) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        if is_marked(character) && !joins(before, character, rest.peek().copied()) {
            let _ = write!(shown, "[U+{:04X}]", u32::from(character));
        } else {
            shown.push(character);
        }
        before = Some(character);
    }
    shown
}

/// Emoji and some scripts need joiners between their characters; between others, nobody does.
fn joins(before: Option<char>, character: char, after: Option<char>) -> bool {
    let is_joined = |other: Option<char>| other.is_some_and(|other| u32::from(other) >= 0x600 && !is_unseen(other));
    matches!(character, '\u{200c}' | '\u{200d}') && is_joined(before) && is_joined(after)
}

fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // Soft hyphen, and fillers that are as wide as letters or have no width.
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}'
            // What changes the direction of text.
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // What has no width, and what ends lines.
            | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            // Tags: text within text.
            | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(line(text), expected, "{text:?}");
    }

    #[test]
    fn what_is_seen_stays_as_it_is() {
        for text in [
            "",
            "db-01.example.com",
            "größe 日本 שלום مرحبا",
            "<b>&amp;</b>",
            "👩\u{200d}💻 ❤\u{fe0f}",
            "می\u{200c}خواهم",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn what_is_not_seen_is_shown_by_its_number() {
        check("web\u{202e}gpj.exe", "web[U+202E]gpj.exe");
        check("a\u{200b}b", "a[U+200B]b");
        check("a\u{200d}b", "a[U+200D]b");
        check("\u{0}", "[U+0000]");
        check("a\nb\tc\r", "a[U+000A]b[U+0009]c[U+000D]");
        check("\u{85}\u{2028}\u{feff}\u{ad}", "[U+0085][U+2028][U+FEFF][U+00AD]");
        check("\u{2066}x\u{2069}", "[U+2066]x[U+2069]");
        check("\u{e0061}", "[U+E0061]");
        check("\u{1b}[31m", "[U+001B][31m");
    }

    #[test]
    fn a_word_without_end_is_cut_where_it_is_a_name_alone() {
        let word = "ü".repeat(100_000);
        assert_eq!(line(&word), format!("{}…", "ü".repeat(1000)));
        check(&"a".repeat(1000), &"a".repeat(1000));
        assert_eq!(lines(&word), word);
    }

    #[test]
    fn lines_keep_their_breaks() {
        assert_eq!(lines("a\n\tb\u{202e}\r\n"), "a\n\tb[U+202E][U+000D]\n");
    }

    #[test]
    fn what_is_marked_is_marked_once() {
        for text in ["a\u{202e}b", "\u{200b}\u{200b}", "\u{0}\n"] {
            let once = line(text);
            check(&once, &once);
        }
    }
}
