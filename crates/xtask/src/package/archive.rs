//! The archive: `landscape-licensing-0.1.0.tar.gz`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::package::folder::{self, Entry};
use crate::package::{NAME, Release};

/// What goes along with the app and the web servers' files.
const DOCUMENTS: [&str; 6] =
    ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "docs/hosting.md", "docs/settings.md", "docs/user-guide.md"];

/// Writes it into `folder`.
pub fn write(folder: &Path, release: &Release) -> Result<PathBuf> {
    let root = format!("{NAME}-{}", release.version);
    let mut entries = folder::copied("dist", &format!("{root}/dist"))?;
    entries.extend(folder::copied("deploy", &format!("{root}/deploy"))?);
    for document in DOCUMENTS {
        entries.push(Entry::copied(document, &format!("{root}/{document}"))?);
    }
    entries.extend(folder::copied("docs/images", &format!("{root}/docs/images"))?);
    entries.push(Entry::made(&format!("{root}/{NAME}.cdx.json"), release.bill.as_str()));
    let path = folder.join(format!("{root}.tar.gz"));
    std::fs::write(&path, packed(entries, release.time)?).with_context(|| format!("writing {}", path.display()))?;
    Ok(path)
}

/// The same entries make the same bytes: sorted, of nobody, all of one time.
fn packed(mut entries: Vec<Entry>, time: u64) -> Result<Vec<u8>> {
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::best()));
    for entry in entries {
        let mut header = tar::Header::new_ustar();
        header.set_size(entry.content.len() as u64);
        header.set_mode(entry.mode());
        header.set_mtime(time);
        header.set_uid(0);
        header.set_gid(0);
        archive.append_data(&mut header, &entry.path, entry.content.as_slice())?;
    }
    Ok(archive.into_inner()?.finish()?)
}

#[cfg(test)]
mod tests {
    use crate::package::archive::packed;
    use crate::package::folder::Entry;

    #[test]
    fn the_same_files_make_the_same_bytes_in_any_order() {
        let one = || Entry::made("a/one", "1");
        let two = || Entry::made("a/two", "2").program();
        let packed = |entries| packed(entries, 1_795_446_000).expect("memory can be written");
        assert_eq!(packed(vec![one(), two()]), packed(vec![two(), one()]));
        assert_ne!(packed(vec![one()]), packed(vec![two()]));
    }
}
