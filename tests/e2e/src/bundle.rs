//! A copy of the release build of a test's own, to be changed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use landscape_stub::{App, Config};

use crate::{
    folder::Folder,
    scenario::{Setup, config, run},
    world::World,
};

/// A copy, which is taken away when it is dropped.
#[derive(Debug)]
pub struct Bundle(Folder);

impl Bundle {
    /// Copies the release build.
    ///
    /// # Panics
    /// When there is none, or no room for it.
    pub fn copy() -> Self {
        let copy = Self(Folder::new("bundle"));
        for path in files(&built()) {
            let name = path.file_name().expect("a file has a name");
            fs::copy(&path, copy.folder().join(name)).expect("there is room for what is temporary");
        }
        copy
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Copies the release build, with a page that runs a script before its own.
    pub fn beginning_with(script: &str) -> Self {
        let copy = Self::copy();
        copy.write("before.js", script.as_bytes());
        copy.edit_page(|page| page.replacen("<script ", "<script src=\"./before.js\"></script>\n    <script ", 1));
        copy
    }

    /// The name of the only file whose name begins and ends so.
    ///
    /// # Panics
    /// When there is none.
    pub fn name(&self, beginning: &str, ending: &str) -> String {
        let name = self.names().into_iter().find(|name| name.starts_with(beginning) && name.ends_with(ending));
        name.unwrap_or_else(|| panic!("no file is called {beginning}…{ending}"))
    }

    /// The names of all files.
    pub fn names(&self) -> Vec<String> {
        let names = files(self.folder()).into_iter().filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
        names.collect()
    }

    /// The names of the modules that the app does not start with: the code of other pages.
    pub fn later_parts(&self) -> Vec<String> {
        let modules = self.names().into_iter().filter(|name| name.split('.').next_back() == Some("wasm"));
        modules.filter(|name| !name.starts_with("landscape-licensing-")).collect()
    }

    /// The name of the code that all pages need but those that come first: the largest that several have in common.
    ///
    /// # Panics
    /// When there is none.
    pub fn common_part(&self) -> String {
        let common = self.later_parts().into_iter().filter(|name| name.starts_with("chunk_"));
        common.max_by_key(|name| self.read(name).len()).expect("pages have code in common")
    }

    /// Reads a file.
    ///
    /// # Panics
    /// When there is none.
    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder().join(name)).expect("the file is there")
    }

    /// Writes a file anew.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, name: &str, content: &[u8]) {
        fs::write(self.folder().join(name), content).expect("there is room for what is temporary");
    }

    /// Makes a folder, with a file in it.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn make_folder(&self, name: &str) {
        fs::create_dir_all(self.folder().join(name)).expect("there is room for what is temporary");
        self.write(&format!("{name}/file.txt"), b"a file");
    }

    /// Takes a file away.
    ///
    /// # Panics
    /// When there is none.
    pub fn remove(&self, name: &str) {
        fs::remove_file(self.folder().join(name)).expect("the file is there");
    }

    /// Gives a file another name.
    ///
    /// # Panics
    /// When there is none.
    pub fn rename(&self, name: &str, other: &str) {
        fs::rename(self.folder().join(name), self.folder().join(other)).expect("the file is there");
    }

    /// Changes the page.
    pub fn edit_page(&self, edit: impl FnOnce(String) -> String) {
        let page = String::from_utf8_lossy(&self.read("index.html")).into_owned();
        self.write("index.html", edit(page).as_bytes());
    }

    /// Moves the app to a prefix, as `docs/settings.md` says.
    pub fn move_to(&self, prefix: &str) {
        self.edit_page(|page| page.replace("<base href=\"/licensing/\"", &format!("<base href=\"{prefix}\"")));
    }

    /// Changes the lowest bit of the byte in the middle of a file.
    pub fn flip(&self, name: &str) {
        let mut content = self.read(name);
        let middle = content.len() / 2;
        content[middle] ^= 1;
        self.write(name, &content);
    }

    /// Lets the page take a script whatever it holds.
    pub fn trust(&self, name: &str) {
        self.edit_page(|page| {
            let lines = page.lines().map(|line| match line.split_once(" integrity=") {
                Some((before, _)) if line.contains(name) => format!("{before}></script>\n"),
                _ => format!("{line}\n"),
            });
            lines.collect()
        });
    }

    /// Runs a test on it, in a browser with an empty profile, against a stand-in with the demo data.
    pub fn scenario(&self, test: impl AsyncFnOnce(&World)) {
        run(&Setup::default(), self.config(Setup::default()), test);
    }

    /// The same, from a host that sets no headers.
    pub fn scenario_without_headers(&self, test: impl AsyncFnOnce(&World)) {
        let config = Config { leaves_headers_out: true, ..self.config(Setup::default()) };
        run(&Setup::default(), config, test);
    }

    fn config(&self, setup: Setup) -> Config {
        let app = App { dist: self.folder().to_path_buf(), prefix: setup.prefix.to_owned() };
        Config { app: Some(app), ..config(setup) }
    }
}

/// Where the release build is.
///
/// # Panics
/// When `cargo xtask e2e` has not said.
pub(crate) fn built() -> PathBuf {
    let dist = std::env::var_os("E2E_DIST").map(PathBuf::from);
    dist.expect("E2E_DIST names the directory of the release build; `cargo xtask e2e` sets it")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("there is a release build");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.sort();
    paths
}
