//! What holds of every text from outside, tried with many that nobody thought of: see `tests/properties/`.
//!
//! A crate of its own, so that it alone is optimized: the app's own code has every check that a debug build has.
