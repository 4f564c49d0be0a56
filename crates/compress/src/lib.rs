//! Compressing as web servers do, at the best that each way can. A crate of its own, since a debug build of it takes a
//! minute for what takes seconds: the workspace's Cargo.toml optimizes it.

use std::io::Write;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The content, compressed with gzip at level 9.
///
/// # Errors
/// None that memory does not have.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// The content, compressed with brotli at level 11 and a window of 4 MB.
///
/// # Errors
/// None that memory does not have.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use crate::{brotli, gzip};

    #[test]
    fn what_repeats_shrinks_and_comes_out_the_same() {
        let content = b"Landscape licensing. ".repeat(500);
        let (zipped, smaller) = (gzip(&content).expect("memory"), brotli(&content).expect("memory"));
        assert!(smaller.len() < zipped.len() && zipped.len() < 200, "{} and {}", smaller.len(), zipped.len());
        let mut unzipped = Vec::new();
        flate2::read::GzDecoder::new(&*zipped).read_to_end(&mut unzipped).expect("it is gzip");
        assert_eq!(unzipped, content);
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*smaller, &mut unpacked).expect("it is brotli");
        assert_eq!(unpacked, content);
    }
}
