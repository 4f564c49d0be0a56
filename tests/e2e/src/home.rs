//! The folders of the person before the screen, which are nobody else's.

use std::{
    fs,
    path::{Path, PathBuf},
};

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
        for folder in [home.downloads(), home.temporary()] {
            fs::create_dir_all(folder).expect("there is room for what is temporary");
        }
        let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
        fs::write(home.0.path().join("user-dirs.dirs"), folders).expect("there is room for what is temporary");
        home
    }

    /// What tells browsers of it, and of where their profile is to be: Chromium, which its driver ends, leaves ten
    /// megabytes of it behind each time.
    pub fn variables(&self) -> [(&'static str, String); 2] {
        let name = |folder: &Path| folder.to_string_lossy().into_owned();
        [("XDG_CONFIG_HOME", name(self.0.path())), ("TMPDIR", name(&self.temporary()))]
    }

    /// Where browsers save the files of pages.
    pub fn downloads(&self) -> PathBuf {
        self.0.path().join("downloads")
    }

    fn temporary(&self) -> PathBuf {
        self.0.path().join("tmp")
    }
}
