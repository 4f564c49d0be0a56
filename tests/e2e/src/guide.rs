//! What `docs/hosting.md` tells administrators to write and to run: the tests take it from there, to the letter.

const GUIDE: &str = include_str!("../../../docs/hosting.md");

/// Where the guide unpacks the archive.
pub const ARCHIVES: &str = "/srv";
/// Where the guide's package has its files.
pub const SHARE: &str = "/usr/share";

/// The guide's block in a language that has some lines in it, without its fences.
///
/// # Panics
/// When there is none, or more than one.
pub fn block(language: &str, part: &str) -> &'static str {
    let blocks = GUIDE.split("```").skip(1).step_by(2);
    let blocks = blocks.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n'));
    let mut found = blocks.filter(|block| block.contains(part));
    let block = found.next().unwrap_or_else(|| panic!("docs/hosting.md has no {language} with {part}"));
    assert!(found.next().is_none(), "docs/hosting.md has more than one {language} with {part}");
    block.trim()
}
