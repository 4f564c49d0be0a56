//! The folders of the person before the screen, which are nobody else's.

use std::{fs, path::PathBuf};

use crate::folder::Folder;

/// A new home, which is taken away when it is dropped.
#[derive(Debug)]
pub(crate) struct Home(Folder);

impl Home {
    /// Moves in.
    ///
    /// # Panics
    /// When the system has no room for what is temporary.
    pub fn new() -> Self {
        let home = Self(Folder::new("home"));
        fs::create_dir_all(home.downloads()).expect("there is room for what is temporary");
        let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
        fs::write(home.0.path().join("user-dirs.dirs"), folders).expect("there is room for what is temporary");
        home
    }

    /// What tells browsers of it.
    pub fn variable(&self) -> (&'static str, String) {
        ("XDG_CONFIG_HOME", self.0.path().to_string_lossy().into_owned())
    }

    /// Where browsers save the files of pages.
    pub fn downloads(&self) -> PathBuf {
        self.0.path().join("downloads")
    }
}
