//! The page: Trunk's start leaves it, the sealed one and the policy come.

use anyhow::{Context, Result};

const SCRIPT: &str = "<script type=\"module\">";
const BOOT: &str = "<script src=\"./boot-";
const END: &str = "</script>";
/// After this the policy stands, before everything that it is about.
const ENCODING: &str = "<meta charset=\"utf-8\" />";

/// How Trunk starts the app.
pub struct Start<'page> {
    /// The whole element of the script within the page.
    element: &'page str,
    /// The whole element of the script that is there before the first paint.
    boot_element: &'page str,
    /// The file of that.
    pub boot: &'page str,
    /// The file of wasm-bindgen's glue.
    pub glue: &'page str,
    /// The file of the WebAssembly.
    pub wasm: &'page str,
}

/// A file's name and its hash.
type File<'a> = (&'a str, &'a str);

/// What comes into the page.
pub struct Parts<'a> {
    /// The value of the policy.
    pub policy: &'a str,
    /// The script that is there before the first paint.
    pub boot: File<'a>,
    /// The script that starts the app.
    pub script: File<'a>,
}

impl<'page> Start<'page> {
    /// Finds it in the page that Trunk has left.
    pub fn find(page: &'page str) -> Result<Self> {
        let element = element(page, SCRIPT).context("Trunk left no script in index.html")?;
        let file = |ending: &str| {
            let mut names = element.split('\'').filter_map(|text| text.strip_prefix("./"));
            names.find(|name| name.ends_with(ending)).with_context(|| format!("Trunk's script names no {ending}"))
        };
        let boot_element = self::element(page, BOOT).context("Trunk left no boot.js in index.html")?;
        let boot = boot_element.split('"').nth(1).and_then(|source| source.strip_prefix("./"));
        let boot = boot.context("the script boot.js has no file")?;
        Ok(Self { element, boot_element, boot, glue: file(".js")?, wasm: file("_bg.wasm")? })
    }

    /// The app's name in the names of its files.
    pub fn stem(&self) -> &'page str {
        self.glue.rsplit_once('-').map_or(self.glue, |(stem, _)| stem)
    }
}

/// The whole of a script's element, found by its beginning.
fn element<'page>(page: &'page str, beginning: &str) -> Option<&'page str> {
    let rest = &page[page.find(beginning)?..];
    Some(&rest[..rest.find(END)? + END.len()])
}

/// The page with the sealed start.
pub fn sealed(page: &str, start: &Start, parts: &Parts) -> Result<String> {
    let (boot, script) = (parts.boot, parts.script);
    let boot = format!("<script src=\"./{}\" integrity=\"{}\"></script>", boot.0, boot.1);
    let script = format!("    <script type=\"module\" src=\"./{}\" integrity=\"{}\"></script>", script.0, script.1);
    let page = page.replace(start.boot_element, &boot).replace(start.element, &script);
    let page = without_link(page, "modulepreload", start.glue)?;
    let page = without_link(page, "preload", start.wasm)?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />", parts.policy);
    page.contains(ENCODING).then_some(()).with_context(|| format!("index.html has no {ENCODING}"))?;
    Ok(tidied(&page.replacen(ENCODING, &format!("{ENCODING}\n    {policy}"), 1)))
}

/// The page without Trunk's link to a file.
fn without_link(page: String, relation: &str, file: &str) -> Result<String> {
    let beginning = format!("<link rel=\"{relation}\" href=\"./{file}\"");
    let from = page.find(&beginning).with_context(|| format!("Trunk left no {relation} of {file}"))?;
    let length = page[from..].find('>').context("Trunk's link has no end")? + 1;
    Ok(page[..from].to_owned() + &page[from + length..])
}

/// Without the empty lines that Trunk leaves.
fn tidied(page: &str) -> String {
    page.lines().map(str::trim_end).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use crate::seal::page::{Parts, Start, sealed};

    const PAGE: &str = r#"<head>
    <meta charset="utf-8" />
    <script src="./boot-0.js" integrity="sha384-0"></script>

<script type="module">
import init, * as bindings from './app-one-0123456789abcdef.js';
const wasm = await init({ module_or_path: './app-one-0123456789abcdef_bg.wasm' });
window.wasmBindings = bindings;
</script>
  <link rel="modulepreload" href="./app-one-0123456789abcdef.js" crossorigin="anonymous"><link rel="preload" href="./app-one-0123456789abcdef_bg.wasm" as="fetch"></head>
"#;
    const SEALED: &str = r#"<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'" />
    <script src="./boot-1.js" integrity="sha384-1"></script>
    <script type="module" src="./a.js" integrity="sha384-a"></script>
  </head>
"#;

    #[test]
    fn the_files_are_those_that_trunk_starts() {
        let start = Start::find(PAGE).expect("it is Trunk's page");
        assert_eq!(start.glue, "app-one-0123456789abcdef.js");
        assert_eq!((start.wasm, start.stem()), ("app-one-0123456789abcdef_bg.wasm", "app-one"));
        assert_eq!(start.boot, "boot-0.js");
        assert!(Start::find(SEALED).is_err(), "what is sealed is not sealed again");
    }

    #[test]
    fn no_script_is_left_within_the_page() {
        let start = Start::find(PAGE).expect("it is Trunk's page");
        let parts =
            Parts { policy: "default-src 'none'", boot: ("boot-1.js", "sha384-1"), script: ("a.js", "sha384-a") };
        assert_eq!(sealed(PAGE, &start, &parts).expect("it can be sealed"), SEALED);
        let without_encoding = PAGE.replace("<meta charset=\"utf-8\" />", "");
        let start = Start::find(&without_encoding).expect("it is Trunk's page");
        assert!(sealed(&without_encoding, &start, &parts).is_err());
    }
}
