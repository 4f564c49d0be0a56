//! What is typed into the form, and its sending. It outlives the page, and the session's end.

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::components::computer_ids_field::{COMPUTER_IDS, read_mentions};
use crate::components::first_field::check_first;
use crate::components::form::{Problem, Problems, refused_fields};
use crate::lasting::Lasting;
use crate::preflight::choices::Choices;
use crate::preflight::plan::{LeftOut, Parcel};
use crate::rollout::sending::{Rollout, Write, keep_rest};

/// The form "Detach token" as it is filled in. Lives in the context.
#[derive(Clone, Copy)]
pub struct DetachDraft {
    /// The computers as typed.
    pub ids: Lasting<String>,
    /// What was chosen about them.
    pub choices: Choices,
    /// What is wrong with them.
    pub problems: Problems,
    /// The sending.
    pub rollout: Rollout,
    /// Those that were left out of what was sent last.
    pub left_out: Lasting<LeftOut>,
}

impl DetachDraft {
    /// An empty form.
    pub fn new() -> Self {
        Self {
            ids: Lasting::default(),
            choices: Choices::new(),
            problems: Problems::new(),
            rollout: Rollout::new(),
            left_out: Lasting::default(),
        }
    }

    /// Whether it can be checked and asked about now; says what is wrong otherwise.
    pub fn is_ready(self) -> bool {
        let ids = read_mentions(&self.ids.read_untracked()).err();
        let problems: Vec<_> = ids.into_iter().chain(check_first(&self.choices.first.read_untracked()).err()).collect();
        let is_ready = problems.is_empty() && !untrack(|| self.rollout.is_sending());
        self.problems.tell(problems);
        is_ready
    }

    /// Sends what was worked out of the form, once.
    pub fn send(self, client: Option<Client>, parcel: Parcel) {
        let Some(client) = client else { return };
        let typed = self.ids.get_untracked();
        self.left_out.set(LeftOut::new());
        let later = parcel.rest_text();
        self.rollout.leave_for_later(later.clone());
        self.rollout.send(parcel.order, client, Write::Detach, move |batches| {
            if let Some(error) = batches.error() {
                self.problems.tell(refused(error));
            }
            if batches.rest().is_some() {
                self.left_out.set(parcel.left_out);
            }
            let is_put_back = keep_rest(self.ids, &typed, batches, &later);
            self.choices.clear_if_done(&self.ids.read_untracked());
            is_put_back
        });
    }

    /// Empties the form and forgets what was sent.
    pub fn clear(self) {
        self.ids.set(String::new());
        self.choices.clear();
        self.problems.clear();
        self.forget();
    }

    /// Puts computers in the place of those that are typed. What was answered before is put away, what is under way is not.
    pub fn refill(self, ids: String) {
        self.ids.set(ids);
        self.choices.clear();
        self.problems.clear();
        if !untrack(|| self.rollout.is_sending()) {
            self.forget();
        }
    }

    /// Forgets what was sent.
    pub fn forget(self) {
        self.rollout.forget();
        self.left_out.set(LeftOut::new());
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
