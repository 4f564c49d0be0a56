//! What is typed into the form, and its sending. It outlives the page, and the session's end; the token does not.

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::token::Secret;
use crate::components::computer_ids_field::{COMPUTER_IDS, read_mentions};
use crate::components::first_field::check_first;
use crate::components::form::{Problem, Problems, refused_fields};
use crate::lasting::Lasting;
use crate::preflight::choices::Choices;
use crate::preflight::plan::{LeftOut, Parcel};
use crate::rollout::sending::{Rollout, Write, keep_rest};
use crate::words::attach;

/// The id of the token's input.
pub const PRO_TOKEN: &str = "pro-token";

/// The form "Attach token" as it is filled in. Lives in the context.
#[derive(Clone, Copy)]
pub struct AttachDraft {
    /// The computers as typed.
    pub ids: Lasting<String>,
    /// What was chosen about them.
    pub choices: Choices,
    /// The Pro token as typed.
    pub token: Lasting<String>,
    /// What is wrong with them.
    pub problems: Problems,
    /// The sending.
    pub rollout: Rollout,
    /// Those that were left out of what was sent last.
    pub left_out: Lasting<LeftOut>,
}

impl AttachDraft {
    /// An empty form.
    pub fn new() -> Self {
        Self {
            ids: Lasting::default(),
            choices: Choices::new(),
            token: Lasting::default(),
            problems: Problems::new(),
            rollout: Rollout::new(),
            left_out: Lasting::default(),
        }
    }

    /// Whether it can be checked and sent now; says what is wrong otherwise.
    pub fn is_ready(self) -> bool {
        let problems =
            problems(&self.ids.read_untracked(), &self.token.read_untracked(), &self.choices.first.read_untracked());
        let is_ready = problems.is_empty() && !untrack(|| self.rollout.is_sending());
        self.problems.tell(problems);
        is_ready
    }

    /// Sends what was worked out of the form, once.
    pub fn send(self, client: Option<Client>, parcel: Parcel) {
        let token = read_token(&self.token.read_untracked());
        let (Some(client), Ok(token)) = (client, token) else { return };
        let typed = self.ids.get_untracked();
        self.left_out.set(LeftOut::new());
        let later = parcel.rest_text();
        self.rollout.leave_for_later(later.clone());
        self.rollout.send(parcel.order, client, Write::Attach(token), move |batches| {
            match batches.error() {
                Some(error) => self.problems.tell(refused(error)),
                None if batches.to_send_again().is_empty() => self.token.set(String::new()),
                None => {}
            }
            if batches.rest().is_some() {
                self.left_out.set(parcel.left_out);
            }
            let is_put_back = keep_rest(self.ids, &typed, batches, &later);
            self.choices.clear_if_done(&self.ids.read_untracked());
            is_put_back
        });
    }

    /// Whether leaving the page loses what was typed: the token is kept nowhere. What may have been queued is no draft.
    pub fn holds_token(self) -> bool {
        let has_token = !self.token.read().trim().is_empty();
        let is_told = self.rollout.error().is_some_and(|error| error.leaves_outcome_unknown());
        has_token && !is_told && !self.rollout.is_sending()
    }

    /// Empties the form and forgets what was sent.
    pub fn clear(self) {
        self.ids.set(String::new());
        self.token.set(String::new());
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
        !self.ids.read_untracked().trim().is_empty()
            || !self.token.read_untracked().is_empty()
            || untrack(|| self.rollout.is_sending())
    }

    /// Whether a refusal is told at the field that it is about.
    pub fn is_told_at_field(self, error: &ApiError) -> bool {
        !refused(error).is_empty()
    }
}

impl Default for AttachDraft {
    fn default() -> Self {
        Self::new()
    }
}

fn refused(error: &ApiError) -> Vec<Problem> {
    refused_fields(error, &[("computer_ids", COMPUTER_IDS), ("token", PRO_TOKEN)])
}

/// Everything that is wrong with what is typed.
fn problems(ids: &str, token: &str, first: &str) -> Vec<Problem> {
    let (ids, token, first) = (read_mentions(ids).err(), read_token(token).err(), check_first(first).err());
    ids.into_iter().chain(token).chain(first).collect()
}

/// Reads the token when the form is sent, or its field is left. What it says never names any of it.
///
/// # Errors
/// A [`Problem`] of the field.
pub fn read_token(text: &str) -> Result<Secret, Problem> {
    let token = text.trim();
    if token.is_empty() {
        return Err(Problem::new(PRO_TOKEN, attach::NO_TOKEN));
    }
    if token.contains(char::is_whitespace) {
        return Err(Problem::new(PRO_TOKEN, attach::BROKEN_TOKEN));
    }
    Ok(Secret::new(token.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_problems(ids: &str, token: &str, first: &str, fields: &[&str]) {
        let problems = problems(ids, token, first);
        assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), fields);
    }

    #[test]
    fn nothing_is_sent_until_every_field_is_good() {
        check_problems("", "", "", &[COMPUTER_IDS, PRO_TOKEN]);
        check_problems("1, -x", "C1", "", &[COMPUTER_IDS]);
        check_problems("1", "  ", "", &[PRO_TOKEN]);
        check_problems("1", "C1 C2", "ten", &[PRO_TOKEN, "only-the-first"]);
        check_problems("1, birch", "C1", "10", &[]);
    }

    #[test]
    fn a_token_is_read_without_the_space_around_it() {
        let token = read_token("  C123abc \n").expect("it is good");
        assert_eq!(serde_json::to_string(&token).expect("it serializes"), r#""C123abc""#);
    }

    #[test]
    fn the_token_is_in_no_message() {
        let problems = problems("-x", "C-SECRET C-SECRET", "0");
        assert!(problems.iter().all(|problem| !problem.message.contains("SECRET")));
    }
}
