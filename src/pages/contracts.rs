//! Ubuntu Pro contracts.

pub mod detail;
pub mod list;
