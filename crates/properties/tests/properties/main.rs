//! What holds of every text from outside, tried with many that nobody thought of.
//!
//! `PROPTEST_CASES` says how many for each property: 256 by themselves, 100,000 in `cargo xtask ci`. A text that breaks
//! one becomes a test of its own, beside the code; no file keeps it.

mod json;

mod dates;
mod lists;
mod requests;
mod secrets;
mod texts;

use proptest::prelude::ProptestConfig;

/// As many cases as the environment asks for.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}
