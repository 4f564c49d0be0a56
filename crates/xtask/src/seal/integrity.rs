//! What a file is known by.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// How many digits of the hash a name has.
const DIGITS: usize = 16;

/// The value of an `integrity` attribute.
pub fn of(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// The same by the hash that public/later.js computes too.
pub fn at_once(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// A name that another content does not have: `app-0123456789abcdef.js`.
pub fn name(stem: &str, content: &[u8], extension: &str) -> String {
    let hash = Sha384::digest(content).iter().take(DIGITS / 2).fold(0_u64, |hash, byte| (hash << 8) | u64::from(*byte));
    format!("{stem}-{hash:0DIGITS$x}.{extension}")
}

#[cfg(test)]
mod tests {
    use crate::seal::integrity::{at_once, name, of};

    #[test]
    fn a_file_is_known_by_the_hash_that_browsers_compute() {
        // As `openssl dgst -sha384 -binary | base64` has it for no bytes.
        assert_eq!(of(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
        assert_eq!(at_once(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(name("app", b"", "js"), "app-38b060a751ac9638.js");
    }
}
