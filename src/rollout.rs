//! Carrying out an order for computers: in as many requests as it takes, one after another, with an account of each, and
//! what became of them afterwards.
//!
//! **Invariant:** a write is never sent twice, and none is sent by itself after one that failed.

pub mod order;

pub mod account;
pub mod batches;
pub mod fleet;
pub mod journal;
pub mod outcome;
pub mod replacing;
pub mod rota;
pub mod stage;
pub mod verification;

pub mod checking;
pub mod sending;
pub mod watching;

pub mod batch_size;
mod telling;
