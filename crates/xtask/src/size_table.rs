//! The size of every file of the bundle, as stored and as sent.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::siblings;

struct Row {
    name: String,
    raw: usize,
    gzipped: usize,
}

/// A table of all files below `folder` but compressed siblings, the largest first.
pub fn of_folder(folder: &Path) -> Result<String> {
    let mut rows = Vec::new();
    for path in crate::tidy::files::below(folder).into_iter().filter(|path| !siblings::is_one(path)) {
        rows.push(row(folder, &path)?);
    }
    rows.sort_by(|one, other| other.raw.cmp(&one.raw).then_with(|| one.name.cmp(&other.name)));
    Ok(table(&rows))
}

fn row(folder: &Path, path: &PathBuf) -> Result<Row> {
    let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let name = path.strip_prefix(folder).unwrap_or(path).display().to_string();
    Ok(Row { name, raw: content.len(), gzipped: gzipped(&content)? })
}

fn gzipped(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max("total".len());
    let mut lines = vec![format!("    {:width$}  {:>10}  {:>10}", "file", "raw", "gzipped")];
    lines.extend(rows.iter().map(|row| table_line(&row.name, row.raw, row.gzipped, width)));
    let raw = rows.iter().map(|row| row.raw).sum();
    let gzipped = rows.iter().map(|row| row.gzipped).sum();
    lines.push(table_line("total", raw, gzipped, width));
    lines.join("\n")
}

fn table_line(name: &str, raw: usize, gzipped: usize, width: usize) -> String {
    format!("    {name:width$}  {:>10}  {:>10}", kilobytes(raw), kilobytes(gzipped))
}

/// Kilobytes with one digit after the point.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use crate::size_table::{Row, gzipped, kilobytes, table};

    #[test]
    fn sizes_are_rounded_to_a_tenth_of_a_kilobyte() {
        assert_eq!(kilobytes(0), "0.0 KB");
        assert_eq!(kilobytes(1_249), "1.2 KB");
        assert_eq!(kilobytes(1_250), "1.3 KB");
    }

    #[test]
    fn the_table_ends_with_the_total() {
        let row = |name: &str, raw, gzipped| Row { name: name.to_owned(), raw, gzipped };
        let text = table(&[row("app.wasm", 293_000, 123_000), row("index.html", 1_000, 500)]);
        let expected = "    file               raw     gzipped
    app.wasm      293.0 KB    123.0 KB
    index.html      1.0 KB      0.5 KB
    total         294.0 KB    123.5 KB";
        assert_eq!(text, expected);
    }

    #[test]
    fn repeated_text_shrinks() {
        let size = gzipped(&[b'a'; 10_000]).expect("memory can be written");
        assert!(size < 100, "{size}");
    }
}
