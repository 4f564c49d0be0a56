//! The smallest forms of a file that browsers unpack, and an order of its parts that makes them smaller. The same content always
//! makes the same bytes.
//!
//! A crate of its own, since it is compiled with optimization also where the rest is not: a bundle takes seconds, not minutes.

mod alike;

use std::io::{self, Read, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

pub use crate::alike::side_by_side;

/// The slowest way and the smallest result.
const BEST: i32 = 11;
/// The largest window that every browser has room for.
const WINDOW: i32 = 24;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `br` of `Accept-Encoding`.
    Brotli,
    /// `gzip`.
    Gzip,
}

impl Encoding {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// What follows the name of a file that is compressed so: `br` or `gz`.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    /// Compresses a content.
    ///
    /// # Errors
    /// None but those of the memory.
    pub fn pack(self, content: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let parameters = BrotliEncoderParams {
                    quality: BEST,
                    lgwin: WINDOW,
                    size_hint: content.len(),
                    ..BrotliEncoderParams::default()
                };
                let mut packed = Vec::new();
                let mut rest = content;
                brotli::BrotliCompress(&mut rest, &mut packed, &parameters)?;
                Ok(packed)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(content)?;
                encoder.finish()
            }
        }
    }

    /// What was compressed.
    ///
    /// # Errors
    /// When nothing was.
    pub fn unpack(self, packed: &[u8]) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        match self {
            Self::Brotli => {
                let mut rest = packed;
                brotli::BrotliDecompress(&mut rest, &mut content)?;
            }
            Self::Gzip => {
                GzDecoder::new(packed).read_to_end(&mut content)?;
            }
        }
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use crate::Encoding;

    #[test]
    fn what_was_packed_comes_back_and_is_smaller_and_always_the_same() {
        let content = "WebAssembly and text. ".repeat(1_000).into_bytes();
        for encoding in Encoding::ALL {
            let packed = encoding.pack(&content).expect("memory can be written");
            assert!(packed.len() < content.len() / 10, "{encoding:?}: {}", packed.len());
            assert_eq!(encoding.pack(&content).expect("memory can be written"), packed, "{encoding:?}");
            assert_eq!(encoding.unpack(&packed).expect("it was packed"), content, "{encoding:?}");
            assert!(encoding.unpack(&content).is_err(), "{encoding:?}");
        }
    }
}
