//! What was made is tried: the archive is unpacked as the guide says; the Debian package is looked through, installed into an
//! empty root, and purged from it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::package::NAME;
use crate::setup::apt;
use crate::tidy::files;
use crate::{command, output, workspace};

/// The page with the administrator's settings.
const PAGE: &str = "var/lib/landscape-licensing/index.html";
const SETTINGS: &str = "etc/landscape-licensing/settings.conf";

/// Has the package in `folder` looked through, and asks apt what it would do with it by the command of `docs/hosting.md`; then
/// installs it, changes a setting, installs it again, which keeps the setting, and purges it, which leaves nothing.
pub fn install_and_purge(folder: &Path, package: &Path) -> Result<()> {
    look_through(package)?;
    if command::find("apt-get").is_some() {
        follow_guide(folder, "apt-get", &[("sudo apt-get", "apt-get --simulate")])?;
    }
    if command::read(command::host("id").arg("-u"))?.trim() != "0" {
        output::line("    the package was not installed: only root may do that");
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

/// Unpacks the archive in `folder` as `docs/hosting.md` says, but for the place: below `target/`, without asking for root.
pub fn unpack(folder: &Path) -> Result<()> {
    let place = workspace::root().join("target/archive-trial");
    fs::create_dir_all(&place).with_context(|| format!("making {}", place.display()))?;
    follow_guide(folder, "sha256sum", &[("sudo ", ""), ("/srv", &place.to_string_lossy())])?;
    for file in ["dist/index.html", "deploy/apache/landscape-licensing.conf", "docs/hosting.md"] {
        let file = place.join(NAME).join(file);
        if !file.is_file() {
            bail!("the archive leaves no {}", file.display());
        }
    }
    fs::remove_dir_all(&place).with_context(|| format!("taking {} away", place.display()))
}

/// Runs the commands of `docs/hosting.md` that have `part` in them, with some texts in the place of others.
fn follow_guide(folder: &Path, part: &str, replaced: &[(&str, &str)]) -> Result<()> {
    let guide = fs::read_to_string(workspace::root().join("docs/hosting.md")).context("reading docs/hosting.md")?;
    let mut blocks = guide.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let commands = blocks.find(|block| block.contains(part));
    let commands = commands.with_context(|| format!("docs/hosting.md has no commands with {part}"))?;
    let commands = replaced.iter().fold(commands.to_owned(), |text, (from, to)| text.replace(from, to));
    command::read(command::host("sh").current_dir(folder).args(["-ec", &commands])).map(drop)
}

/// Has Debian's own checker look through the package; a warning is an error.
fn look_through(package: &Path) -> Result<()> {
    if command::find("lintian").is_none()
        && let Err(error) = apt::install(&["lintian"])
    {
        output::line(format!("    the package was not looked through by lintian: {error:#}"));
        return Ok(());
    }
    let mut lintian = command::host("lintian");
    command::run(lintian.args(["--allow-root", "--fail-on", "error,warning"]).arg(package))
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
