//! The checksums of what was made, as `sha256sum --check` reads them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Writes them beside the files.
pub fn write(folder: &Path, files: &[PathBuf]) -> Result<PathBuf> {
    let mut lines = String::new();
    for path in files {
        let content = std::fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        lines += &line(&content, &name);
    }
    let sums = folder.join("SHA256SUMS");
    std::fs::write(&sums, lines).with_context(|| format!("writing {}", sums.display()))?;
    Ok(sums)
}

fn line(content: &[u8], name: &str) -> String {
    format!("{:x}  {name}\n", Sha256::digest(content))
}

#[cfg(test)]
mod tests {
    use crate::package::checksums::line;

    #[test]
    fn a_line_is_as_sha256sum_writes_it() {
        let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n";
        assert_eq!(line(b"", "a"), of_nothing);
    }
}
