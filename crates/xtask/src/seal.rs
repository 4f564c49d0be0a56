//! Seals the bundle that Trunk has left. The page vouches by a hash for its styles and for two scripts: `boot`, which is
//! there before the first paint and vouches for the WebAssembly, and the glue of wasm-bindgen, which starts it and vouches
//! for the parts that come later. One changed byte in any of them, and nothing starts, or the page that it is of does not
//! come.
//!
//! Trunk's own start is a script within the page, which the policy forbids, and whose import nothing vouches for.

mod audit;
mod integrity;
mod page;
mod script;
mod sections;

use std::path::Path;

use anyhow::{Context, Result};

use crate::headers;
use crate::seal::page::{Parts, Start};
use crate::seal::script::Later;
use crate::split::Split;

/// Behind the script that is there before the first paint: asks for the WebAssembly.
const AHEAD: &str = include_str!("../../../public/ahead.js");
/// Behind the glue of wasm-bindgen: starts the WebAssembly.
const START: &str = include_str!("../../../public/start.js");

/// Seals the bundle in `dist`, with the WebAssembly as it was cut and scripts that are `minified`, and looks for what must not
/// be in it.
pub fn bundle(dist: &Path, split: Split, minified: impl Fn(&str) -> Result<String>) -> Result<()> {
    let built = read(&dist.join("index.html"))?;
    let start = Start::find(&built)?;
    let module = split.module;
    let glue = script::without_markup(&split.glue);
    let stem = start.stem();
    let module_name = integrity::name(stem, &module, "wasm");
    let later: Vec<Later> = split.later.into_iter().map(|(name, content)| Later::new(name, content)).collect();
    let rest = Later::new("rest.wasm".to_owned(), split.rest);
    let parts = script::parts(&split.needs, &later, &rest)?;
    let ahead = script::ahead(AHEAD, (&module_name, &integrity::of(&module)), &parts)?;
    let boot = minified(&(read(&dist.join(start.boot))? + &ahead))?;
    let loader = script::loader(&split.loader, &later, &rest, &split.stand_ins)?;
    let script = minified(&script::sealed(&glue, &loader, START)?)?;
    let boot_name = integrity::name("boot", boot.as_bytes(), "js");
    let script_name = integrity::name(stem, script.as_bytes(), "js");
    let parts = Parts {
        policy: &headers::policy_of_page()?,
        boot: (&boot_name, &integrity::of(boot.as_bytes())),
        script: (&script_name, &integrity::of(script.as_bytes())),
    };
    let page = page::sealed(&built, &start, &parts)?;
    for file in [start.boot, start.glue, start.wasm] {
        std::fs::remove_file(dist.join(file)).with_context(|| format!("taking {file} away"))?;
    }
    let files = [(module_name, module), (boot_name, boot.into()), (script_name, script.into())];
    let later = later.into_iter().chain([rest]).map(|later| (later.name, later.content));
    for (name, content) in files.into_iter().chain(later).chain([("index.html".to_owned(), page.into())]) {
        std::fs::write(dist.join(&name), content).with_context(|| format!("writing {name}"))?;
    }
    audit::bundle(dist)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use crate::seal::{bundle, integrity};
    use crate::split::{LOADER, Split, StandIns};

    const PAGE: &str = r#"<meta charset="utf-8" />
<script src="./boot-1.js" integrity="sha384-1"></script>
<link rel="stylesheet" href="./main-1.css" integrity="STYLES"/>
<script type="module">
import init, * as bindings from './app-1.js';
const wasm = await init({ module_or_path: './app-1_bg.wasm' });
</script>
<link rel="modulepreload" href="./app-1.js"><link rel="preload" href="./app-1_bg.wasm" as="fetch">
"#;

    /// A cut into what starts the app and one more part.
    fn cut(glue: &str) -> Split {
        let module = b"\0asm\x01\0\0\0".to_vec();
        Split {
            glue: format!(
                "import * as import1 from \"{LOADER}\"\nconst imports = {{ \"{LOADER}\": import1, }};\n\
                 const {{ instance, module }} = await __wbg_load(await module_or_path, imports);\n{glue}\nexport {{ initSync, __wbg_init as default }};\n"
            ),
            rest: module.clone(),
            stand_ins: StandIns::default(),
            loader: "import { initSync } from \"./main.js\";\ndeps.map(d => d())\n\
                     export const load = () => fetch(new URL(\"./look.wasm\", import.meta.url));\n"
                .to_owned(),
            later: vec![("look.wasm".to_owned(), module.clone())],
            needs: [("look".to_owned(), vec!["look.wasm".to_owned()])].into(),
            module,
        }
    }

    /// What Trunk leaves, in a folder of its own.
    fn built(name: &str, page: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("xtask-seal-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&dist).expect("there is room for what is temporary");
        let page = page.replace("STYLES", &integrity::of(b"p{}"));
        let files = [
            ("index.html", page.as_str()),
            ("boot-1.js", "boot();\n"),
            ("main-1.css", "p{}"),
            ("app-1.js", "let wasm;"),
        ];
        for (file, text) in files.into_iter().chain([("app-1_bg.wasm", "\0asm\u{1}\0\0\0")]) {
            std::fs::write(dist.join(file), text).expect("there is room for what is temporary");
        }
        dist
    }

    #[track_caller]
    fn refused(name: &str, glue: &str, page: &str) -> String {
        let dist = built(name, page);
        let refused = bundle(&dist, cut(glue), |script| Ok(script.to_owned())).expect_err("it must not be sealed");
        std::fs::remove_dir_all(dist).expect("it is there");
        refused.to_string()
    }

    fn file(dist: &Path, beginning: &str, ending: &str) -> Vec<u8> {
        let entries = std::fs::read_dir(dist).expect("it is there").flatten().map(|entry| entry.path());
        let is_it = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(beginning) && name.ends_with(ending)
        };
        std::fs::read(entries.into_iter().find(is_it).expect("there is one")).expect("it can be read")
    }

    #[test]
    fn the_page_vouches_for_its_scripts_and_they_for_the_modules() {
        let dist = built("sealed", PAGE);
        bundle(&dist, cut("let wasm;"), |script| Ok(script.to_owned())).expect("it can be sealed");
        let page = String::from_utf8(file(&dist, "index", ".html")).expect("it is text");
        let boot = file(&dist, "boot-", ".js");
        let script = file(&dist, "app-", ".js");
        for content in [&boot, &script] {
            assert!(page.contains(&integrity::of(content)), "{page}");
        }
        let script = String::from_utf8(script).expect("it is text");
        assert!(script.contains(&integrity::of(&file(&dist, "look-", ".wasm"))), "{script}");
        let boot = String::from_utf8(boot).expect("it is text");
        for module in ["app-", "look-"] {
            assert!(boot.contains(&integrity::of(&file(&dist, module, ".wasm"))), "{boot}");
        }
        assert_eq!(std::fs::read_dir(&dist).expect("it is there").count(), 7, "Trunk's files have gone");
        std::fs::remove_dir_all(dist).expect("it is there");
    }

    #[test]
    fn what_must_not_be_in_a_bundle_fails_the_build() {
        assert!(refused("eval", "eval('1');", PAGE).contains("eval("));
        assert!(refused("html", "a.outerHTML = b;", PAGE).contains("outerHTML"));
        let inline =
            PAGE.replace("<script src", "<p onclick=\"a()\" style=\"color: red\"></p><script>a()</script><script src");
        let told = refused("inline", "let wasm;", &inline);
        assert!(told.contains("onclick") && told.contains("style=") && told.contains("<script>"), "{told}");
    }

    #[test]
    fn styles_that_nothing_vouches_for_fail_the_build() {
        let told = refused("styles", "let wasm;", &PAGE.replace(" integrity=\"STYLES\"", ""));
        assert!(told.contains("does not vouch for"), "{told}");
    }
}
