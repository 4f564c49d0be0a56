//! Following an activity to its end: between the pages, which show it, and the API, which is asked.
//!
//! **Invariant:** it only ever reads. There is never more than one request of a watch under way.

pub mod children;
pub mod progress;
pub mod watch;

pub mod csv;
pub mod result;
