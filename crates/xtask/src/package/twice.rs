//! Whether the same commit makes the same bytes: everything is made once more, in another folder, from nothing.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{command, output, workspace};

/// Makes everything in a fresh clone, and compares its checksums with those in `folder`. The tools are the same; where they
/// are, and everything that is built with them, is not.
pub fn compare(folder: &Path) -> Result<()> {
    let changed = command::read(command::host("git").args(["status", "--porcelain"]))?;
    if !changed.trim().is_empty() {
        bail!("only what is committed can be made twice; these files are not:\n{changed}");
    }
    let clone = Clone::new()?;
    let mut cargo = command::host("cargo");
    cargo.current_dir(&clone.0).args(["--locked", "xtask", "package"]);
    command::run(&mut cargo)?;
    let sums = |folder: &Path| {
        let path = folder.join("SHA256SUMS");
        std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let (first, second) = (sums(folder)?, sums(&clone.0.join("target/package"))?);
    if first != second {
        bail!("the same commit made other bytes. Here:\n{first}There:\n{second}");
    }
    output::line(format!("    made twice, the same bytes:\n{first}"));
    Ok(())
}

/// A clone of the commit in a folder of its own, which is taken away when it is dropped.
struct Clone(PathBuf);

impl Clone {
    fn new() -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("landscape-licensing-{}", std::process::id()));
        let mut git = command::host("git");
        command::read(git.args(["clone", "--quiet"]).arg(workspace::root()).arg(&folder))?;
        let clone = Self(folder);
        for (from, name) in [(workspace::tools(), ".tools"), (workspace::node_modules(), "node_modules")] {
            symlink(from, clone.0.join(name)).with_context(|| format!("linking {name}"))?;
        }
        Ok(clone)
    }
}

impl Drop for Clone {
    fn drop(&mut self) {
        // What is left of it, the system takes away.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
