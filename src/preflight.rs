//! What comes before attaching and detaching: whom the form names, what they are, and what would become of them.
//!
//! **Invariant:** it only ever reads; what it works out is sent by others.

pub mod check;
pub mod checker;

pub mod choices;
pub mod facts;
pub mod mention;
pub mod plan;
pub mod strategy;

mod at_most;
pub mod reading;
mod table;
