//! Checking a form: when it is asked for, when what it names has changed, and anew when what is known is old.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::api::client::Client;
use crate::effects::effect;
use crate::format::now_milliseconds;
use crate::lasting::Lasting;
use crate::preflight::check::{CheckState, Preflight, Purpose, Step, Unchecked};
use crate::preflight::choices::{Choices, read_first};
use crate::preflight::facts::Known;
use crate::preflight::mention::Mentions;
use crate::preflight::plan::Plan;
use crate::preflight::reading;
use crate::session::{Session, use_session};
use crate::tasks::spawn;

/// What a form gives to be checked.
#[derive(Clone, Copy)]
pub struct Subject {
    /// What is asked of the computers.
    pub request: ProRequest,
    /// The text that names them.
    pub ids: Lasting<String>,
    /// The id of the field that it is typed into.
    pub field: &'static str,
    /// What the person chose.
    pub choices: Choices,
}

/// Checks a form as long as what calls this is shown. `on_step` is told what a press on the form's button leads to.
pub fn preflight(subject: Subject, on_step: Callback<Step>) -> Preflight {
    let Subject { request, ids, field, choices } = subject;
    let session = use_session();
    let mentions = Memo::new(move |_| Arc::new(Mentions::parse(&ids.read())));
    let known = RwSignal::new(None::<Arc<Known>>);
    let plan = Memo::new(move |_| plan(request, &mentions.read(), known.read().as_deref(), choices));
    let job = RwSignal::new(None);
    let checker = Checker { job, on_step, session };
    let slot = StoredValue::new(None::<Preflight>);
    let preflight = Preflight {
        request,
        ids,
        mentions,
        choices,
        state: RwSignal::new(CheckState::Idle),
        purpose: RwSignal::new(Purpose::Look),
        known,
        plan,
        dry_runs: RwSignal::new(0),
        is_sending_elsewhere: Signal::derive(move || session.is_sending_elsewhere()),
        check: Callback::new(move |purpose| {
            if let Some(preflight) = slot.get_value() {
                checker.check(preflight, purpose);
            }
        }),
        stop: Callback::new(move |()| {
            if let Some(preflight) = slot.get_value() {
                checker.stop(preflight);
            }
        }),
    };
    slot.set_value(Some(preflight));
    session.ask_whether_sending_elsewhere();
    checker.follow_session(preflight);
    checker.follow_mentions(preflight, field);
    checker.work(preflight);
    preflight
}

fn plan(request: ProRequest, mentions: &Mentions, known: Option<&Known>, choices: Choices) -> Option<Arc<Plan>> {
    let known = known.filter(|known| mentions.bad.is_empty() && !mentions.all.is_empty() && known.covers(mentions))?;
    let first = read_first(&choices.first.read()).flatten();
    Some(Arc::new(Plan::of(request, mentions, known, &choices.keeps.read(), first)))
}

/// What makes the checks.
#[derive(Clone, Copy)]
struct Checker {
    /// What is checked now, if anything is.
    job: RwSignal<Option<Arc<Mentions>>>,
    on_step: Callback<Step>,
    session: Session,
}

impl Checker {
    fn check(self, preflight: Preflight, purpose: Purpose) {
        let mentions = preflight.mentions.get_untracked();
        if mentions.all.is_empty() || !mentions.bad.is_empty() {
            return;
        }
        if purpose != Purpose::Look {
            preflight.dry_runs.set(0);
        }
        let is_checking = matches!(*preflight.state.read_untracked(), CheckState::Checking(_));
        if is_checking && self.job.get_untracked().as_ref() == Some(&mentions) {
            // It is new enough for everybody.
            if purpose != Purpose::Look {
                preflight.purpose.set(purpose);
            }
            return;
        }
        let has_failed = *preflight.state.read_untracked() != CheckState::Idle;
        let needs_new = preflight.known.with_untracked(|known| match known {
            Some(known) if known.covers(&mentions) && !has_failed => match purpose {
                Purpose::Look => false,
                Purpose::DryRun => true,
                Purpose::Send => !known.is_fresh(now_milliseconds()),
            },
            _ => true,
        });
        preflight.purpose.set(purpose);
        if needs_new {
            preflight.state.set(CheckState::Checking(None));
            self.job.set(Some(mentions));
        } else {
            self.finish(preflight);
        }
    }

    /// A press whose check is stopped still leads somewhere: to the question whether to send unchecked.
    fn stop(self, preflight: Preflight) {
        if matches!(*preflight.state.read_untracked(), CheckState::Checking(_)) {
            self.job.set(None);
            self.give_up(preflight, Unchecked::Stopped);
        }
    }

    fn give_up(self, preflight: Preflight, why: Unchecked) {
        let was_pressed = preflight.purpose.get_untracked() == Purpose::Send;
        let _ = preflight.state.try_set(CheckState::Unchecked(why.clone()));
        if was_pressed {
            let first = read_first(&preflight.choices.first.read_untracked()).flatten();
            // First the step, then the running: nothing may hold the mentions meanwhile.
            let step = Step::unchecked(why, &preflight.mentions.read_untracked(), first);
            self.on_step.run(step);
        }
    }

    fn finish(self, preflight: Preflight) {
        preflight.state.set(CheckState::Idle);
        let Some(plan) = preflight.plan.get_untracked() else { return };
        match preflight.purpose.get_untracked() {
            Purpose::Look => {}
            Purpose::DryRun => preflight.dry_runs.update(|times| *times += 1),
            Purpose::Send => {
                self.on_step.run(Step::of(plan, preflight.is_sending_elsewhere.get_untracked()));
            }
        }
    }

    /// What is known in one account says nothing of another.
    fn follow_session(self, preflight: Preflight) {
        Effect::new(move |before: Option<_>| {
            let credential = self.session.credential();
            if before.is_some_and(|before| before != credential) {
                self.forget(preflight);
                preflight.known.set(None);
                preflight.check.run(Purpose::Look);
            }
            credential
        });
    }

    /// A check of what is named no more is given up. What changes while nobody types is checked at once.
    fn follow_mentions(self, preflight: Preflight, field: &'static str) {
        effect(move || {
            let mentions = preflight.mentions.get();
            // A press may have been quicker.
            if self.job.get_untracked().as_ref() == Some(&mentions) {
                return;
            }
            self.forget(preflight);
            let focused = document().active_element();
            if focused.is_none_or(|focused| focused.id() != field) {
                preflight.check.run(Purpose::Look);
            }
        });
    }

    fn forget(self, preflight: Preflight) {
        self.job.set(None);
        preflight.state.set(CheckState::Idle);
        preflight.dry_runs.set(0);
    }

    /// One check at a time: another ends the one before, and its requests.
    fn work(self, preflight: Preflight) {
        effect(move || {
            let Some(mentions) = self.job.get() else { return };
            if let Some(client) = untrack(|| self.session.client()) {
                spawn(self.read(preflight, client, mentions));
            }
        });
    }

    /// A task of an effect: whatever it reads with tracking would start the effect anew.
    async fn read(self, preflight: Preflight, client: Client, mentions: Arc<Mentions>) {
        // The effect ends it a moment after it was given up.
        let is_wanted = || self.job.try_get_untracked().flatten().is_some_and(|wanted| Arc::ptr_eq(&wanted, &mentions));
        let tell = |progress| {
            if is_wanted() {
                preflight.state.set(CheckState::Checking(Some(progress)));
            }
        };
        let answer = reading::read(&client, &mentions, now_milliseconds(), &tell).await;
        untrack(|| match answer {
            _ if !is_wanted() => {}
            Ok(known) => {
                self.job.set(None);
                preflight.known.set(Some(Arc::new(known)));
                self.finish(preflight);
            }
            Err(error) => {
                self.job.set(None);
                self.give_up(preflight, Unchecked::Failed(error));
            }
        });
    }
}
