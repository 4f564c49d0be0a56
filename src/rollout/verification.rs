//! Whether tokens were really replaced, as components see it.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::rollout::replacing::Verdicts;

/// A comparison of before with afterwards. It can be shown anywhere; it is made in one place, [`crate::rollout::checking`].
#[derive(Clone, Copy)]
pub struct Verification {
    /// What is known of each computer that had a token before.
    pub verdicts: Memo<Verdicts>,
    /// Whether Landscape is asked for those that are not known yet.
    pub is_checking: RwSignal<bool>,
    /// Why it could not be asked, if it could not.
    pub error: RwSignal<Option<ApiError>>,
    /// Asks it.
    pub check: Callback<()>,
    /// The titles of computers, as far as they were asked for.
    pub names: RwSignal<HashMap<ComputerId, String>>,
    /// Asks for the titles of computers.
    pub want_names: Callback<Vec<ComputerId>>,
}
