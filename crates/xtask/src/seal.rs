//! Seals the bundle that Trunk has left: what starts it is one script that the page vouches for by its hash, as it does for
//! the styles, and which vouches for the WebAssembly. One changed byte in any of them, and nothing starts.
//!
//! Trunk's own start is a script within the page, which the policy forbids, and whose import nothing vouches for.

mod audit;
mod integrity;
mod page;
mod script;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::headers;
use crate::seal::page::Start;

/// The start behind the glue of wasm-bindgen.
const START: &str = include_str!("../../../public/start.js");

/// Seals the bundle in `dist`, and looks for what must not be in it.
pub fn bundle(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let built = read(&index)?;
    let start = Start::find(&built)?;
    let (glue, wasm) = (dist.join(start.glue), dist.join(start.wasm));
    let (script, module) = without_markup(read(&glue)?, bytes(&wasm)?)?;
    let module_name = integrity::name(start.stem(), &module, "wasm");
    let script = script::sealed(&script, START, &module_name, &integrity::of(&module))?;
    let script_name = integrity::name(start.stem(), script.as_bytes(), "js");
    let page = page::sealed(
        &built,
        &start,
        &page::Parts {
            policy: &headers::policy_of_page()?,
            script: (&script_name, &integrity::of(script.as_bytes())),
            module: (&module_name, &integrity::of(&module)),
        },
    )?;
    std::fs::remove_file(&glue).and_then(|()| std::fs::remove_file(&wasm)).context("taking Trunk's files away")?;
    write(&dist.join(module_name), &module)?;
    write(&dist.join(script_name), script.as_bytes())?;
    write(&index, page.as_bytes())?;
    audit::bundle(dist)
}

/// The glue has a setter of markup for attributes that no view of the app has, since Leptos forgets their types. It ends
/// here: in its place stands an error, under another name of the same length in both files.
fn without_markup(glue: String, mut module: Vec<u8>) -> Result<(String, Vec<u8>)> {
    const SETTER: &str = "set_innerHTML_";
    const NOTHING: &str = "set_no_markup_";
    let glue = glue.replace(SETTER, NOTHING).replace("arg0.innerHTML = getStringFromWasm0(arg1, arg2);", script::THROW);
    let places: Vec<usize> =
        module.windows(SETTER.len()).enumerate().filter(|(_, it)| *it == SETTER.as_bytes()).map(|(at, _)| at).collect();
    if places.len() > 1 {
        bail!("the WebAssembly names {SETTER} {} times", places.len());
    }
    for place in places {
        module[place..place + NOTHING.len()].copy_from_slice(NOTHING.as_bytes());
    }
    Ok((glue, module))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    std::fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}
