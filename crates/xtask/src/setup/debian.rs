//! The Debian way: Debian's own compiler, and its standard library built for WebAssembly from Debian's source.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::setup::apt;
use crate::toolchain::{self, DEBIAN, DEBIAN_LIBRARY, TARGET};
use crate::{command, workspace};

const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"];
const SYSROOT: &str = "/usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml";

/// Installs Debian's compiler, builds the standard library into it and links it into rustup.
pub fn install() -> Result<()> {
    if !toolchain::has_standard_library(Path::new(DEBIAN_LIBRARY)) {
        apt::install(&PACKAGES)?;
        apt::install(&[&linker_package()?])?;
        install_standard_library(&build_standard_library()?)?;
    }
    if toolchain::has_rustup() {
        command::run(command::host("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))?;
    }
    Ok(())
}

/// The package of the linker that `rust-lld` stands for.
fn linker_package() -> Result<String> {
    let version = command::read(command::host("/usr/bin/rustc").arg("-vV"))?;
    let major = llvm_major(&version).context("`/usr/bin/rustc -vV` names no LLVM version")?;
    Ok(format!("lld-{major}"))
}

fn llvm_major(version: &str) -> Option<&str> {
    version.lines().find_map(|line| line.strip_prefix("LLVM version: "))?.split('.').next()
}

/// Builds into an empty folder, because stale libraries of another build clash; returns where they are.
fn build_standard_library() -> Result<PathBuf> {
    let folder = workspace::root().join("target/wasm-standard-library");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    let mut cargo = command::host("/usr/bin/cargo");
    cargo.args(["build", "--release", "--locked", "--manifest-path", SYSROOT, "--target", TARGET]);
    cargo.arg("--target-dir").arg(&folder);
    cargo.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo.env("RUSTFLAGS", "-Zforce-unstable-if-unmarked -Cembed-bitcode=yes");
    command::run(&mut cargo)?;
    Ok(folder.join(TARGET).join("release/deps"))
}

fn install_standard_library(folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    let libraries: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|it| it == "rlib")).collect();
    if libraries.is_empty() {
        bail!("the build left no libraries in {}", folder.display());
    }
    let mut install = apt::as_root("install")?;
    install.args(["-D", "-m", "644", "-t", DEBIAN_LIBRARY]).args(libraries);
    command::run(&mut install)
}

#[cfg(test)]
mod tests {
    use crate::setup::debian::llvm_major;

    #[test]
    fn the_linker_follows_the_compilers_llvm() {
        assert_eq!(llvm_major("rustc 1.96.0\nhost: x86_64\nLLVM version: 22.1.2\n"), Some("22"));
        assert_eq!(llvm_major("rustc 1.96.0\n"), None);
    }
}
