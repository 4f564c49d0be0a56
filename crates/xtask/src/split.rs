//! Cuts the WebAssembly into what starts the app and what comes with the first visit of a page: along the functions of
//! src/app/page/parts.rs that are marked for it. And what starts the app into what a first visit of "Contracts" calls, and the
//! rest: along what `cargo xtask profile` has seen.
//!
//! Trunk compiles; what it leaves of wasm-bindgen's work is replaced: the cut comes before wasm-bindgen, and Trunk has no
//! place for it.

mod data;
#[cfg(test)]
mod example;
mod halves;
mod imports;
mod marks;
mod needed;
mod numbers;
mod order;
mod passed;
mod stand_ins;
mod whole;

pub use whole::names as function_names;

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use crate::split::halves::{Cut, Halves};
pub use crate::split::stand_ins::StandIns;
use crate::split::whole::Whole;
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
    /// What starts the app: what a first visit needs of it.
    pub module: Vec<u8>,
    /// The rest of it.
    pub rest: Vec<u8>,
    /// Who is there in place of the rest until it comes.
    pub stand_ins: StandIns,
    /// The script that loads the later parts by their names.
    pub loader: String,
    /// Their names and contents.
    pub later: Vec<(String, Vec<u8>)>,
    /// Of each function that is marked for the cut, by the name of its part: the names of all that it needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// Cuts what was linked for the release.
pub fn linked() -> Result<Split> {
    let bound = bound()?;
    let unneeded = needed::unneeded()?;
    let whole = Whole::read(&bound.start)?;
    let cut = Cut::new(&whole, |name| unneeded.contains(&needed::short(name)));
    let (first, rest) = cut.names();
    let is_elsewhere = |name: &str| rest.contains(name) || bound.later_names.contains(name);
    let is_left_out = |name: &str| is_elsewhere(name) && !first.contains(name);
    let data = data::used_by_others_alone(&bound.linked, &fs::read(start())?, is_left_out)?;
    let halves = cut.halves(&data)?;
    bound.with(halves)
}

/// The same, with all that starts the app in one piece, and telling `called` of each function when it is called.
pub fn marked() -> Result<Split> {
    let bound = bound()?;
    let marked = marks::marked(&bound.start)?;
    let halves = Cut::new(&Whole::read(&marked)?, |_| false).halves(&[])?;
    let mut split = bound.with(halves)?;
    split.glue = split.glue.replacen(marks::IMPORTS.0, marks::IMPORTS.1, 1);
    Ok(split)
}

/// Keeps which functions a first visit does without: all but those that were `called`, by what [`marked`] tells.
pub fn keep(called: &[usize]) -> Result<usize> {
    let mut names = marks::names(&fs::read(folder().join("bound/main_bg.wasm"))?)?;
    let needed: Vec<String> = called.iter().filter_map(|place| names.remove(place)).collect();
    needed::keep(&needed, names.into_values())
}

/// What was linked, cut along the functions that are marked for it, and what wasm-bindgen made of its start.
struct Bound {
    linked: Vec<u8>,
    start: Vec<u8>,
    /// What the functions of the later parts are called.
    later_names: HashSet<String>,
    /// All but the start, and its rest.
    split: Split,
}

impl Bound {
    /// With the start in two halves.
    fn with(self, halves: Halves) -> Result<Split> {
        let optimised = |name: &str, half: &[u8]| {
            let path = folder().join(name);
            fs::write(&path, half).with_context(|| format!("writing {name}"))?;
            optimised(&path)
        };
        let module = optimised("first.wasm", &halves.first)?;
        let rest = optimised("rest.wasm", &halves.rest)?;
        Ok(Split { module, rest, stand_ins: halves.stand_ins, ..self.split })
    }
}

fn bound() -> Result<Bound> {
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
    bindgen.args(["--target", "web", "--no-typescript", "--no-demangle", "--keep-lld-exports", "--out-dir"]);
    command::run(bindgen.arg(&bound).arg(&main))?;
    let mut later_names = HashSet::new();
    for path in &split.split_modules {
        later_names.extend(whole::names(&fs::read(path)?)?.into_values());
    }
    let later = split.split_modules.iter().map(|path| Ok((name_of(path), optimised(path)?)));
    let needs = split
        .prefetch_map
        .into_iter()
        .map(|(part, stems)| (part, stems.iter().map(|stem| format!("{stem}.wasm")).collect()));
    let module = bound.join("main_bg.wasm");
    let module = fs::read(&module).with_context(|| format!("reading {}", module.display()))?;
    let (glue, start) = imports::shortened(&read(&bound.join("main.js"))?, &module)?;
    Ok(Bound {
        later_names,
        start,
        split: Split {
            glue,
            module: Vec::new(),
            rest: Vec::new(),
            stand_ins: StandIns::default(),
            loader: read(&folder.join(LOADER))?,
            later: later.collect::<Result<_>>()?,
            needs: needs.collect(),
        },
        linked,
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

/// What wasm-opt does to a module. What `-Oz` takes away, brotli would have saved; and to leave zeros out of the data costs more
/// than the zeros do.
const PASSES: [&str; 5] =
    ["-O1", "--skip-pass=memory-packing", "--dae-optimizing", "--code-folding", "--reorder-locals"];

/// A module as small as it can be made once it is compressed.
fn optimised(path: &PathBuf) -> Result<Vec<u8>> {
    let small = path.with_extension("small.wasm");
    command::run(command::host("wasm-opt").args(FEATURES).arg(path).args(PASSES).arg("-o").arg(&small))?;
    order::ordered(&fs::read(&small).with_context(|| format!("reading {}", small.display()))?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}
