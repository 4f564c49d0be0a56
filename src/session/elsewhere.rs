//! Orders that are being sent in other tabs of this browser: in copies of this one, and in those of any other sign-in.

use leptos::prelude::*;

use crate::format::now_seconds;
use crate::lasting::Lasting;
use crate::session::Session;
use crate::tabs::News;

/// How long a tab is believed that has said that it sends, in seconds: the timers of one that is hidden run once a minute, and
/// one that is closed says nothing more.
const BELIEVED_FOR: u64 = 90;
/// Who answers a question does so at once; what is said later, in seconds, answers somebody else's.
const ANSWERED_WITHIN: u64 = 5;

/// What other tabs have told of orders.
#[derive(Clone, Copy)]
pub(super) struct Elsewhere {
    heard_at: Lasting<Option<i64>>,
    /// What to do where the answer comes, and since when it is awaited.
    awaited: StoredValue<Option<(i64, Vec<Callback<()>>)>>,
}

impl Elsewhere {
    /// Nothing was told yet.
    pub fn new() -> Self {
        Self { heard_at: Lasting::new(None), awaited: StoredValue::new(None) }
    }
}

impl Session {
    /// Whether an order is being sent in another tab, as far as others have told.
    pub fn is_sending_elsewhere(&self) -> bool {
        self.now.track();
        self.elsewhere.heard_at.get().is_some_and(|heard_at| now_seconds().abs_diff(heard_at) < BELIEVED_FOR)
    }

    /// Asks the other tabs, so that [`Session::is_sending_elsewhere`] knows of what has begun before.
    pub fn ask_whether_sending_elsewhere(&self) {
        self.tell(News::IsAnyoneSending);
    }

    /// Calls `forget` where what this tab found under way goes on in the tab that this one is a copy of.
    pub fn ask_whether_sent_elsewhere(&self, forget: Callback<()>) {
        self.elsewhere.awaited.update_value(|awaited| {
            let (asked_at, all) = awaited.get_or_insert_default();
            *asked_at = now_seconds();
            all.push(forget);
        });
        self.tell(News::IsAnyoneSending);
    }

    /// Tells the others when an order begins and when it ends.
    pub(super) fn tell_of_orders(self, is_sending: Signal<bool>) {
        Effect::new(move |before: Option<bool>| {
            let now = is_sending.get();
            if now != before.unwrap_or(false) {
                self.tell(if now { News::Sending } else { News::Sent });
            }
            now
        });
    }

    pub(super) fn hear_of_sending(self, is_copy: bool) {
        self.elsewhere.heard_at.set(Some(now_seconds()));
        if is_copy
            && let Some((asked_at, forget)) = self.elsewhere.awaited.try_update_value(Option::take).flatten()
            && now_seconds().abs_diff(asked_at) <= ANSWERED_WITHIN
        {
            for forget in forget {
                forget.run(());
            }
        }
    }

    pub(super) fn hear_of_end(self) {
        self.elsewhere.heard_at.set(None);
    }
}
