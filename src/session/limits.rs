//! Where a session ends without a press on "Sign out": by the clock, by what other tabs tell, and by what a tab finds when
//! the browser shows it again.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::api::computer::query::ComputerQuery;
use crate::api::life;
use crate::api::server_clock;
use crate::format::now_seconds;
use crate::idle::Idleness;
use crate::keeping::Kept;
use crate::session::{Farewell, Session, SessionState, stored};
use crate::tabs::{News, SignInId};

/// How often the time left is looked at.
const TICK: Duration = Duration::from_secs(5);
/// How often it is noted that the person is here.
const NOTE_SECONDS: i64 = 5;
/// The server ends a token at its time; no sooner, by the clock that its answers told.
const GRACE_SECONDS: i64 = 5;

/// Whether the browser shows a page again as it was left, or may do so.
fn is_kept_by_browser(event: &web_sys::Event) -> bool {
    let event = event.dyn_ref::<web_sys::PageTransitionEvent>();
    event.is_some_and(web_sys::PageTransitionEvent::persisted)
}

impl Session {
    pub(super) fn watch_limits(self) {
        self.tabs.listen(move |of, news| self.hear(of, news));
        if let Ok(ticking) = set_interval_with_handle(move || self.tick(), TICK) {
            on_cleanup(move || ticking.clear());
        }
        let note = move || self.note_activity();
        let events = [
            window_event_listener(ev::keydown, move |_| note()),
            window_event_listener(ev::pointerdown, move |_| note()),
            window_event_listener(ev::pointermove, move |_| note()),
            window_event_listener(ev::wheel, move |_| note()),
            window_event_listener(ev::pageshow, move |event| {
                if is_kept_by_browser(&event) {
                    self.come_back();
                }
            }),
            window_event_listener(ev::beforeunload, |_| life::may_leave()),
            window_event_listener(ev::pagehide, move |event| {
                if !is_kept_by_browser(&event) {
                    life::stop();
                }
            }),
        ];
        on_cleanup(move || events.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// As long as `is_busy`, the person is taken to be here: what they have begun is not cut off.
    pub fn stay_while(&self, is_busy: Signal<bool>) {
        self.is_busy.set(Some(is_busy));
        self.tell_of_orders(is_busy);
    }

    /// Whether what the person has begun is under way.
    pub fn is_busy(&self) -> bool {
        self.is_busy.get().is_some_and(|is_busy| is_busy.get())
    }

    /// Seconds until the session ends since nobody does anything, once that is warned of.
    pub fn idle_seconds_left(&self) -> Option<i64> {
        let is_signed_in = self.state.with(|state| matches!(state, SessionState::SignedIn(_)));
        match self.idle_limit.judge(self.active_at.get(), self.now.get()) {
            Idleness::Warned(seconds) if is_signed_in => Some(seconds),
            _ => None,
        }
    }

    /// The person answered that they are here.
    pub fn stay(&self) {
        self.be_active(now_seconds());
    }

    /// Takes note that the browser keeps nothing for a reload.
    pub fn keeps_nothing(&self) {
        self.keeps_nothing.set(true);
    }

    /// Whether the browser keeps nothing for a reload; the person is told so.
    pub fn is_not_kept(&self) -> Signal<bool> {
        self.keeps_nothing.into()
    }

    fn tick(self) {
        self.now.set(now_seconds());
        // Of a clock that was put back since: idleness would begin only once that time comes again.
        let is_in_the_future = self.active_at.get_untracked() > now_seconds();
        let is_busy = untrack(|| self.is_busy());
        if is_busy {
            self.tell(News::Sending);
        }
        if is_busy || is_in_the_future {
            self.note_activity();
        }
        self.look_at_limits();
    }

    /// Ends a session that nobody used for too long, and one whose token has ended by the server's own clock. This computer's
    /// alone ends nothing: it may be wrong.
    pub(super) fn look_at_limits(self) {
        let now = now_seconds();
        let expires_at = self.state.with_untracked(|state| match state {
            SessionState::SignedIn(viewer) => Some(viewer.token.claims().expires_at),
            SessionState::Guest(_) => None,
        });
        let Some(expires_at) = expires_at else { return };
        if self.idleness(now) == Idleness::Gone {
            self.close(Farewell::Idle);
        } else if server_clock::ahead().is_some()
            && expires_at.is_some_and(|end| end.saturating_add(GRACE_SECONDS) <= server_clock::at(now))
        {
            stored::forget();
            self.state.set(SessionState::Guest(Farewell::Ended));
        }
    }

    fn idleness(self, now: i64) -> Idleness {
        self.idle_limit.judge(self.active_at.get_untracked(), now)
    }

    /// Something was pressed or moved. Once the end is near, only an answer to the question counts.
    fn note_activity(self) {
        let now = now_seconds();
        match self.idleness(now) {
            Idleness::Here if (now - self.active_at.get_untracked()).abs() >= NOTE_SECONDS => self.be_active(now),
            Idleness::Here | Idleness::Warned(_) => {}
            // The computer slept: its first key is no sign of whom it was that left.
            Idleness::Gone => self.look_at_limits(),
        }
    }

    fn be_active(self, now: i64) {
        if self.state.with_untracked(|state| matches!(state, SessionState::SignedIn(_))) {
            self.active_at.set(now);
            self.keep();
            self.tell(News::Active);
        }
    }

    /// Keeps the session for a reload.
    pub(super) fn keep(self) {
        let active_at = self.active_at.get_untracked();
        self.state.with_untracked(|state| {
            if let SessionState::SignedIn(viewer) = state {
                self.sign_in.update_value(|sign_in| {
                    sign_in.is_kept = stored::store(viewer, sign_in.id.as_ref(), active_at);
                });
                if !self.sign_in.with_value(|sign_in| sign_in.is_kept) && !self.keeps_nothing.get_untracked() {
                    self.keeps_nothing();
                }
            }
        });
    }

    /// Tells the copies of this tab.
    pub(super) fn tell(self, news: News) {
        if let Some(id) = self.sign_in.with_value(|sign_in| sign_in.id.clone()) {
            self.tabs.tell(&id, news);
        }
    }

    fn hear(self, of: &SignInId, news: News) {
        if self.state.with_untracked(|state| matches!(state, SessionState::Guest(_))) {
            return;
        }
        let is_ours = self.sign_in.with_value(|sign_in| sign_in.id.as_ref() == Some(of));
        match news {
            News::SignedOut | News::SignedOutEverywhere if is_ours => self.close(Farewell::Elsewhere),
            // Another sign-in: perhaps of the same person, whose tokens have all ended. The server knows.
            News::SignedOutEverywhere => self.ask_for_certain(),
            News::Active if is_ours => {
                self.active_at.set(now_seconds());
                self.now.set(now_seconds());
                self.keep();
            }
            News::IsAnyoneSending if untrack(|| self.is_busy()) => self.tell(News::Sending),
            News::Sending => self.hear_of_sending(is_ours),
            News::Sent => self.hear_of_end(),
            _ => {}
        }
    }

    /// The browser shows the page as it was left, perhaps long ago: whoever has signed out since is signed out here too, and
    /// what is shown is asked for again.
    fn come_back(self) {
        let was_kept = self.sign_in.with_value(|sign_in| sign_in.is_kept);
        let is_signed_in = self.state.with_untracked(|state| matches!(state, SessionState::SignedIn(_)));
        if is_signed_in && was_kept && Kept::Session.read().is_none() {
            self.close(Farewell::Elsewhere);
            return;
        }
        self.tick();
        self.ask_again();
    }

    /// Something small is asked for, even where nothing is shown.
    fn ask_for_certain(self) {
        if let Some(client) = untrack(|| self.client()) {
            // Whatever it answers, but a refusal of the token: that ends the session.
            spawn_local(async move { drop(client.computer_count(&ComputerQuery::default()).await) });
        }
    }

    /// Whatever is shown asks the server again, which may refuse the token.
    fn ask_again(self) {
        self.state.notify();
    }
}
