//! The Debian package is tried: installed into an empty root, and purged from it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::tidy::files;
use crate::{command, output, workspace};

/// The page with the administrator's settings.
const PAGE: &str = "var/lib/landscape-licensing/index.html";
const SETTINGS: &str = "etc/landscape-licensing/settings.conf";

/// Installs `package`, changes a setting, installs it again, which keeps the setting, and purges it, which leaves nothing.
pub fn install_and_purge(package: &Path) -> Result<()> {
    if command::read(command::host("id").arg("-u"))?.trim() != "0" {
        output::line("    the package was not tried: only root may install one");
        return Ok(());
    }
    let root = workspace::root().join("target/package-trial");
    prepare(&root)?;
    dpkg(&root, "--install", package.as_os_str())?;
    let settings = root.join(SETTINGS);
    let text = fs::read_to_string(&settings).context("the package has no settings")?;
    fs::write(&settings, text.replace("prefix = /licensing/", "prefix = /a/b/")).context("changing a setting")?;
    dpkg(&root, "--install", package.as_os_str())?;
    let page = fs::read_to_string(root.join(PAGE)).context("the package has no page")?;
    if !page.contains("<base href=\"/a/b/\"") {
        bail!("an upgrade does not keep the settings");
    }
    dpkg(&root, "--purge", "landscape-licensing".as_ref())?;
    let left = files::below(&root).into_iter().filter(|path| !path.starts_with(root.join("var/lib/dpkg")));
    let left: Vec<PathBuf> = left.filter(|path| !path.starts_with(root.join("var/log"))).collect();
    if !left.is_empty() || root.join("usr/share/landscape-licensing").exists() {
        bail!("a purge leaves {left:?}");
    }
    fs::remove_dir_all(&root).with_context(|| format!("taking {} away", root.display()))
}

/// An empty root in which dpkg can work.
fn prepare(root: &Path) -> Result<()> {
    if root.exists() {
        fs::remove_dir_all(root).with_context(|| format!("emptying {}", root.display()))?;
    }
    for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates", "var/log"] {
        fs::create_dir_all(root.join(folder)).with_context(|| format!("making {folder}"))?;
    }
    for file in ["status", "available"] {
        fs::write(root.join("var/lib/dpkg").join(file), "").with_context(|| format!("making {file}"))?;
    }
    Ok(())
}

/// The scripts run here and not in the root, which has no programs; they find it by `DPKG_ROOT`.
fn dpkg(root: &Path, action: &str, what: &std::ffi::OsStr) -> Result<()> {
    let mut dpkg = command::host("dpkg");
    dpkg.arg("--root").arg(root).args(["--force-script-chrootless", "--force-confold", action]).arg(what);
    dpkg.env("DEBIAN_FRONTEND", "noninteractive");
    command::read(&mut dpkg).map(drop)
}
