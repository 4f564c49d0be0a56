//! The envelopes of the API's lists.

use serde::Deserialize;

/// `{results: […]}`: everything at once. Contracts and licenses come so, without a count.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct List<T> {
    /// Every row.
    pub results: Vec<T>,
}

/// `{count, results, next, previous}`: a part of a longer list. Its links are not followed: paging is by offset.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Page<T> {
    /// How many there are in all, where the server says so.
    pub count: Option<u64>,
    /// The rows of this part.
    pub results: Vec<T>,
}
