//! The one script: the glue of wasm-bindgen, and the start behind it.

use anyhow::{Result, bail};

/// The glue's last line.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// The setter of markup, and what takes its place: as long, so that the WebAssembly can be told by writing over it.
const SETTER: (&str, &str) = ("set_innerHTML_", "set_no_markup_");
const SETTING: (&str, &str) =
    ("arg0.innerHTML = getStringFromWasm0(arg1, arg2);", "throw new Error(\"no text becomes markup\");");

/// Puts `start` in the place of the glue's last line.
pub fn sealed(glue: &str, start: &str) -> Result<String> {
    if glue.lines().any(|line| line.starts_with("import ")) {
        bail!("the glue imports other scripts, for which nothing would vouch");
    }
    let Some((code, "")) = glue.trim_end().split_once(EXPORT) else {
        bail!("the glue does not end with `{EXPORT}`: wasm-bindgen has changed");
    };
    Ok(without_comments(code) + &without_comments(start))
}

/// The script that asks for the WebAssembly, with its name and hash.
pub fn ahead(script: &str, module: &str, integrity: &str) -> Result<String> {
    if !(script.contains("{{module}}") && script.contains("{{integrity}}")) {
        bail!("public/ahead.js has no place for the WebAssembly's name and hash");
    }
    Ok(without_comments(&script.replace("{{module}}", module).replace("{{integrity}}", integrity)))
}

/// Leptos links a setter of markup in for attributes whose type it has forgotten. The app has none that sets markup, so it
/// is never called: in both files an error takes its place.
pub fn without_markup(glue: &str, module: &mut [u8]) -> Result<String> {
    let (name, other) = SETTER;
    let places: Vec<usize> = (0..module.len()).filter(|place| module[*place..].starts_with(name.as_bytes())).collect();
    if places.len() != glue.matches(name).count() {
        bail!("the glue and the WebAssembly do not agree on {name}");
    }
    for place in places {
        module[place..place + other.len()].copy_from_slice(other.as_bytes());
    }
    Ok(glue.replace(name, other).replace(SETTING.0, SETTING.1))
}

/// Comments that have a line of their own are for those who read the source; some tell the names of our types.
fn without_comments(code: &str) -> String {
    let lines = code.lines().filter(|line| !line.is_empty() && !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use crate::seal::script::{EXPORT, ahead, sealed, without_markup};

    fn seal(glue: &str) -> String {
        sealed(glue, "// Starts.\ngo();\n").unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn the_start_stands_where_the_glue_ended() {
        let glue = format!("let wasm;\n\n    // Of `Closure<Secret>`.\nf();\n\n{EXPORT}\n");
        assert_eq!(seal(&glue), "let wasm;\nf();\ngo();\n");
    }

    #[test]
    fn glue_that_is_not_known_is_refused() {
        assert!(seal("let wasm;\nexport default init;").contains("wasm-bindgen has changed"));
        assert!(seal(&format!("{EXPORT}\nmore();")).contains("wasm-bindgen has changed"));
        assert!(seal(&format!("import {{ a }} from './snippets/a.js';\n{EXPORT}")).contains("imports other scripts"));
    }

    #[test]
    fn the_module_is_asked_for_by_its_name_and_hash() {
        let asked = ahead("// Asks.\ngo(\"{{module}}\", \"{{integrity}}\");\n", "a.wasm", "sha384-b");
        assert_eq!(asked.ok().as_deref(), Some("go(\"a.wasm\", \"sha384-b\");\n"));
        assert!(ahead("go(\"{{module}}\");", "a", "b").is_err());
    }

    #[test]
    fn no_text_becomes_markup() {
        let glue =
            "__wbg_set_innerHTML_1: function(arg0, arg1, arg2) {\narg0.innerHTML = getStringFromWasm0(arg1, arg2);\n},";
        let mut module = b"\0asm__wbg_set_innerHTML_1\0".to_vec();
        let sealed = without_markup(glue, &mut module).expect("both name it once");
        assert_eq!(
            sealed,
            "__wbg_set_no_markup_1: function(arg0, arg1, arg2) {\nthrow new Error(\"no text becomes markup\");\n},"
        );
        assert_eq!(module, b"\0asm__wbg_set_no_markup_1\0");
        assert!(without_markup(glue, &mut module).is_err(), "they must agree");
    }
}
