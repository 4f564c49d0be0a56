//! Following an activity to its end: between the pages, which show it, and the API, which is asked.
//!
//! **Invariant:** it only ever reads, and a watch never has more than one request under way.

pub mod followed;
pub mod follower;
pub mod names;
pub mod telling;

pub mod children;
pub mod progress;
pub mod turns;
pub mod watch;

pub mod csv;
pub mod result;

pub mod bell;
