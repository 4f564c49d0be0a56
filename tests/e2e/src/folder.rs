//! A folder of a test's own.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// An empty folder, which is taken away when it is dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Makes one, with `kind` in its name.
    ///
    /// # Panics
    /// When the system has no room for what is temporary.
    pub fn new(kind: &str) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = Self(std::env::temp_dir().join(format!("e2e-{kind}-{}-{number}", std::process::id())));
        fs::create_dir_all(&folder.0).expect("there is room for what is temporary");
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left of it, the system takes away.
        let _ = fs::remove_dir_all(&self.0);
    }
}
