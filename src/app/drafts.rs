//! What is typed, and what was sent: kept while pages come and go, and by the tab for a reload, until the person signs out or
//! another signs in.
//!
//! **Invariant:** no secret is kept for a reload, and nothing of another person or account is shown.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::api::auth::Profile;
use crate::effects::effect;
use crate::forms::{Form, Forms};
use crate::keeping::Kept;
use crate::lasting::Lasting;
use crate::pages::attach::draft::AttachDraft;
use crate::pages::detach::draft::DetachDraft;
use crate::preflight::choices::Choices;
use crate::preflight::plan::Keeps;
use crate::rollout::sending::{KeptRollout, Rollout, keep_rest};
use crate::selection::Selection;
use crate::session::{Farewell, Session, SessionState};

/// The drafts of one person.
#[derive(Serialize, Deserialize)]
struct KeptDrafts {
    of: Profile,
    attach: KeptForm,
    detach: KeptForm,
}

#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct KeptForm {
    ids: String,
    first: String,
    keeps: Keeps,
    rollout: KeptRollout,
}

/// The parts of a form that are kept.
#[derive(Clone, Copy)]
struct Parts {
    ids: Lasting<String>,
    choices: Choices,
    rollout: Rollout,
}

impl Parts {
    fn keep(self) -> KeptForm {
        KeptForm {
            ids: self.ids.get(),
            first: self.choices.first.get(),
            keeps: self.choices.keeps.get(),
            rollout: self.rollout.keep(),
        }
    }

    /// Takes up what was kept. Whether its rollout was under way then.
    fn take(self, kept: KeptForm, is_same_account: bool) -> bool {
        self.ids.set(kept.ids);
        self.choices.first.set(kept.first);
        self.choices.keeps.set(kept.keeps);
        let was_going_on = is_same_account && kept.rollout.was_going_on();
        if is_same_account {
            let later = kept.rollout.later.clone();
            self.rollout.restore(kept.rollout);
            if was_going_on {
                let typed = self.ids.get_untracked();
                let put_back = self.rollout.batches().with_untracked(|batches| {
                    batches.as_ref().is_some_and(|batches| keep_rest(self.ids, &typed, batches, &later))
                });
                self.rollout.is_put_back().set(put_back);
            }
        }
        was_going_on
    }
}

/// Everything of the person that is not sent, or whose outcome they may still want to see.
#[derive(Clone, Copy)]
struct Drafts {
    attach: AttachDraft,
    detach: DetachDraft,
    selection: Selection,
}

impl Drafts {
    fn attach(self) -> Parts {
        Parts { ids: self.attach.ids, choices: self.attach.choices, rollout: self.attach.rollout }
    }

    fn detach(self) -> Parts {
        Parts { ids: self.detach.ids, choices: self.detach.choices, rollout: self.detach.rollout }
    }

    fn clear(self) {
        self.attach.clear();
        self.detach.clear();
        self.selection.clear();
    }

    /// Another account's computers are others.
    fn change_account(self) {
        self.selection.clear();
        self.attach.forget();
        self.detach.forget();
    }

    fn keep(self, of: Profile) -> bool {
        let kept = KeptDrafts { of, attach: self.attach().keep(), detach: self.detach().keep() };
        if kept.attach == KeptForm::default() && kept.detach == KeptForm::default() {
            Kept::Drafts.remove();
            return true;
        }
        serde_json::to_string(&kept).is_ok_and(|text| Kept::Drafts.write(&text))
    }

    /// Takes up what this tab kept for the person before a reload.
    fn take_up(self, profile: &Profile, session: Session) {
        let kept = Kept::Drafts.read().and_then(|text| serde_json::from_str::<KeptDrafts>(&text).ok());
        let Some(kept) = kept.filter(|kept| !profile.is_somebody_else_than(&kept.of)) else { return };
        let is_same_account = kept.of.current_account == profile.current_account;
        for (parts, form) in [(self.attach(), kept.attach), (self.detach(), kept.detach)] {
            if parts.take(form, is_same_account) {
                // A copy of a tab finds the rollout of the tab that it is copied from: then it is not for here.
                session.ask_whether_sent_elsewhere(Callback::new(move |()| {
                    parts.ids.set(String::new());
                    parts.choices.clear();
                    parts.rollout.forget();
                }));
            }
        }
    }
}

/// Where the drafts belong: around every page. Lives in the context.
#[derive(Clone)]
pub struct Place {
    owner: Owner,
    session: Session,
    are_there: StoredValue<bool>,
}

impl Place {
    /// Here. They are not there yet: their code comes with the pages that need them.
    pub fn here(session: Session) -> Option<Self> {
        Some(Self { owner: Owner::current()?, session, are_there: StoredValue::new(false) })
    }

    /// Puts the drafts into the context, unless they are there, and keeps them.
    pub fn have_drafts(&self) {
        if !self.are_there.get_value() {
            self.are_there.set_value(true);
            self.owner.with(|| provide_drafts(self.session));
        }
    }
}

/// Lets `take_up` have the drafts where this tab kept some before a reload, once somebody is signed in. Where the session has
/// ended, what was kept stays for the same person; where somebody has signed out, nothing does.
pub fn follow_kept(session: Session, take_up: impl Fn() + 'static) {
    effect(move || match session.state() {
        SessionState::SignedIn(_) if Kept::Drafts.read().is_some() => take_up(),
        SessionState::SignedIn(_) | SessionState::Guest(Farewell::Ended | Farewell::Idle | Farewell::None) => {}
        SessionState::Guest(_) => Kept::Drafts.remove(),
    });
}

fn provide_drafts(session: Session) {
    let drafts = Drafts { attach: AttachDraft::new(), detach: DetachDraft::new(), selection: Selection::new() };
    let (attach, detach) = (drafts.attach, drafts.detach);
    provide_context(attach);
    provide_context(detach);
    provide_context(drafts.selection);
    provide_context(Forms {
        attach: Form { ids: attach.ids, fill: Callback::new(move |ids| attach.refill(ids)) },
        detach: Form { ids: detach.ids, fill: Callback::new(move |ids| detach.refill(ids)) },
    });
    let on_unload = window_event_listener(leptos::ev::beforeunload, move |event| {
        if attach.is_unsent() || detach.is_unsent() {
            // The browser asks, in its own words.
            event.prevent_default();
        }
    });
    on_cleanup(move || on_unload.remove());
    session.stay_while(Signal::derive(move || attach.rollout.is_sending() || detach.rollout.is_sending()));
    follow_person(session, &drafts);
    keep_for_reload(session, &drafts);
}

/// Lets the drafts follow who is signed in, and to which account.
fn follow_person(session: Session, drafts: &Drafts) {
    let drafts = *drafts;
    let is_taken_up = StoredValue::new(false);
    Effect::new(move |before: Option<Option<Profile>>| {
        let before = before.flatten();
        let now = match session.state() {
            SessionState::Guest(farewell) if farewell.is_wanted() => None,
            SessionState::Guest(_) => before.clone(),
            SessionState::SignedIn(viewer) => Some(viewer.profile),
        };
        if let Some(profile) = now.as_ref().filter(|_| !is_taken_up.get_value()) {
            is_taken_up.set_value(true);
            drafts.take_up(profile, session);
        }
        match (before, &now) {
            (Some(before), Some(now)) if now.is_somebody_else_than(&before) => drafts.clear(),
            (Some(before), Some(now)) if now.current_account != before.current_account => drafts.change_account(),
            (Some(_), None) => drafts.clear(),
            _ => {}
        }
        now
    });
}

/// Keeps the drafts of whoever is signed in.
fn keep_for_reload(session: Session, drafts: &Drafts) {
    let drafts = *drafts;
    effect(move || {
        if let SessionState::SignedIn(viewer) = session.state()
            && !drafts.keep(viewer.profile)
        {
            session.keeps_nothing();
        }
    });
}
