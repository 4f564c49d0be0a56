//! A licensing console for Canonical Landscape.
pub mod api;
pub mod computer_ids;
pub mod expiry;
pub mod format;
pub mod query;
pub mod route;
