//! What must not be in the bundle.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::seal::{integrity, sections};
use crate::tidy::files;
use crate::workspace;

/// Ways from a text to markup or to code, and what only those who develop need.
const IN_SCRIPTS: [&str; 9] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "new Function",
    "wasmBindings",
    "sourceMappingURL",
    "Closure<",
];
const IN_PAGES: [&str; 5] = [" style=\"", "<style", "javascript:", "<script>", "<script type=\"module\">"];
const IN_STYLES: [&str; 4] = ["sourceMappingURL", "@import", "url(http", "url(\"http"];
/// The last is a part of where cargo keeps crates: a path of the building computer.
const IN_MODULES: [&str; 4] = ["innerHTML", "outerHTML", "insertAdjacentHTML", "registry/src/"];
/// Debug names, debug information and the ways to it.
const SECTIONS: [&str; 4] = ["name", ".debug_", "sourceMappingURL", "external_debug_info"];

/// Fails where a file of the bundle holds what it must not, or where the page does not vouch for a script or for styles.
pub fn bundle(dist: &Path) -> Result<()> {
    let mut found = Vec::new();
    for path in files::below(dist) {
        let content = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().into_owned();
        found.extend(in_file(&name, &content).into_iter().map(|what| format!("{name}: {what}")));
        if name == "index.html" {
            found.extend(unvouched(&String::from_utf8_lossy(&content), |file| std::fs::read(dist.join(file)).ok()));
        }
    }
    if !found.is_empty() {
        bail!("the bundle holds what it must not:\n  {}", found.join("\n  "));
    }
    Ok(())
}

fn in_file(name: &str, content: &[u8]) -> Vec<String> {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "js" => words(content, &IN_SCRIPTS),
        "html" => [words(content, &IN_PAGES), handlers(&String::from_utf8_lossy(content))].concat(),
        "css" => words(content, &IN_STYLES),
        "wasm" => [words(content, &IN_MODULES), of_this_computer(content), for_debugging(content)].concat(),
        "map" => vec!["a source map".to_owned()],
        _ => Vec::new(),
    }
}

/// Those of the words that the content holds.
fn words(content: &[u8], words: &[&str]) -> Vec<String> {
    let holds = |word: &&&str| content.windows(word.len()).any(|part| part == word.as_bytes());
    words.iter().filter(holds).map(|word| format!("{:?}", word.trim())).collect()
}

/// Where this checkout lies is nobody's business, and would make two builds differ.
fn of_this_computer(module: &[u8]) -> Vec<String> {
    words(module, &[&workspace::root().to_string_lossy()])
}

fn for_debugging(module: &[u8]) -> Vec<String> {
    let is_for_debugging = |section: &String| SECTIONS.iter().any(|beginning| section.starts_with(beginning));
    let sections = sections::custom(module).into_iter().filter(is_for_debugging);
    sections.map(|section| format!("the section {section:?}")).collect()
}

/// Attributes that are scripts: `onclick="…"`.
fn handlers(page: &str) -> Vec<String> {
    let names = page.split("=\"").filter_map(|before| before.rsplit(char::is_whitespace).next());
    names.filter(|name| name.starts_with("on")).map(str::to_owned).collect()
}

/// The scripts and styles of a page whose hash is not the one that the page has, or that have none.
fn unvouched(page: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<String> {
    let elements = page.split('<').filter(|it| it.starts_with("script") || it.starts_with("link rel=\"stylesheet\""));
    let is_vouched = |element: &&str| {
        let file = attribute(element, "src").or_else(|| attribute(element, "href")).unwrap_or_default();
        let content = read(file.trim_start_matches("./"));
        content.is_some_and(|content| attribute(element, "integrity") == Some(integrity::of(&content).as_str()))
    };
    let left = elements.filter(|element| !is_vouched(element));
    left.map(|element| format!("index.html does not vouch for <{}", element.trim())).collect()
}

fn attribute<'element>(element: &'element str, name: &str) -> Option<&'element str> {
    element.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use crate::seal::audit::{in_file, unvouched};
    use crate::seal::integrity;
    use crate::workspace;

    #[track_caller]
    fn check(name: &str, content: &str, found: &[&str]) {
        assert_eq!(in_file(name, content.as_bytes()), found, "{content}");
    }

    #[test]
    fn ways_from_a_text_to_markup_or_code_are_found() {
        check(
            "a.js",
            "arg0.innerHTML = text; eval(text); new Function(text)",
            &["\"innerHTML\"", "\"eval(\"", "\"new Function\""],
        );
        check(
            "a.js",
            "document.write(text); a.insertAdjacentHTML(a, b)",
            &["\"insertAdjacentHTML\"", "\"document.write\""],
        );
        check("a.js", "retrieval (text); new Functional(); a.textContent = \"Function(\"", &["\"new Function\""]);
    }

    #[test]
    fn handlers_and_styles_within_a_page_are_found() {
        check(
            "index.html",
            "<p onclick=\"a()\" class=\"b\" style=\"color: red\">on=</p>",
            &["\"style=\\\"\"", "onclick"],
        );
        check("index.html", "<meta name=\"on\" content=\"font-src\" /><template id=\"a\">", &[]);
    }

    #[test]
    fn what_only_those_who_develop_need_is_found() {
        check(
            "a.js",
            "window.wasmBindings = bindings;\n//# sourceMappingURL=a",
            &["\"wasmBindings\"", "\"sourceMappingURL\""],
        );
        check("a.js.map", "{}", &["a source map"]);
        check("a.wasm", "\0asm\u{1}\0\0\0\0\u{6}\u{4}name\0", &["the section \"name\""]);
        check("a.wasm", "\0asm\u{1}\0\0\0\0\u{3}\u{1}aa name", &[]);
        let here = workspace::root().join("src/app.rs").display().to_string();
        assert_eq!(in_file("a.wasm", here.as_bytes()).len(), 1, "{here}");
        check("a.wasm", "/home/somebody/.cargo/registry/src/index/leptos/src/lib.rs", &["\"registry/src/\""]);
    }

    #[test]
    fn every_script_and_style_is_vouched_for() {
        let page = |hash: &str| {
            format!("<script src=\"./a.js\" integrity=\"{hash}\"></script><link rel=\"icon\" href=\"b.svg\">")
        };
        let read = |name: &str| (name == "a.js").then(|| b"a".to_vec());
        assert!(unvouched(&page(&integrity::of(b"a")), read).is_empty());
        assert_eq!(unvouched(&page(&integrity::of(b"b")), read).len(), 1);
        assert_eq!(unvouched("<link rel=\"stylesheet\" href=\"./c.css\">", read).len(), 1);
        assert_eq!(unvouched("<script>a()</script>", read).len(), 1);
    }
}
