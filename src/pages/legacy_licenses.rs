//! Legacy licenses.

pub mod detail;
pub mod list;
