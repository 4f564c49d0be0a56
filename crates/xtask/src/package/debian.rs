//! The Debian package: the same files, where Debian wants them. `dpkg-deb` packs them, and takes every time from
//! `SOURCE_DATE_EPOCH`.

use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command;
use crate::package::folder::{self, Entry};
use crate::package::{NAME, Release};

const SHARE: &str = "usr/share/landscape-licensing";
const DOCUMENTS: &str = "usr/share/doc/landscape-licensing";
/// What an upgrade leaves as the administrator has it.
const SETTINGS: [&str; 3] = [
    "etc/apache2/conf-available/landscape-licensing.conf",
    "etc/landscape-licensing/settings.conf",
    "etc/nginx/snippets/landscape-licensing.conf",
];

/// Writes it into `folder`.
pub fn write(folder: &Path, release: &Release) -> Result<PathBuf> {
    let stage = folder.join("debian");
    for entry in entries(release)? {
        put(&stage, &entry)?;
    }
    // The page with the administrator's settings, which the script writes from the one beside it.
    let page = stage.join(SHARE).join("dist/index.html");
    std::fs::rename(&page, stage.join(SHARE).join("index.html")).context("moving index.html")?;
    symlink("/var/lib/landscape-licensing/index.html", &page).context("linking index.html")?;
    make_folder(&stage.join("var/lib/landscape-licensing"))?;
    let package = folder.join(format!("{NAME}_{}_all.deb", release.version));
    let mut build = command::host("dpkg-deb");
    build.env("SOURCE_DATE_EPOCH", release.time.to_string());
    build.args(["--root-owner-group", "-Zxz", "--build"]).arg(&stage).arg(&package);
    command::read(&mut build)?;
    std::fs::remove_dir_all(&stage).with_context(|| format!("taking {} away", stage.display()))?;
    Ok(package)
}

fn entries(release: &Release) -> Result<Vec<Entry>> {
    let mut entries = folder::copied("dist", &format!("{SHARE}/dist"))?;
    let places = [
        ("deploy/apache/landscape-licensing.conf", SETTINGS[0]),
        ("deploy/debian/settings.conf", SETTINGS[1]),
        ("deploy/nginx/landscape-licensing.conf", SETTINGS[2]),
    ];
    for (from, path) in places {
        entries.push(Entry::copied(from, path)?);
    }
    for server in ["caddy", "haproxy"] {
        entries.extend(folder::copied(&format!("deploy/{server}"), &format!("{DOCUMENTS}/examples/{server}"))?);
    }
    for document in ["hosting.md", "settings.md", "user-guide.md"] {
        entries.push(Entry::copied(&format!("docs/{document}"), &format!("{DOCUMENTS}/{document}"))?);
    }
    let program = "usr/sbin/landscape-licensing-settings";
    entries.push(Entry::copied("deploy/debian/landscape-licensing-settings", program)?.program());
    let manual = std::fs::read(crate::workspace::root().join("deploy/debian/landscape-licensing-settings.8"));
    let manual = gzipped(&manual.context("reading the manual page")?)?;
    entries.push(Entry::made("usr/share/man/man8/landscape-licensing-settings.8.gz", manual));
    entries.push(Entry::copied("deploy/debian/copyright", &format!("{DOCUMENTS}/copyright"))?);
    entries.push(Entry::made(&format!("{DOCUMENTS}/changelog.gz"), gzipped(changelog(release)?.as_bytes())?));
    entries.push(Entry::made(&format!("{DOCUMENTS}/{NAME}.cdx.json"), release.bill.as_str()));
    for script in ["postinst", "postrm"] {
        entries.push(Entry::copied(&format!("deploy/debian/{script}"), &format!("DEBIAN/{script}"))?.program());
    }
    let control = include_str!("../../../../deploy/debian/control").replace("{{version}}", release.version);
    let size: usize = entries.iter().map(|entry| entry.content.len().div_ceil(1024)).sum();
    entries.push(Entry::made("DEBIAN/control", control.replace("{{size}}", &size.to_string())));
    let settings: String = SETTINGS.iter().flat_map(|path| ["/", *path, "\n"]).collect();
    entries.push(Entry::made("DEBIAN/conffiles", settings));
    Ok(entries)
}

/// Debian's form of it; what changed is told in CHANGELOG.md.
fn changelog(release: &Release) -> Result<String> {
    let mut date = command::host("date");
    date.env("LC_ALL", "C").args(["--utc", "--rfc-email", &format!("--date=@{}", release.time)]);
    let date = command::read(&mut date)?;
    let version = release.version;
    let maintainer = "Landscape licensing authors <maintainers@example.org>";
    Ok(format!(
        "{NAME} ({version}) stable; urgency=medium\n\n  * Release {version}.\n\n -- {maintainer}  {}\n",
        date.trim()
    ))
}

fn gzipped(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn put(stage: &Path, entry: &Entry) -> Result<()> {
    let path = stage.join(&entry.path);
    make_folder(path.parent().unwrap_or(stage))?;
    std::fs::write(&path, &entry.content).with_context(|| format!("writing {}", path.display()))?;
    set_mode(&path, entry.mode())
}

/// Makes a folder and those above it, whatever the rights of new ones are here.
fn make_folder(path: &Path) -> Result<()> {
    if path.exists() {
        return Ok(());
    }
    make_folder(path.parent().context("a folder is in another")?)?;
    std::fs::create_dir(path).with_context(|| format!("making {}", path.display()))?;
    set_mode(path, 0o755)
}

fn set_mode(path: &Path, mode: u32) -> Result<()> {
    let rights = std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(path, rights).with_context(|| format!("setting the rights of {}", path.display()))
}
