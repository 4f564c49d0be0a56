//! What is typed into the form, and its sending. It outlives the page, and the session's end.

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::components::computer_ids_field::{COMPUTER_IDS, read_computer_ids};
use crate::components::form::{Problem, Problems, refused_fields};
use crate::computer_ids::ComputerIdList;
use crate::rollout::order::Order;
use crate::rollout::sending::{Rollout, Write, keep_rest};

/// The form "Detach token" as it is filled in. Lives in the context.
#[derive(Clone, Copy)]
pub struct DetachDraft {
    /// The computer ids as typed.
    pub ids: RwSignal<String>,
    /// What is wrong with them.
    pub problems: Problems,
    /// The sending.
    pub rollout: Rollout,
}

impl DetachDraft {
    /// An empty form.
    pub fn new() -> Self {
        Self { ids: RwSignal::default(), problems: Problems::new(), rollout: Rollout::new() }
    }

    /// How many computers it names.
    pub fn count(self) -> usize {
        ComputerIdList::parse(&self.ids.read()).ids.len()
    }

    /// Whether it can be sent now; says what is wrong otherwise.
    pub fn is_ready(self) -> bool {
        let problems = read_computer_ids(&self.ids.read_untracked()).err().into_iter().collect::<Vec<_>>();
        let is_ready = problems.is_empty() && !untrack(|| self.rollout.is_sending());
        self.problems.tell(problems);
        is_ready
    }

    /// Sends the form, once, where it is good.
    pub fn send(self, client: Option<Client>) {
        let list = read_computer_ids(&self.ids.read_untracked());
        let (Some(client), Ok(list)) = (client, list) else { return };
        let typed = self.ids.get_untracked();
        self.rollout.send(Order::of(list), client, Write::Detach, move |batches| {
            if let Some(error) = batches.error() {
                self.problems.tell(refused(error));
            }
            keep_rest(self.ids, &typed, batches)
        });
    }

    /// Empties the form and forgets what was sent.
    pub fn clear(self) {
        self.ids.set(String::new());
        self.problems.clear();
        self.rollout.forget();
    }

    /// Puts computers in the place of those that are typed. What was answered before is put away, what is under way is not.
    pub fn refill(self, ids: String) {
        self.ids.set(ids);
        self.problems.clear();
        if !untrack(|| self.rollout.is_sending()) {
            self.rollout.forget();
        }
    }

    /// Whether closing the app loses what was typed or what is on its way.
    pub fn is_unsent(self) -> bool {
        !self.ids.read_untracked().trim().is_empty() || untrack(|| self.rollout.is_sending())
    }

    /// Whether a refusal is told at the field that it is about.
    pub fn is_told_at_field(self, error: &ApiError) -> bool {
        !refused(error).is_empty()
    }
}

impl Default for DetachDraft {
    fn default() -> Self {
        Self::new()
    }
}

fn refused(error: &ApiError) -> Vec<Problem> {
    refused_fields(error, &[("computer_ids", COMPUTER_IDS)])
}
