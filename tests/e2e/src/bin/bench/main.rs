//! Measures how fast the app is, beside a page by hand and one of React with TanStack: `bench FOLDER ROUNDS [FILTER]`. The
//! folder has what `cargo xtask bench` has built, and gets `bench.json` where everything is measured.

mod input;
mod large;
mod memory;
mod pages;
mod parse;
mod start;
mod table;

use std::{env, path::PathBuf, process::ExitCode};

use serde_json::{Map, Value};
use tokio::runtime::Builder;

use crate::table::Section;

/// What a measurement needs to know.
pub struct Bench {
    /// Where the pages to compare with are.
    folder: PathBuf,
    /// How often everything is measured.
    rounds: usize,
}

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("the first argument is the folder of the pages"));
    let rounds = arguments.next().and_then(|rounds| rounds.parse().ok()).expect("the second says how often");
    let filter = arguments.next().unwrap_or_default();
    let bench = Bench { folder, rounds };
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("there are threads");
    let is_wanted = |name: &str| name.contains(&filter);
    let sections = runtime.block_on(async {
        let mut sections = Vec::new();
        if is_wanted("start") {
            sections.extend(start::measure(&bench).await);
        }
        if is_wanted("large") {
            sections.extend(large::measure(&bench).await);
        }
        if is_wanted("parse") {
            sections.push(parse::measure(&bench).await);
        }
        if is_wanted("input") {
            sections.push(input::measure(&bench).await);
        }
        if is_wanted("memory") {
            sections.push(memory::measure().await);
        }
        sections
    });
    assert!(!sections.is_empty(), "nothing has {filter:?} in its name");
    tell(&sections);
    if filter.is_empty() {
        keep(&bench, &sections);
    }
    ExitCode::SUCCESS
}

#[expect(clippy::print_stdout, reason = "the tables are the result")]
fn tell(sections: &[Section]) {
    let tables: Vec<String> = sections.iter().map(ToString::to_string).collect();
    println!("{}", tables.join("\n"));
}

/// All of them, for programs.
#[expect(clippy::print_stdout, reason = "whoever reads the tables may want it")]
fn keep(bench: &Bench, sections: &[Section]) {
    let json: Map<String, Value> = sections.iter().map(|it| (it.title.clone(), it.json())).collect();
    let file = bench.folder.join("bench.json");
    let text = format!("{:#}\n", Value::Object(json));
    std::fs::write(&file, text).expect("there is room for the figures");
    println!("{} has the figures.", file.display());
}
