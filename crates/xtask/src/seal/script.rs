//! The one script: the glue of wasm-bindgen, and the start behind it.

use anyhow::{Result, bail};

/// In the place of what the app never does.
pub const THROW: &str = "throw new Error(\"no text becomes markup\");";
/// The glue's last line.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// Puts `start` in the place of the glue's last line, with the WebAssembly's name and hash.
pub fn sealed(glue: &str, start: &str, module: &str, integrity: &str) -> Result<String> {
    if glue.lines().any(|line| line.starts_with("import ")) {
        bail!("the glue imports other scripts, for which nothing would vouch");
    }
    let Some((code, "")) = glue.trim_end().split_once(EXPORT) else {
        bail!("the glue does not end with `{EXPORT}`: wasm-bindgen has changed");
    };
    if !(start.contains("{{module}}") && start.contains("{{integrity}}")) {
        bail!("public/start.js has no place for the WebAssembly's name and hash");
    }
    let start = start.replace("{{module}}", module).replace("{{integrity}}", integrity);
    Ok(without_comments(code) + &without_comments(&start))
}

/// Comments that have a line of their own are for those who read the source; some tell the names of our types.
fn without_comments(code: &str) -> String {
    let lines = code.lines().filter(|line| !line.is_empty() && !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use crate::seal::script::{EXPORT, sealed};

    const START: &str = "// Starts.\ngo(\"{{module}}\", \"{{integrity}}\");\n";

    fn seal(glue: &str) -> String {
        sealed(glue, START, "./a.wasm", "sha384-b").unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn the_start_stands_where_the_glue_ended() {
        let glue = format!("let wasm;\n\n    // Of `Closure<Secret>`.\nf();\n\n{EXPORT}\n");
        assert_eq!(seal(&glue), "let wasm;\nf();\ngo(\"./a.wasm\", \"sha384-b\");\n");
    }

    #[test]
    fn glue_that_is_not_known_is_refused() {
        assert!(seal("let wasm;\nexport default init;").contains("wasm-bindgen has changed"));
        assert!(seal(&format!("{EXPORT}\nmore();")).contains("wasm-bindgen has changed"));
        assert!(seal(&format!("import {{ a }} from './snippets/a.js';\n{EXPORT}")).contains("imports other scripts"));
    }

    #[test]
    fn a_start_without_a_place_for_the_hash_is_refused() {
        assert!(sealed(EXPORT, "go(\"{{module}}\");", "a", "b").is_err());
    }
}
