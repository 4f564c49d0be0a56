//! The files that the rules look at.

use std::path::{Path, PathBuf};

/// A file's path from the workspace's root, and its text.
pub struct File {
    /// With `/` between its parts.
    pub path: String,
    /// All of it.
    pub text: String,
}

/// All files below `folder`, sorted; none where there is no such folder.
pub fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// The project's Rust.
pub fn rust(root: &Path) -> Vec<File> {
    let folders = ["src", "crates", "tests"];
    folders.iter().flat_map(|folder| read_below(root, folder)).filter(|file| has_extension(file, "rs")).collect()
}

/// The project's style sheets.
pub fn styles(root: &Path) -> Vec<File> {
    read_below(root, "style").into_iter().filter(|file| has_extension(file, "scss")).collect()
}

/// The documents, in the root and in docs/.
pub fn documents(root: &Path) -> Vec<File> {
    let in_root = std::fs::read_dir(root).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = in_root.filter(|path| path.is_file()).collect();
    paths.sort();
    paths.extend(below(&root.join("docs")));
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.iter().filter_map(|path| read(root, path)).collect()
}

/// The paths of all files below `folder`, from the root.
pub fn paths(root: &Path, folder: &str) -> Vec<String> {
    below(&root.join(folder)).iter().map(|path| relative(root, path)).collect()
}

fn read_below(root: &Path, folder: &str) -> Vec<File> {
    below(&root.join(folder)).iter().filter_map(|path| read(root, path)).collect()
}

/// A file of text; none where it is something else.
fn read(root: &Path, path: &Path) -> Option<File> {
    Some(File { path: relative(root, path), text: std::fs::read_to_string(path).ok()? })
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn has_extension(file: &File, extension: &str) -> bool {
    Path::new(&file.path).extension().is_some_and(|it| it == extension)
}
