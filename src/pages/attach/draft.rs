//! What is typed into the form, and its sending. It outlives the page, and the session's end; the token does not.

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::token::Secret;
use crate::components::computer_ids_field::COMPUTER_IDS;
use crate::components::computer_ids_field::read_computer_ids;
use crate::components::form::{Problem, Problems, refused_fields};
use crate::rollout::order::Order;
use crate::rollout::sending::{Rollout, Write, keep_rest};
use crate::words::attach;

/// The id of the token's input.
pub const PRO_TOKEN: &str = "pro-token";

/// The form "Attach token" as it is filled in. Lives in the context.
#[derive(Clone, Copy)]
pub struct AttachDraft {
    /// The computer ids as typed.
    pub ids: RwSignal<String>,
    /// The Pro token as typed.
    pub token: RwSignal<String>,
    /// What is wrong with them.
    pub problems: Problems,
    /// The sending.
    pub rollout: Rollout,
}

impl AttachDraft {
    /// An empty form.
    pub fn new() -> Self {
        Self {
            ids: RwSignal::default(),
            token: RwSignal::default(),
            problems: Problems::new(),
            rollout: Rollout::new(),
        }
    }

    /// Sends the form, once, where it is good; says what is wrong otherwise.
    pub fn send(self, client: Option<Client>) {
        let Some(client) = client.filter(|_| !untrack(|| self.rollout.is_sending())) else { return };
        match validate(&self.ids.read_untracked(), &self.token.read_untracked()) {
            Err(problems) => self.problems.tell(problems),
            Ok((order, token)) => {
                self.problems.clear();
                self.carry_out(order, token, client);
            }
        }
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
        !self.ids.read_untracked().trim().is_empty()
            || !self.token.read_untracked().is_empty()
            || untrack(|| self.rollout.is_sending())
    }

    /// Whether a refusal is told at the field that it is about.
    pub fn is_told_at_field(self, error: &ApiError) -> bool {
        !refused(error).is_empty()
    }

    fn carry_out(self, order: Order, token: Secret, client: Client) {
        let typed = self.ids.get_untracked();
        self.rollout.send(order, client, Write::Attach(token), move |batches| {
            match batches.error() {
                Some(error) => self.problems.tell(refused(error)),
                None if batches.to_send_again().is_empty() => self.token.set(String::new()),
                None => {}
            }
            keep_rest(self.ids, &typed, batches)
        });
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

/// Checks a draft: what to send, or everything that is wrong.
///
/// # Errors
/// A [`Problem`] for each field that is not good.
pub fn validate(ids: &str, token: &str) -> Result<(Order, Secret), Vec<Problem>> {
    let (ids, token) = (read_computer_ids(ids), read_token(token));
    match (ids, token) {
        (Ok(list), Ok(token)) => Ok((Order::of(list), token)),
        (ids, token) => Err(ids.err().into_iter().chain(token.err()).collect()),
    }
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
    use crate::api::id::ComputerId;

    #[track_caller]
    fn check_problems(ids: &str, token: &str, fields: &[&str]) {
        let problems = validate(ids, token).err().unwrap_or_default();
        assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), fields);
    }

    #[test]
    fn a_good_draft_is_an_order_with_its_token() {
        let (order, token) = validate("1, 2\n2", "  C123abc \n").expect("it is good");
        assert_eq!((order.computer_ids, order.duplicates), (vec![ComputerId(1), ComputerId(2)], 1));
        assert_eq!(serde_json::to_string(&token).expect("it serializes"), r#""C123abc""#);
    }

    #[test]
    fn nothing_is_sent_until_every_field_is_good() {
        check_problems("", "", &[COMPUTER_IDS, PRO_TOKEN]);
        check_problems("1, x", "C1", &[COMPUTER_IDS]);
        check_problems("1", "  ", &[PRO_TOKEN]);
        check_problems("1", "C1 C2", &[PRO_TOKEN]);
        check_problems("1", "C1", &[]);
    }

    #[test]
    fn the_token_is_in_no_message() {
        let problems = validate("x", "C-SECRET C-SECRET").err().expect("it is bad");
        assert!(problems.iter().all(|problem| !problem.message.contains("SECRET")));
    }
}
