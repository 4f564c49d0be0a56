//! Everything that can go wrong between a browser and its server, made to happen.
//!
//! A proxy of the tests' own stands between the two. It passes everything through but what it was told to spoil, and counts
//! what came. Each request has a connection of its own: a browser repeats what it has lost on a connection that it had used
//! before, and that would blur the counts.

pub mod bench;
pub mod cell;
pub mod fault;
pub mod matrix;
pub mod operation;
pub mod proxy;
pub mod told;

mod message;
mod special;
mod spoil;
