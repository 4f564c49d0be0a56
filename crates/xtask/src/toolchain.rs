//! Which toolchain builds for WebAssembly.
//!
//! Ordinarily the active one, once rustup has added the target. Where rustup cannot download it, Debian's own compiler
//! with a standard library built from Debian's source: `setup` prepares it, and this module finds it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::command;

/// The target of the app.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows Debian's compiler.
pub const DEBIAN: &str = "debian";

/// Where Debian's compiler looks for the standard library of [`TARGET`].
pub const DEBIAN_LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// The ways to build for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain that is active anyway.
    Active,
    /// Debian's, linked into rustup.
    DebianByRustup,
    /// Debian's, on a machine without rustup.
    Debian,
}

impl Toolchain {
    /// Makes the program use this toolchain.
    pub fn apply(self, target: &mut Command) {
        match self {
            Self::Active => {}
            Self::DebianByRustup => {
                target.env("RUSTUP_TOOLCHAIN", DEBIAN);
            }
            Self::Debian => {
                target.env("PATH", command::search_path_with(Some(Path::new("/usr/bin"))));
            }
        }
    }

    /// What to call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Active => "the active toolchain",
            Self::DebianByRustup | Self::Debian => "Debian's toolchain",
        }
    }
}

/// The toolchain to use, or what to do when there is none.
pub fn find() -> Result<Toolchain> {
    if active_has_target() {
        return Ok(Toolchain::Active);
    }
    if !has_standard_library(Path::new(DEBIAN_LIBRARY)) {
        bail!("no Rust toolchain here has the target {TARGET}; run `cargo xtask setup`");
    }
    if !has_rustup() {
        return Ok(Toolchain::Debian);
    }
    if is_linked() {
        return Ok(Toolchain::DebianByRustup);
    }
    bail!("Debian's toolchain is not linked into rustup; run `cargo xtask setup`");
}

/// Whether the machine has rustup.
pub fn has_rustup() -> bool {
    command::find("rustup").is_some()
}

/// Whether `folder` holds a standard library.
pub fn has_standard_library(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| is_standard_library(&entry.file_name().to_string_lossy()))
}

/// Cargo gives the file no hash, and rustup's has one.
fn is_standard_library(name: &str) -> bool {
    let middle = name.strip_prefix("libstd").and_then(|rest| rest.strip_suffix(".rlib"));
    middle.is_some_and(|middle| middle.is_empty() || middle.starts_with('-'))
}

fn active_has_target() -> bool {
    let mut rustc = command::host("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]).stderr(Stdio::null());
    let folder = command::read(&mut rustc).map(|text| PathBuf::from(text.trim()));
    folder.is_ok_and(|folder| has_standard_library(&folder))
}

fn is_linked() -> bool {
    let list = command::read(command::host("rustup").args(["toolchain", "list"]));
    list.is_ok_and(|text| lists_debian(&text))
}

fn lists_debian(list: &str) -> bool {
    list.lines().any(|line| line.split_whitespace().next() == Some(DEBIAN))
}

#[cfg(test)]
mod tests {
    use crate::toolchain::{Toolchain, is_standard_library, lists_debian};

    #[test]
    fn the_standard_library_is_recognised_with_and_without_a_hash() {
        assert!(is_standard_library("libstd.rlib") && is_standard_library("libstd-43b4f6e2ee316a13.rlib"));
        assert!(!is_standard_library("libstd_detect-cd3218a6dca4694e.rlib") && !is_standard_library("libstd.so"));
    }

    #[test]
    fn a_linked_toolchain_is_recognised_by_its_whole_name() {
        assert!(lists_debian("stable-x86_64 (active, default)\ndebian\n"));
        assert!(lists_debian("debian (active)\n"));
        assert!(!lists_debian("debian-old\nstable\n"));
    }

    #[test]
    fn debians_toolchain_is_chosen_through_rustup_by_its_variable() {
        let mut command = std::process::Command::new("cargo");
        Toolchain::DebianByRustup.apply(&mut command);
        let expected = (std::ffi::OsStr::new("RUSTUP_TOOLCHAIN"), Some(std::ffi::OsStr::new("debian")));
        assert!(command.get_envs().any(|pair| pair == expected));
    }
}
