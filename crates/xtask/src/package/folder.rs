//! A folder as it is to be installed: which file goes where, and with which rights.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tidy::files;
use crate::workspace;

/// One file: its path, its content, and whether it is a program.
pub struct Entry {
    pub path: String,
    pub content: Vec<u8>,
    pub is_program: bool,
}

impl Entry {
    /// A file that is made here.
    pub fn made(path: &str, content: impl Into<Vec<u8>>) -> Self {
        Self { path: path.to_owned(), content: content.into(), is_program: false }
    }

    /// A file of the workspace, at another path.
    pub fn copied(from: &str, path: &str) -> Result<Self> {
        Ok(Self::made(path, read(&workspace::root().join(from))?))
    }

    /// The same as a program.
    pub fn program(self) -> Self {
        Self { is_program: true, ..self }
    }

    /// Its rights.
    pub fn mode(&self) -> u32 {
        if self.is_program { 0o755 } else { 0o644 }
    }
}

/// All files below a folder of the workspace, at other paths, sorted; but for hidden folders, where Trunk works.
pub fn copied(from: &str, path: &str) -> Result<Vec<Entry>> {
    let folder = workspace::root().join(from);
    let entry = |file: &PathBuf| {
        let name = file.strip_prefix(&folder).unwrap_or(file).display();
        let rights = std::fs::metadata(file).with_context(|| format!("reading {}", file.display()))?.permissions();
        let is_program = rights.mode() & 0o111 != 0;
        Ok(Entry { is_program, ..Entry::made(&format!("{path}/{name}"), read(file)?) })
    };
    let is_shown = |file: &&PathBuf| {
        let path = file.strip_prefix(&folder).unwrap_or(file);
        !path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
    };
    files::below(&folder).iter().filter(is_shown).map(entry).collect()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("reading {}", path.display()))
}
