//! One file for each page, in folders as in the URL. A page never imports another.

pub mod about;
pub mod activities;
pub mod attach;
pub mod computers;
pub mod contracts;
pub mod detach;
pub mod legacy_licenses;
pub mod not_found;
pub mod overview;
pub mod sign_in;
