//! Sending an order: one request at a time, and what the pages see of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::api::activity::ProRequest;
use crate::api::attachment::{AttachRequest, Attachment, DetachRequest};
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::token::Secret;
use crate::computer_ids::print;
use crate::lasting::Lasting;
use crate::recent::Attempt;
use crate::rollout::batch_size;
use crate::rollout::batches::Batches;
use crate::rollout::journal::Journal;
use crate::rollout::order::Order;
use crate::rollout::stage::Stage;

/// What computers are asked to do.
#[derive(Clone)]
pub enum Write {
    /// Attach this token.
    Attach(Secret),
    /// Detach what they have.
    Detach,
}

impl Write {
    fn request(&self) -> ProRequest {
        match self {
            Self::Attach(_) => ProRequest::Attach,
            Self::Detach => ProRequest::Detach,
        }
    }

    async fn send(&self, client: &Client, computer_ids: Vec<ComputerId>) -> Result<Attachment, ApiError> {
        match self {
            Self::Attach(token) => client.attach_token(&AttachRequest { computer_ids, token: token.clone() }).await,
            Self::Detach => client.detach_token(&DetachRequest { computer_ids }).await,
        }
    }
}

/// A rollout as a tab keeps it for a reload: without any secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptRollout {
    journal: Option<Journal>,
    earlier: Vec<Journal>,
    /// What was to stay in the form.
    pub later: String,
    is_put_back: bool,
}

impl KeptRollout {
    /// Whether it was under way when it was kept.
    pub fn was_going_on(&self) -> bool {
        self.journal.as_ref().is_some_and(Journal::was_going_on)
    }
}

/// The sending of orders of one kind. While one is under way, no other is sent.
///
/// It goes on when its page is left: what was answered is here when the person comes back.
#[derive(Clone, Copy)]
pub struct Rollout {
    batches: Lasting<Option<Batches>>,
    earlier: Lasting<Vec<Batches>>,
    is_put_back: Lasting<bool>,
    later: Lasting<String>,
    round: Lasting<u32>,
    size: StoredValue<usize>,
}

impl Rollout {
    /// Nothing sent yet. One request carries as many computers as the page is set to.
    pub fn new() -> Self {
        Self {
            batches: Lasting::new(None),
            earlier: Lasting::default(),
            is_put_back: Lasting::new(false),
            later: Lasting::default(),
            round: Lasting::new(0),
            size: StoredValue::new(batch_size::of_page()),
        }
    }

    /// The requests, once there are some.
    pub fn batches(&self) -> Lasting<Option<Batches>> {
        self.batches
    }

    /// Orders of before with computers whose outcome is not known: those are in no form.
    pub fn earlier(&self) -> Lasting<Vec<Batches>> {
        self.earlier
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        let round = self.round.get();
        self.batches.with(|batches| batches.as_ref().map_or(Stage::Idle, |batches| Stage::of(batches, round)))
    }

    /// Whether something is on its way, or to be sent.
    pub fn is_sending(&self) -> bool {
        self.batches.with(|batches| batches.as_ref().is_some_and(Batches::is_going_on))
    }

    /// Why the last one failed, if it did.
    pub fn error(&self) -> Option<ApiError> {
        self.batches.with(|batches| batches.as_ref()?.error().cloned())
    }

    /// Whether the computers that can be sent again were put back into the form.
    pub fn is_put_back(&self) -> Lasting<bool> {
        self.is_put_back
    }

    /// Takes note of what is to stay in the form whatever becomes of the order that is sent next.
    pub fn leave_for_later(&self, ids: String) {
        self.later.set(ids);
    }

    /// What is kept of it for a reload.
    pub fn keep(&self) -> KeptRollout {
        KeptRollout {
            journal: self.batches.with(|batches| batches.as_ref().map(Journal::of)),
            earlier: self.earlier.with(|earlier| earlier.iter().map(Journal::of).collect()),
            later: self.later.get(),
            is_put_back: self.is_put_back.get(),
        }
    }

    /// Takes up what was kept before a reload. Nothing of it goes on.
    pub fn restore(&self, kept: KeptRollout) {
        self.round.update(|round| *round += 1);
        self.batches.set(kept.journal.map(Journal::restore));
        self.earlier.set(kept.earlier.into_iter().map(Journal::restore).collect());
        self.is_put_back.set(kept.is_put_back);
    }

    /// Sends an order, unless one is on its way already, and calls `on_end` with what came of it. That gives whether the
    /// rest was put back into the form.
    pub fn send(&self, order: Order, client: Client, write: Write, on_end: impl FnOnce(&Batches) -> bool + 'static) {
        if untrack(|| self.is_sending()) {
            return;
        }
        self.round.update(|round| *round += 1);
        self.is_put_back.set(false);
        let before = self.batches.try_update(|batches| batches.replace(Batches::of(order, self.size.get_value())));
        if let Some(before) = before.flatten().filter(Batches::leaves_unknown) {
            self.earlier.update(|earlier| earlier.push(before));
        }
        let (rollout, round) = (*self, self.round.get_untracked());
        spawn_local(async move { rollout.carry_out(round, &client, &write, on_end).await });
    }

    /// Sends nothing more. The request that is under way is awaited.
    pub fn stop(&self) {
        self.change(Batches::stop);
    }

    /// Forgets what was sent. An answer that is still to come is not taken, and nothing more is sent.
    pub fn forget(&self) {
        self.round.update(|round| *round += 1);
        self.batches.set(None);
        self.earlier.set(Vec::new());
        self.later.set(String::new());
        self.is_put_back.set(false);
    }

    async fn carry_out(self, round: u32, client: &Client, write: &Write, on_end: impl FnOnce(&Batches) -> bool) {
        let is_wanted = || self.round.try_get_untracked() == Some(round);
        let attempt = |computers| Attempt::now(write.request(), computers);
        while is_wanted() {
            let Some(computer_ids) = self.change(|batches| batches.begin(attempt)).flatten() else { break };
            let answer = write.send(client, computer_ids).await;
            if !is_wanted() {
                return;
            }
            self.change(|batches| batches.take(answer));
        }
        if is_wanted() {
            let is_put_back = self.batches.try_with_untracked(|batches| batches.as_ref().map(on_end)).flatten();
            let _ = self.is_put_back.try_set(is_put_back.unwrap_or(false));
        }
    }

    /// Nobody is there to tell once the app is gone.
    fn change<T>(&self, change: impl FnOnce(&mut Batches) -> T) -> Option<T> {
        self.batches.try_update(|batches| batches.as_mut().map(change)).flatten()
    }
}

impl Default for Rollout {
    fn default() -> Self {
        Self::new()
    }
}

/// Puts the computers that can be sent again in the place of those that were typed, unless others were typed meanwhile.
/// Whether it did. A form whose only request failed stays as it is. `later` is what was to stay in the form anyhow.
pub fn keep_rest(ids: Lasting<String>, typed: &str, batches: &Batches, later: &str) -> bool {
    let is_as_typed = ids.try_with_untracked(|now| now == typed).unwrap_or(false);
    let Some(rest) = batches.rest().filter(|_| is_as_typed) else { return false };
    let again = print(&rest);
    let separator = if again.is_empty() || later.is_empty() { "" } else { ", " };
    ids.set([&again, later].join(separator));
    !rest.is_empty()
}
