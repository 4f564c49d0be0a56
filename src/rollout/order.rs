//! What is to be sent.

use std::collections::BTreeMap;

use crate::api::id::{ComputerId, ContractId};

/// What is to be sent: decided before, carried out as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The computers, each once, in the order in which they are sent.
    pub computer_ids: Vec<ComputerId>,
    /// How many further mentions of them were folded away.
    pub duplicates: usize,
    /// Those that had a token before, with the contract it belonged to as far as it was told.
    pub replaced: BTreeMap<ComputerId, Option<ContractId>>,
}
