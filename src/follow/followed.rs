//! An activity that is followed, as pages and components see it.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::error::ApiError;
use crate::api::id::{ActivityId, ComputerId};
use crate::follow::children::Children;
use crate::follow::watch::Rest;

/// What is known of the computers of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Details {
    /// The activity is no group, or they are still being read.
    None,
    /// They are in [`Followed::children`].
    Listed,
    /// The server does not tell.
    Unavailable,
}

/// An activity that is followed. It can be shown anywhere; it is asked for in one place, [`crate::follow::follower`].
#[derive(Clone, Copy)]
pub struct Followed {
    /// Which one.
    pub id: ActivityId,
    /// The activity, as it was told last.
    pub activity: RwSignal<Option<Arc<Activity>>>,
    /// Its children.
    pub children: RwSignal<Children>,
    /// What is known of them.
    pub details: RwSignal<Details>,
    /// Why the latest look failed, if it did.
    pub error: RwSignal<Option<ApiError>>,
    /// Why nobody looks any more; `None` while somebody does.
    pub rest: RwSignal<Option<Rest>>,
    /// Whether an answer is awaited.
    pub is_looking: RwSignal<bool>,
    /// When it was told last, in seconds since 1970.
    pub updated_at: RwSignal<Option<i64>>,
    /// The titles of computers, as far as they were asked for.
    pub names: RwSignal<HashMap<ComputerId, String>>,
    /// How many titles are still to come.
    pub names_to_come: RwSignal<usize>,
    /// Whether its end is to be told by a notification of the browser.
    pub notifies: RwSignal<bool>,
    /// Looks at all of it now, and goes on watching.
    pub look: Callback<()>,
    /// Asks for the titles of computers.
    pub want_names: Callback<Vec<ComputerId>>,
}

impl Followed {
    /// Whether the activity is over: its own status says so, and those of all its children that are listed. Several that are
    /// watched as one are over when nobody looks any more since they are.
    pub fn has_ended(&self) -> bool {
        if self.rest.get() == Some(Rest::Ended) {
            return true;
        }
        let own = self
            .activity
            .with(|activity| activity.as_ref().is_some_and(|activity| activity.activity_status.ending().is_some()));
        own && (self.details.get() != Details::Listed || self.children.with(Children::have_ended))
    }
}
