//! Which functions a first visit of "Contracts" does without: what `cargo xtask profile` has seen, by their names.
//!
//! A function that is not known stays with those that are needed: all works without it, and the bundle grows.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace;

/// The functions that a first visit does without, by their short names.
pub fn unneeded() -> Result<HashSet<String>> {
    let path = file();
    let kept = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    Ok(kept.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect())
}

/// A name as it is kept: the first eight digits of its hash. Names are long, and there are thousands.
pub fn short(mangled: &str) -> String {
    let hash = Sha256::digest(plain(mangled)).iter().take(4).fold(0_u32, |hash, byte| (hash << 8) | u32::from(*byte));
    format!("{hash:08x}")
}

/// A name as the source tells it, without what tells two builds or two copies apart.
fn plain(mangled: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let without_copy = name.rsplit_once('.').filter(|(_, copy)| copy.bytes().all(|byte| byte.is_ascii_digit()));
    without_copy.map_or(name.as_str(), |(name, _)| name).to_owned()
}

/// Keeps the functions that were not needed, and says how many they are.
pub fn keep(needed: &[String], others: impl Iterator<Item = String>) -> Result<usize> {
    let needed: HashSet<String> = needed.iter().map(|name| short(name)).collect();
    let others = others.filter(|name| !name.is_empty());
    let mut lines: Vec<String> = others.map(|name| short(&name)).filter(|name| !needed.contains(name)).collect();
    lines.sort();
    lines.dedup();
    let head = "# What a first visit does without: written by `cargo xtask profile`, see src/split/needed.rs.";
    let path = file();
    fs::write(&path, format!("{head}\n{}\n", lines.join("\n")))
        .with_context(|| format!("writing {}", path.display()))?;
    Ok(lines.len())
}

fn file() -> PathBuf {
    workspace::root().join("crates/xtask/src/split/unneeded.txt")
}

#[cfg(test)]
mod tests {
    use crate::split::needed::{plain, short};

    #[test]
    fn a_name_is_the_same_in_another_build_and_for_each_copy() {
        let mangled = "_RNvCskwGfYPst2Cb_3foo16example_function";
        assert_eq!(plain(mangled), "foo::example_function");
        assert_eq!(plain(&format!("{mangled}.42")), "foo::example_function");
        assert_eq!(short(mangled), short("_RNvCsaaaaaaaaaaa_3foo16example_function"));
        assert_eq!(short("main").len(), 8);
    }
}
