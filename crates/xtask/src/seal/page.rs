//! The page: Trunk's start leaves it, the sealed one and the policy come.

use anyhow::{Context, Result};

const SCRIPT: (&str, &str) = ("<script type=\"module\">", "</script>");
/// After this the policy stands, before everything that it is about.
const ENCODING: &str = "<meta charset=\"utf-8\" />";

/// How Trunk starts the app.
pub struct Start<'page> {
    /// The whole element of the script within the page.
    element: &'page str,
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
    /// The script that starts the app.
    pub script: File<'a>,
    /// The WebAssembly that it starts.
    pub module: File<'a>,
}

impl<'page> Start<'page> {
    /// Finds it in the page that Trunk has left.
    pub fn find(page: &'page str) -> Result<Self> {
        let (from, _) = page.match_indices(SCRIPT.0).next().context("Trunk left no script in index.html")?;
        let length = page[from..].find(SCRIPT.1).context("Trunk's script has no end")? + SCRIPT.1.len();
        let element = &page[from..from + length];
        let file = |ending: &str| {
            let mut names = element.split('\'').filter_map(|text| text.strip_prefix("./"));
            names.find(|name| name.ends_with(ending)).with_context(|| format!("Trunk's script names no {ending}"))
        };
        Ok(Self { element, glue: file(".js")?, wasm: file("_bg.wasm")? })
    }

    /// The app's name in the names of its files.
    pub fn stem(&self) -> &'page str {
        self.glue.rsplit_once('-').map_or(self.glue, |(stem, _)| stem)
    }
}

/// The page with the sealed start. The WebAssembly is asked for while the script is still on its way, in the same way as
/// the script does, so that it comes once.
pub fn sealed(page: &str, start: &Start, parts: &Parts) -> Result<String> {
    let (script, of_script) = parts.script;
    let (module, of_module) = parts.module;
    let script = format!("<script type=\"module\" src=\"./{script}\" integrity=\"{of_script}\"></script>");
    let preload = format!(
        "<link rel=\"preload\" href=\"./{module}\" as=\"fetch\" type=\"application/wasm\" integrity=\"{of_module}\" \
         crossorigin=\"anonymous\" />"
    );
    let page = page.replace(start.element, &format!("{script}\n    {preload}"));
    let page = without_links(without_links(page, "modulepreload", start.glue)?, "preload", start.wasm)?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />", parts.policy);
    page.contains(ENCODING).then_some(()).with_context(|| format!("index.html has no {ENCODING}"))?;
    Ok(tidied(&page.replacen(ENCODING, &format!("{ENCODING}\n    {policy}"), 1)))
}

/// The page without Trunk's link to a file.
fn without_links(page: String, relation: &str, file: &str) -> Result<String> {
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
<script type="module" src="./a.js" integrity="sha384-a"></script>
    <link rel="preload" href="./b.wasm" as="fetch" type="application/wasm" integrity="sha384-b" crossorigin="anonymous" />
  </head>
"#;

    #[test]
    fn the_files_are_those_that_trunk_starts() {
        let start = Start::find(PAGE).expect("it is Trunk's page");
        assert_eq!(start.glue, "app-one-0123456789abcdef.js");
        assert_eq!((start.wasm, start.stem()), ("app-one-0123456789abcdef_bg.wasm", "app-one"));
        assert!(Start::find(SEALED).is_err(), "what is sealed is not sealed again");
    }

    #[test]
    fn no_script_is_left_within_the_page() {
        let start = Start::find(PAGE).expect("it is Trunk's page");
        let parts =
            Parts { policy: "default-src 'none'", script: ("a.js", "sha384-a"), module: ("b.wasm", "sha384-b") };
        assert_eq!(sealed(PAGE, &start, &parts).expect("it can be sealed"), SEALED);
        let without_encoding = PAGE.replace("<meta charset=\"utf-8\" />", "");
        let start = Start::find(&without_encoding).expect("it is Trunk's page");
        assert!(sealed(&without_encoding, &start, &parts).is_err());
    }
}
