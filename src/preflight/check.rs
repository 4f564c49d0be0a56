//! A check of a form as it stands: what components show of it, and what they can ask of it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::lasting::Lasting;
use crate::preflight::choices::Choices;
use crate::preflight::facts::Known;
use crate::preflight::mention::{self, Mention, Mentions};
use crate::preflight::plan::{Parcel, Plan, Unresolved, Verdict};
use crate::preflight::reading::Progress;
use crate::visible;

/// Why a check is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To show what would be done.
    Look,
    /// The same, at the person's wish.
    DryRun,
    /// The form's button was pressed.
    Send,
}

/// How far a check is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckState {
    /// None is under way.
    Idle,
    /// Answers are awaited.
    Checking(Option<Progress>),
    /// It gave nothing.
    Unchecked(Unchecked),
}

/// Why a check gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unchecked {
    /// A request failed.
    Failed(ApiError),
    /// The person stopped it.
    Stopped,
}

/// What a press on the form's button has led to.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The form is to be mended first.
    Mend(Hindrance),
    /// This is sent.
    Send(Parcel),
    /// The person is asked.
    Ask(Question),
}

/// Why nothing can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// These hostnames stand for no one computer.
    Unresolved(Vec<Unresolved>),
    /// Hostnames could not be looked up.
    NoLookUp(Unchecked),
    /// All computers are left out.
    NothingLeft,
}

/// What is asked before anything is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is sent, should the answer be yes.
    pub parcel: Parcel,
    /// What it would do, or why that is not known.
    pub checked: Result<Arc<Plan>, Unchecked>,
}

impl Step {
    /// What follows from a plan. While another tab sends an order, nothing is sent unasked.
    pub fn of(plan: Arc<Plan>, is_sending_elsewhere: bool) -> Self {
        match plan.verdict() {
            Verdict::Mend => Self::Mend(Hindrance::Unresolved(plan.unresolved.clone())),
            Verdict::Nothing => Self::Mend(Hindrance::NothingLeft),
            Verdict::Send if !is_sending_elsewhere => Self::Send(plan.parcel.clone()),
            Verdict::Send | Verdict::Ask => Self::Ask(Question { parcel: plan.parcel.clone(), checked: Ok(plan) }),
        }
    }

    /// What follows where there is none: whoever is named by an id can still be asked about.
    pub fn unchecked(why: Unchecked, mentions: &Mentions, first: Option<usize>) -> Self {
        if mentions.hostnames().next().is_some() {
            return Self::Mend(Hindrance::NoLookUp(why));
        }
        Self::Ask(Question { parcel: Parcel::unchecked(mentions, first), checked: Err(why) })
    }
}

/// The check of one form. It follows what is typed.
#[derive(Clone, Copy)]
pub struct Preflight {
    /// What is asked of the computers.
    pub request: ProRequest,
    /// The text that names them.
    pub ids: Lasting<String>,
    /// What was read of it.
    pub mentions: Memo<Arc<Mentions>>,
    /// What the person chose.
    pub choices: Choices,
    /// How far the check is.
    pub state: RwSignal<CheckState>,
    /// Why the one that is under way is made.
    pub purpose: RwSignal<Purpose>,
    /// What is known; it may be of fewer computers than are named by now.
    pub known: RwSignal<Option<Arc<Known>>>,
    /// What pressing the button would do; nothing until it is known for all that are named.
    pub plan: Memo<Option<Arc<Plan>>>,
    /// How often the person asked for a dry run; 0 once the form has changed since.
    pub dry_runs: RwSignal<u32>,
    /// Checks now.
    pub check: Callback<Purpose>,
    /// Whether another tab of this browser is sending an order.
    pub is_sending_elsewhere: Signal<bool>,
    /// Stops the check that is under way.
    pub stop: Callback<()>,
}

impl Preflight {
    /// Whether the button was pressed and its check is under way.
    pub fn is_pressed(&self) -> bool {
        self.purpose.get() == Purpose::Send && matches!(*self.state.read(), CheckState::Checking(_))
    }

    /// What to call a computer; nothing where it has no name, or is not known.
    pub fn name_of(&self, id: ComputerId) -> Option<Arc<str>> {
        let name = self.known.read().as_ref()?.of(id)?.name.clone();
        (!name.is_empty()).then(|| visible::line(&name).into())
    }

    /// Takes a computer out of the form.
    pub fn remove(&self, id: ComputerId) {
        let known = self.known.get_untracked();
        let is_of = |name: &str| known.as_ref().is_some_and(|known| known.with_hostname(name) == [id]);
        self.keep_mentions(|mention| match mention {
            Mention::Id(other) => *other != id,
            Mention::Hostname(name) => !is_of(name),
        });
    }

    /// Takes the hostnames that no computer has out of the form.
    pub fn remove_missing(&self) {
        let known = self.known.get_untracked();
        self.keep_mentions(|mention| match mention {
            Mention::Id(_) => true,
            Mention::Hostname(name) => known.as_ref().is_none_or(|known| !known.with_hostname(name).is_empty()),
        });
    }

    /// How many hostnames no computer has.
    pub fn missing_count(&self) -> usize {
        let is_missing = |unresolved: &&Unresolved| matches!(unresolved, Unresolved::Missing(_));
        self.plan.read().as_ref().map_or(0, |plan| plan.unresolved.iter().filter(is_missing).count())
    }

    fn keep_mentions(&self, keeps: impl Fn(&Mention) -> bool) {
        let mentions = self.mentions.get_untracked();
        self.ids.set(mention::print(mentions.all.iter().filter(|mention| keeps(mention))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unchecked_hostnames_cannot_be_sent_and_ids_are_asked_about() {
        let step = |text| Step::unchecked(Unchecked::Stopped, &Mentions::parse(text), Some(2));
        assert_eq!(step("1, birch"), Step::Mend(Hindrance::NoLookUp(Unchecked::Stopped)));
        let Step::Ask(question) = step("3 2 1 2") else { panic!("it is asked about") };
        assert_eq!(question.checked, Err(Unchecked::Stopped));
        assert_eq!(question.parcel.order.computer_ids, [ComputerId(3), ComputerId(2)]);
        assert_eq!(question.parcel.rest_text(), "1");
    }
}
