//! How many there are of something, as far as that is known.

use crate::api::error::ApiError;

/// A count that comes later than what it stands beside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// It is on its way, or not wanted yet.
    Waiting,
    /// So many.
    Known(usize),
    /// It could not be had.
    Failed(ApiError),
}
