//! The one script: the glue of wasm-bindgen, and the start behind it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use crate::seal::integrity;
use crate::split::{LOADER, StandIns};

/// Asks for a later part, whose hash it knows.
const FETCH: &str = include_str!("../../../../public/later.js");

/// Where the loader waits for what a part needs, and the same with what every part needs.
const NEEDED: (&str, &str) = ("deps.map(d => d())", "[rest, ...deps].map(d => d())");

/// Where the glue has what starts the app and has not started it, and the same with those who stand in for its rest.
const PLACED: (&str, &str) = (
    "const { instance, module } = await __wbg_load(await module_or_path, imports);",
    "const { instance, module } = await __wbg_load(await module_or_path, imports);\nawait standIn(instance);",
);

/// The glue's last line.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// The setter of markup, and what takes its place.
const SETTING: (&str, &str) =
    ("arg0.innerHTML = getStringFromWasm0(arg1, arg2);", "throw new Error(\"no text becomes markup\");");

/// A part of the WebAssembly that comes later.
pub struct Later {
    /// What the loader calls it.
    called: String,
    /// The name of its file.
    pub name: String,
    /// The WebAssembly.
    pub content: Vec<u8>,
}

impl Later {
    /// Gives a part, such as `split_look.wasm`, a name that another content does not have.
    pub fn new(called: String, content: Vec<u8>) -> Self {
        let stem = called.trim_end_matches(".wasm").trim_start_matches("split_");
        Self { name: integrity::name(stem, &content, "wasm"), called, content }
    }
}

/// The script that loads the later parts, as a part of the one script: with their names and hashes, and with a constant for
/// what the glue imports.
pub fn loader(script: &str, later: &[Later], rest: &Later, stand_ins: &StandIns) -> Result<String> {
    let mut script = script.replace("console.error(e);", "");
    if script.matches(NEEDED.0).count() != 1 {
        bail!("the loader does not wait as it is known to: wasm_split has changed");
    }
    script = script.replace(NEEDED.0, NEEDED.1);
    for part in later {
        let fetched = format!("fetch(new URL(\"./{}\", import.meta.url))", part.called);
        let vouched = format!("fetchPart(\"{}\", \"{}\")", part.name, integrity::of(&part.content));
        if script.matches(&fetched).count() != 1 {
            bail!("the loader does not fetch {} as it is known: wasm_split has changed", part.called);
        }
        script = script.replace(&fetched, &vouched);
    }
    let mut names = Vec::new();
    let mut lines = Vec::new();
    for line in script.lines().filter(|line| !line.starts_with("import ")) {
        if let Some((name, _)) = line.strip_prefix("export const ").and_then(|rest| rest.split_once(' ')) {
            names.push(name);
        }
        lines.push(line.strip_prefix("export ").unwrap_or(line));
    }
    let texts = [
        ("{{rest}}", rest.name.as_str()),
        ("{{rest_integrity}}", &integrity::at_once(&rest.content)),
        ("{{stand_in_types}}", &serde_json::to_string(&stand_ins.types)?),
        ("{{stand_in_slots}}", &stand_ins.slots),
    ];
    let fetch = filled(FETCH, &texts)?;
    Ok(format!("{fetch}{}\nconst laterParts = {{ {} }};\n", lines.join("\n"), names.join(", ")))
}

/// Puts the loader of the later parts before the glue, in place of its import, and `start` in the place of its last line.
pub fn sealed(glue: &str, loader: &str, start: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    while let Some(import) = glue.lines().find(|line| line.starts_with("import ") && line.contains(LOADER)) {
        let name = import.split_whitespace().nth(3).context("the loader of the later parts has no name")?;
        let used = format!("\"{LOADER}\": {name},");
        glue = glue.replacen(import, "", 1).replace(&used, &format!("\"{LOADER}\": laterParts,"));
    }
    if !glue.contains("laterParts") {
        bail!("the glue does not import the loader of the later parts: wasm-bindgen has changed");
    }
    if glue.lines().any(|line| line.starts_with("import ")) {
        bail!("the glue imports other scripts, for which nothing would vouch");
    }
    if glue.matches(PLACED.0).count() != 1 {
        bail!("the glue does not place what starts the app as it is known to: wasm-bindgen has changed");
    }
    glue = glue.replace(PLACED.0, PLACED.1);
    let Some((code, "")) = glue.trim_end().split_once(EXPORT) else {
        bail!("the glue does not end with `{EXPORT}`: wasm-bindgen has changed");
    };
    Ok([loader, code, start].concat())
}

/// The script that asks for the WebAssembly, with the name and hash of what starts the app, and with the [`parts`].
pub fn ahead(script: &str, (module, integrity): (&str, &str), parts: &str) -> Result<String> {
    filled(script, &[("{{module}}", module), ("{{integrity}}", integrity), ("{{parts}}", parts)])
}

/// A script with what the build alone knows.
fn filled(script: &str, texts: &[(&str, &str)]) -> Result<String> {
    let mut script = script.to_owned();
    for (place, text) in texts {
        if !script.contains(place) {
            bail!("a script has no place for {place}");
        }
        script = script.replace(place, text);
    }
    Ok(script)
}

/// The names and hashes of what the later pages need, by the part that each is in: `{"look":[["look-1.wasm","sha384-…"]]}`.
pub fn parts(needs: &BTreeMap<String, Vec<String>>, later: &[Later], rest: &Later) -> Result<String> {
    let named = |name: &String| {
        later.iter().find(|part| part.called == *name).map(|part| (part.name.as_str(), integrity::of(&part.content)))
    };
    let rest = (rest.name.as_str(), integrity::at_once(&rest.content));
    let all = |names: &Vec<String>| std::iter::once(rest.clone()).chain(names.iter().filter_map(named)).collect();
    let needs: BTreeMap<_, Vec<_>> = needs.iter().map(|(part, names)| (part, all(names))).collect();
    Ok(serde_json::to_string(&needs)?)
}

/// Leptos links a setter of markup in for attributes whose type it has forgotten. The app has none that sets markup, so it
/// is never called: an error takes its place.
pub fn without_markup(glue: &str) -> String {
    glue.replace(SETTING.0, SETTING.1)
}

#[cfg(test)]
mod tests {
    use crate::seal::integrity;
    use crate::seal::script::{EXPORT, Later, PLACED, ahead, loader, parts, sealed, without_markup};
    use crate::split::StandIns;

    const IMPORT: &str = "import * as import1 from \"./__wasm_split.js\"";
    const LOADER: &str = r#"import { initSync } from "./main.js";

/* look */
const parallelStuff = deps.map(d => d());
const __chunk_0 = makeLoad(() => {
    const src = fetch(new URL("./chunk_0.wasm", import.meta.url));
    console.error(e);
}, []);
export const __wasm_split_load_look = wrapAsyncCb(__chunk_0);
"#;

    fn rest() -> Later {
        Later::new("rest.wasm".to_owned(), b"\0asm rest".to_vec())
    }

    fn seal(glue: &str) -> String {
        sealed(glue, "load();\n", "// Starts.\ngo();\n").unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn the_start_stands_where_the_glue_ended() {
        let imports = "({ \"./__wasm_split.js\": import1, })";
        let glue = format!("{IMPORT}\nlet wasm;\n{}\nf{imports};\n{EXPORT}\n", PLACED.0);
        let start = format!("load();\n\nlet wasm;\n{}\nawait standIn(instance);\n", PLACED.0);
        assert_eq!(seal(&glue), format!("{start}f({{ \"./__wasm_split.js\": laterParts, }});\n// Starts.\ngo();\n"));
    }

    #[test]
    fn glue_that_is_not_known_is_refused() {
        assert!(seal(&format!("let wasm;\n{EXPORT}")).contains("does not import the loader"));
        let without = format!("{IMPORT}\na({{ \"./__wasm_split.js\": import1, }});");
        assert!(seal(&format!("{without}\n{EXPORT}")).contains("does not place what starts"));
        let import = format!("{without}\n{}", PLACED.0);
        assert!(seal(&format!("{import}\nlet wasm;\nexport default init;")).contains("does not end with"));
        assert!(seal(&format!("{import}\n{EXPORT}\nmore();")).contains("does not end with"));
        let other = "import { a } from './snippets/a.js';";
        assert!(seal(&format!("{import}\n{other}\n{EXPORT}")).contains("imports other scripts"));
    }

    #[test]
    fn later_parts_are_asked_for_by_their_names_and_hashes() {
        let part = Later::new("chunk_0.wasm".to_owned(), b"\0asm".to_vec());
        let (name, integrity) = (part.name.clone(), integrity::of(&part.content));
        let stand_ins = StandIns { types: vec![vec![96, 0, 0]], slots: " ##".to_owned() };
        let loader = loader(LOADER, &[part], &rest(), &stand_ins).expect("it is as it is known");
        assert!(loader.contains(&format!("fetchPart(\"{name}\", \"{integrity}\")")), "{loader}");
        assert!(loader.contains("const parallelStuff = [rest, ...deps].map(d => d());"), "{loader}");
        let (name, integrity) = (rest().name, integrity::at_once(b"\0asm rest"));
        assert!(loader.contains(&format!("\"{name}\";\nconst restIntegrity = \"{integrity}\"")), "{loader}");
        assert!(loader.contains("standInTypes = [[96,0,0]];\nconst standInSlots = \" ##\";"), "{loader}");
        assert!(loader.ends_with("const laterParts = { __wasm_split_load_look };\n"), "{loader}");
        for left_out in ["import ", "export ", "console"] {
            assert!(!loader.contains(left_out), "{loader}");
        }
        let unknown = Later::new("chunk_1.wasm".to_owned(), Vec::new());
        assert!(super::loader(LOADER, &[unknown], &rest(), &stand_ins).is_err());
        let unknown = LOADER.replace("deps.map", "deps.forEach");
        assert!(super::loader(&unknown, &[], &rest(), &stand_ins).is_err());
    }

    #[test]
    fn modules_are_asked_for_by_their_names_and_hashes() {
        let part = Later::new("split_look.wasm".to_owned(), b"\0asm".to_vec());
        let rest = rest();
        let first = format!("[\"{}\",\"{}\"]", rest.name, integrity::at_once(&rest.content));
        let named = format!("{{\"look\":[{first},[\"{}\",\"{}\"]]}}", part.name, integrity::of(&part.content));
        let needs = [("look".to_owned(), vec!["split_look.wasm".to_owned()])].into();
        let parts = parts(&needs, &[part], &rest).expect("it can be told");
        assert_eq!(parts, named);
        let script = "// Asks.\ngo(\"{{module}}\", \"{{integrity}}\", {{parts}});\n";
        let asked = ahead(script, ("a.wasm", "sha384-b"), &parts);
        assert_eq!(asked.ok(), Some(format!("// Asks.\ngo(\"a.wasm\", \"sha384-b\", {named});\n")));
        assert!(ahead("go(\"{{module}}\");", ("a", "b"), "{}").is_err());
    }

    #[test]
    fn no_text_becomes_markup() {
        let glue = "a: function(arg0, arg1, arg2) {\narg0.innerHTML = getStringFromWasm0(arg1, arg2);\n},";
        let sealed = "a: function(arg0, arg1, arg2) {\nthrow new Error(\"no text becomes markup\");\n},";
        assert_eq!(without_markup(glue), sealed);
    }
}
