//! The folders of the person before the screen, which are nobody else's.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

/// A new home, which is taken away when it is dropped.
#[derive(Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    /// Moves in.
    ///
    /// # Panics
    /// When the system has no room for what is temporary.
    pub fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("e2e-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let home = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(home.downloads()).expect("there is room for what is temporary");
        let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
        fs::write(home.0.join("user-dirs.dirs"), folders).expect("there is room for what is temporary");
        home
    }

    /// What tells browsers of it.
    pub fn variable(&self) -> (&'static str, String) {
        ("XDG_CONFIG_HOME", self.0.to_string_lossy().into_owned())
    }

    /// Where browsers save the files of pages.
    pub fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // What is left of it, the system takes away.
        let _ = fs::remove_dir_all(&self.0);
    }
}
