//! The activities of a rollout, as pages and components see them.

use leptos::prelude::*;

use crate::follow::followed::Followed;

/// The activities of a rollout. They can be shown anywhere; they are asked for in one place, [`crate::rollout::watching`].
#[derive(Clone, Copy)]
pub struct Fleet {
    /// Each of them, in the order in which they were made.
    pub activities: RwSignal<Vec<Followed>>,
    /// All of them as one: their children together. It has no activity of its own.
    pub all: Followed,
}
