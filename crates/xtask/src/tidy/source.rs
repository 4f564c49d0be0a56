//! Rust as the rules see it: code without comments, string literals apart.

/// A file of Rust, taken apart.
pub struct Source {
    /// From the workspace's root.
    pub path: String,
    /// The code with comments and the content of literals blanked, line by line.
    pub code: Vec<String>,
    /// Every string literal with the line where it starts, counted from 1.
    pub strings: Vec<(usize, String)>,
}

impl Source {
    /// Takes `text` apart.
    pub fn parse(path: &str, text: &str) -> Self {
        let mut scanner = Scanner { rest: text, code: String::new(), strings: Vec::new() };
        while scanner.advance() {}
        let code = scanner.code.split('\n').map(str::to_owned).collect();
        Self { path: path.to_owned(), code, strings: scanner.strings }
    }

    /// The numbers, from 1, of the lines whose code has `word` as a whole identifier.
    pub fn lines_with_word(&self, word: &str) -> Vec<usize> {
        self.lines_where(|line| line.split(|c: char| !is_identifier(c)).any(|found| found == word))
    }

    /// The numbers of the lines whose code, without spaces, contains `pattern`.
    pub fn lines_with(&self, pattern: &str) -> Vec<usize> {
        self.lines_where(|line| line.split_whitespace().collect::<String>().contains(pattern))
    }

    /// Whether the file is `stem`.rs or lies in the folder `stem`.
    pub fn is_within(&self, stem: &str) -> bool {
        self.path.strip_prefix(stem).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    fn lines_where(&self, is_match: impl Fn(&str) -> bool) -> Vec<usize> {
        let numbered = (1..).zip(&self.code);
        numbered.filter(|(_, line)| is_match(line)).map(|(number, _)| number).collect()
    }
}

/// Whether `c` may stand in an identifier.
pub fn is_identifier(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

struct Scanner<'text> {
    rest: &'text str,
    code: String,
    strings: Vec<(usize, String)>,
}

impl Scanner<'_> {
    /// Takes one comment, literal or character; false at the end.
    fn advance(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        let after_identifier = self.code.ends_with(is_identifier);
        if self.rest.starts_with("//") {
            self.blank(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.blank(block_comment_length(self.rest));
        } else if let Some(hashes) = raw_string_hashes(self.rest).filter(|_| !after_identifier) {
            self.raw_string(hashes);
        } else if first == '"' {
            self.string();
        } else if let Some(length) = character_length(self.rest) {
            self.blank(length);
        } else {
            self.code.push(first);
            self.rest = &self.rest[first.len_utf8()..];
        }
        true
    }

    /// Replaces the next `length` bytes by spaces, keeping the lines.
    fn blank(&mut self, length: usize) {
        let (blanked, rest) = self.rest.split_at(length);
        self.code.extend(blanked.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        self.rest = rest;
    }

    fn string(&mut self) {
        let mut escaped = false;
        let end = self.rest[1..].find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let content = end.unwrap_or(self.rest.len() - 1);
        self.literal(1, content, 1);
    }

    fn raw_string(&mut self, hashes: usize) {
        let start = hashes + 2;
        let closing = format!("\"{}", "#".repeat(hashes));
        let content = self.rest[start..].find(&closing).unwrap_or(self.rest.len() - start);
        self.literal(start, content, closing.len());
    }

    /// Keeps the content of a literal, and leaves quotation marks where it stood.
    fn literal(&mut self, opening: usize, content: usize, closing: usize) {
        let line = self.code.matches('\n').count() + 1;
        self.strings.push((line, self.rest[opening..opening + content].to_owned()));
        self.code.push('"');
        self.blank(opening + content);
        self.blank(closing.min(self.rest.len()));
        self.code.push('"');
    }
}

/// The number of `#` where a raw string starts.
fn raw_string_hashes(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn block_comment_length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut position = 0;
    while position < text.len() {
        let rest = &text.as_bytes()[position..];
        if rest.starts_with(b"/*") {
            depth += 1;
            position += 2;
        } else if rest.starts_with(b"*/") {
            depth -= 1;
            position += 2;
            if depth == 0 {
                return position;
            }
        } else {
            position += 1;
        }
    }
    text.len()
}

/// The length of a character literal, which a lifetime is not.
fn character_length(text: &str) -> Option<usize> {
    let content = text.strip_prefix('\'')?;
    let first = content.chars().next()?;
    if first == '\\' {
        let escaped = content[1..].chars().next()?.len_utf8();
        return Some(2 + escaped + content[1 + escaped..].find('\'')? + 1);
    }
    content[first.len_utf8()..].starts_with('\'').then(|| first.len_utf8() + 2)
}

#[cfg(test)]
mod tests {
    use crate::tidy::source::Source;

    #[track_caller]
    fn check(text: &str, code: &str, strings: &[&str]) {
        let source = Source::parse("src/a.rs", text);
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&source.code.join("\n")), words(code), "code of {text:?}");
        let found: Vec<&str> = source.strings.iter().map(|(_, content)| content.as_str()).collect();
        assert_eq!(found, strings, "strings of {text:?}");
    }

    #[test]
    fn comments_are_no_code() {
        check("a // b \"c\"\nd", "a d", &[]);
        check("a /* b /* c */ d */ e", "a e", &[]);
        check("a /* never ends", "a", &[]);
    }

    #[test]
    fn strings_are_kept_apart() {
        check(r#"f("a // b \" c", 1)"#, r#"f(" ", 1)"#, &[r#"a // b \" c"#]);
        check(r##"f(r#"a "b" c"#)"##, r#"f(" ")"#, &[r#"a "b" c"#]);
        check(r#"f(b"x", "never ends"#, r#"f(b" ", " ""#, &["x", "never ends"]);
    }

    #[test]
    fn characters_are_told_from_lifetimes() {
        check(r#"'"' 'a fn f<'a>(x: &'a str)"#, "'a fn f<'a>(x: &'a str)", &[]);
        check(r"'\'' '\u{1F600}' x", "x", &[]);
    }

    #[test]
    fn lines_are_counted_through_literals() {
        let source = Source::parse("src/a.rs", "let a = \"1\n2\";\nlet b = \"3\"; // b\nb");
        assert_eq!(source.strings[1].0, 3);
        assert_eq!(source.lines_with_word("b"), [3, 4]);
        assert_eq!(source.lines_with("leta="), [1]);
    }

    #[test]
    fn a_module_is_its_file_and_its_folder() {
        let within = |path: &str| Source::parse(path, "").is_within("src/api");
        assert!(within("src/api.rs") && within("src/api/client.rs"));
        assert!(!within("src/apis.rs") && !within("src/pages/api.rs"));
    }
}
