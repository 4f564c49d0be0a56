//! Beside each file of the bundle that is worth it, its compressed forms: `app-0123456789abcdef.js.br` and `….js.gz`.
//!
//! The page has none: whoever hosts the app changes its settings there, and a sibling would still say what was before.

use std::path::Path;

use anyhow::{Context, Result, bail};
use compression::Encoding;

use crate::tidy::files;

/// Endings of the files that have siblings. The letters are compressed already.
const COMPRESSED: [&str; 5] = ["css", "js", "svg", "txt", "wasm"];

/// Writes them into `dist`, and makes sure that each is what it stands for.
pub fn write(dist: &Path) -> Result<()> {
    for path in files::below(dist).iter().filter(|path| is_compressed(path)) {
        let content = std::fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        for encoding in Encoding::ALL {
            let packed = encoding.pack(&content)?;
            if encoding.unpack(&packed)? != content {
                bail!("{} is another file once it is unpacked ({encoding:?})", path.display());
            }
            let sibling = format!("{}.{}", path.display(), encoding.ending());
            std::fs::write(&sibling, packed).with_context(|| format!("writing {sibling}"))?;
        }
    }
    Ok(())
}

/// Whether a file of the bundle is a sibling of another.
pub fn is_one(path: &Path) -> bool {
    Encoding::ALL.iter().any(|encoding| has_ending(path, encoding.ending()))
}

fn is_compressed(path: &Path) -> bool {
    COMPRESSED.iter().any(|ending| has_ending(path, ending))
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it == ending)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use compression::Encoding;

    use crate::siblings::{is_one, write};

    #[test]
    fn what_is_worth_it_has_siblings_and_the_page_has_none() {
        let dist = std::env::temp_dir().join(format!("xtask-siblings-{}", std::process::id()));
        std::fs::create_dir_all(&dist).expect("there is room for what is temporary");
        for name in ["index.html", "a.js", "b.woff2"] {
            std::fs::write(dist.join(name), "the content").expect("there is room for what is temporary");
        }
        write(&dist).expect("they can be written");
        let entries = std::fs::read_dir(&dist).expect("it is there").flatten();
        let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        assert_eq!(names, ["a.js", "a.js.br", "a.js.gz", "b.woff2", "index.html"]);
        let packed = std::fs::read(dist.join("a.js.br")).expect("it is there");
        assert_eq!(Encoding::Brotli.unpack(&packed).expect("it was packed"), b"the content");
        std::fs::remove_dir_all(dist).expect("it is there");
    }

    #[test]
    fn a_sibling_is_known_by_its_ending() {
        assert!(is_one(Path::new("dist/a.js.br")) && is_one(Path::new("a.wasm.gz")));
        assert!(!is_one(Path::new("a.js")) && !is_one(Path::new("br")));
    }
}
