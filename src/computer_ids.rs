//! Lists of computer ids as text.

use crate::api::id::ComputerId;

/// Ids as a text that the forms' field for computers takes.
pub fn print(ids: &[ComputerId]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
