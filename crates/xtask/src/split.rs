//! Cuts the WebAssembly into what starts the app and what comes with the first visit of a page: along the functions of
//! src/app/page.rs that are marked for it.
//!
//! Trunk compiles; what it leaves of wasm-bindgen's work is replaced: the cut comes before wasm-bindgen, and Trunk has no
//! place for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use crate::toolchain::TARGET;
use crate::{command, workspace};

/// How the file of what starts the app is called at first.
pub const START: &str = "landscape-licensing-";
/// The script that loads the later parts: the glue imports it, and `seal` puts both into one.
pub const LOADER: &str = "./__wasm_split.js";

/// What the compiler's output may use. It says so itself, but in a section that the cut leaves out.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The WebAssembly, cut.
pub struct Split {
    /// The glue of wasm-bindgen.
    pub glue: String,
    /// What starts the app.
    pub module: Vec<u8>,
    /// The script that loads the later parts by their names.
    pub loader: String,
    /// Their names and contents.
    pub later: Vec<(String, Vec<u8>)>,
    /// Of each function that is marked for the cut, by the name of its part: the names of all that it needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// Cuts what was linked for the release.
pub fn linked() -> Result<Split> {
    let linked = workspace::target().join(TARGET).join("release/landscape-licensing.wasm");
    let linked = fs::read(&linked).with_context(|| format!("reading {}", linked.display()))?;
    let folder = folder();
    let _ = fs::remove_dir_all(&folder);
    let main = start();
    let mut options = Options::new(&linked);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LOADER;
    let split = transform(options).map_err(|report| anyhow!("cutting the WebAssembly: {report:#}"))?;
    let bound = folder.join("bound");
    let mut bindgen = command::host("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"]).arg(&bound).arg(&main);
    command::run(&mut bindgen)?;
    let later = split.split_modules.iter().map(|path| Ok((name_of(path), optimised(path)?)));
    let needs = split
        .prefetch_map
        .into_iter()
        .map(|(part, stems)| (part, stems.iter().map(|stem| format!("{stem}.wasm")).collect()));
    Ok(Split {
        glue: read(&bound.join("main.js"))?,
        module: optimised(&bound.join("main_bg.wasm"))?,
        loader: read(&folder.join(LOADER))?,
        later: later.collect::<Result<_>>()?,
        needs: needs.collect(),
    })
}

/// What starts the app, as it was cut, with its names.
pub fn start() -> PathBuf {
    folder().join("main.wasm")
}

fn folder() -> PathBuf {
    workspace::target().join("split")
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A module as small as wasm-opt can make it once it is compressed: what `-Oz` takes away, brotli would have saved.
fn optimised(path: &PathBuf) -> Result<Vec<u8>> {
    let small = path.with_extension("small.wasm");
    command::run(command::host("wasm-opt").args(FEATURES).arg("-O1").arg(path).arg("-o").arg(&small))?;
    fs::read(&small).with_context(|| format!("reading {}", small.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}
