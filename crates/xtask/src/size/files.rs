//! The size of every file of the bundle: as stored, and as it is sent.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use compression::Encoding;

use crate::tidy::files::below;
use crate::{about, siblings, split};

/// How many bytes something has.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Size {
    /// As stored.
    pub raw: usize,
    /// By gzip at level 9.
    pub gzip: usize,
    /// By brotli at level 11.
    pub brotli: usize,
}

impl Size {
    fn of(content: &[u8]) -> Result<Self> {
        let (gzip, brotli) = (Encoding::Gzip.pack(content)?, Encoding::Brotli.pack(content)?);
        Ok(Self { raw: content.len(), gzip: gzip.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

const FIRST_VISIT: &str = "first visit";

/// A file of the bundle.
pub struct File {
    /// Its path within the bundle.
    pub name: String,
    /// Its size.
    pub size: Size,
}

/// All files below `folder` but those that are compressed siblings of others, the largest first.
pub fn of_folder(folder: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for path in below(folder).into_iter().filter(|path| !siblings::is_one(path)) {
        let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
        files.push(File { name, size: Size::of(&content)? });
    }
    files.sort_by(|one, other| other.size.raw.cmp(&one.size.raw).then_with(|| one.name.cmp(&other.name)));
    Ok(files)
}

/// Letters that the app's own words do not have.
const OTHER_LETTERS: &str = "ubuntu-sans-others.woff2";

/// Those that a first visit of "Contracts" loads: all but what is a page of its own, the code of other pages, and the letters
/// that are in somebody's name.
pub fn first_visit(files: &[File]) -> Size {
    let is_module = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "wasm");
    let is_later = |name: &str| is_module(name) && !name.starts_with(split::START);
    let is_loaded =
        |file: &&File| ![about::LICENSES, OTHER_LETTERS].contains(&file.name.as_str()) && !is_later(&file.name);
    files.iter().filter(is_loaded).fold(Size::default(), |sum, file| sum.plus(file.size))
}

/// All of them together.
pub fn total(files: &[File]) -> Size {
    files.iter().fold(Size::default(), |sum, file| sum.plus(file.size))
}

/// A table of the files and their total.
pub fn table(files: &[File]) -> String {
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0).max(FIRST_VISIT.len());
    let head = format!("    {:width$}  {:>10}  {:>10}  {:>10}", "file", "raw", "gzip 9", "brotli 11");
    let rows = files.iter().map(|file| line(&file.name, file.size, width));
    let sums = [line("total", total(files), width), line(FIRST_VISIT, first_visit(files), width)];
    let lines: Vec<String> = std::iter::once(head).chain(rows).chain(sums).collect();
    lines.join("\n")
}

fn line(name: &str, size: Size, width: usize) -> String {
    let [raw, gzip, brotli] = [size.raw, size.gzip, size.brotli].map(kilobytes);
    format!("    {name:width$}  {raw:>10}  {gzip:>10}  {brotli:>10}")
}

/// Kilobytes with one digit after the point.
pub fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use crate::size::files::{File, Size, kilobytes, of_folder, table};

    #[test]
    fn sizes_are_rounded_to_a_tenth_of_a_kilobyte() {
        assert_eq!(kilobytes(0), "0.0 KB");
        assert_eq!(kilobytes(1_249), "1.2 KB");
        assert_eq!(kilobytes(1_250), "1.3 KB");
    }

    #[test]
    fn the_table_ends_with_the_total_and_what_a_first_visit_loads() {
        let file = |name: &str, raw, gzip, brotli| File { name: name.to_owned(), size: Size { raw, gzip, brotli } };
        let files = [
            ("landscape-licensing-1.wasm", 293_000, 123_000, 101_000),
            ("ubuntu-sans-others.woff2", 9_000, 9_000, 9_000),
            ("look-1.wasm", 1_000, 500, 400),
        ];
        let text = table(&files.map(|(name, raw, gzip, brotli)| file(name, raw, gzip, brotli)));
        let expected = "    file                               raw      gzip 9   brotli 11
    landscape-licensing-1.wasm    293.0 KB    123.0 KB    101.0 KB
    ubuntu-sans-others.woff2        9.0 KB      9.0 KB      9.0 KB
    look-1.wasm                     1.0 KB      0.5 KB      0.4 KB
    total                         303.0 KB    132.5 KB    110.4 KB
    first visit                   293.0 KB    123.0 KB    101.0 KB";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_compressed_already_is_not_counted_twice() {
        let folder = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("there is room for what is temporary");
        for name in ["a.js", "a.js.br", "a.js.gz", "b.css"] {
            std::fs::write(folder.join(name), name).expect("there is room for what is temporary");
        }
        let files = of_folder(&folder).expect("they can be read");
        std::fs::remove_dir_all(folder).expect("it is there");
        assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["b.css", "a.js"]);
    }
}
