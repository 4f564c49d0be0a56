//! Licensing console.
