//! `cargo xtask package`: what administrators install, in `target/package/`. The same commit makes the same bytes.

mod archive;
mod bill;
mod checksums;
mod debian;
mod folder;
mod trial;
mod twice;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::cli::PackageOptions;
use crate::setup::{self, Extent};
use crate::{build, command, output, parts, workspace};

/// The name of everything that is installed.
const NAME: &str = "landscape-licensing";

/// What goes into every package.
struct Release {
    version: &'static str,
    /// Seconds since 1970: when the commit was made. Every file has this time, so that a web server tells releases apart.
    time: u64,
    /// The bill of materials.
    bill: String,
}

/// Builds the bundle unless told otherwise, and everything that is installed; twice, where that is asked for.
pub fn run(options: &PackageOptions) -> Result<()> {
    if options.no_build {
        setup::run(Extent::Build)?;
        build::check_bundle()?;
    } else {
        build::run()?;
    }
    let folder = workspace::root().join("target/package");
    output::step("package: archive, Debian package, bill of materials, checksums", || {
        let made = write(&folder)?;
        let names = made.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        Ok(format!("in {}: {}", folder.display(), names.collect::<Vec<_>>().join(", ")))
    })?;
    if options.twice {
        output::step("package: the same once more, in another folder", || {
            twice::compare(&folder).map(|()| "the same bytes".to_owned())
        })?;
    }
    Ok(())
}

/// Writes everything into `folder`, which is emptied, and says what.
fn write(folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let release = Release::of_commit()?;
    let bill = folder.join(format!("{NAME}-{}.cdx.json", release.version));
    std::fs::write(&bill, &release.bill).with_context(|| format!("writing {}", bill.display()))?;
    let mut made = vec![archive::write(folder, &release)?, bill];
    if command::find("dpkg-deb").is_some() {
        let package = debian::write(folder, &release)?;
        trial::install_and_purge(folder, &package)?;
        made.push(package);
    } else {
        output::line("    no Debian package: this system has no dpkg-deb");
    }
    made.push(checksums::write(folder, &made)?);
    trial::unpack(folder)?;
    Ok(made)
}

impl Release {
    fn of_commit() -> Result<Self> {
        let time = command::read(command::host("git").args(["log", "-1", "--format=%ct"]))?;
        let time = time.trim().parse().context("git tells no time of the commit")?;
        let version = env!("CARGO_PKG_VERSION");
        Ok(Self { version, time, bill: bill::of_materials(version, &parts::all()?)? })
    }
}
