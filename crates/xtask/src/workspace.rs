//! Where things lie in the workspace.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The workspace's root folder.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let own = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = own.ancestors().nth(2).map(Path::to_path_buf);
        root.unwrap_or(own)
    });
    &ROOT
}

/// The release bundle.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Where `setup` installs programs that belong to this project alone.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// The languages that `setup` compiles for a browser of the tests.
pub fn locales() -> PathBuf {
    tools().join("locales")
}

/// The npm packages of package-lock.json.
pub fn node_modules() -> PathBuf {
    root().join("node_modules")
}
