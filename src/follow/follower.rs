//! Watching one activity: it asks, waits and asks again, as [`Watch`] says.

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::id::ActivityId;
use crate::follow::bell::Bell;
use crate::follow::children::{Children, PAGE_LENGTH};
use crate::follow::followed::{Details, Followed};
use crate::follow::names::Names;
use crate::follow::telling::tell;
use crate::follow::watch::{Event, Extent, Look, Step, Surroundings, Watch};
use crate::format::{now_milliseconds, now_seconds};
use crate::session::use_session;
use crate::tasks::spawn;

/// Follows an activity as long as what calls this is shown. `known` is what is known of it already.
pub fn follow(id: ActivityId, known: Option<Activity>) -> Followed {
    let (bell, names, session) = (Bell::default(), Names::new(), use_session());
    let asked = bell.clone();
    let followed = Followed::new(id, known, names, Callback::new(move |()| asked.ring(Event::Asked)));
    ring_on_changes_around(&bell);
    Effect::new(move |before: Option<_>| {
        let credential = session.credential();
        if before.is_some_and(|before| before != credential) {
            followed.forget();
        }
        if let Some(client) = session.client().map(Client::once) {
            let bell = bell.clone();
            spawn(async move {
                let look = async |extent| followed.look_for_event(&client, extent, &bell).await;
                watch(&followed, &bell, || 0, look).await;
            });
        }
        credential
    });
    tell(followed);
    followed
}

/// Rings when the tab is hidden or shown, and when the connection is lost or found.
pub fn ring_on_changes_around(bell: &Bell) {
    let listeners = ["visibilitychange", "online", "offline"].map(|event| {
        let bell = bell.clone();
        window_event_listener_untyped(event, move |_| bell.ring(Event::SurroundingsChanged))
    });
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

fn surroundings() -> Surroundings {
    Surroundings { is_visible: !document().hidden(), is_online: window().navigator().on_line() }
}

/// Looks, waits `least` milliseconds or more, and looks again, as [`Watch`] says. `followed` shows how it stands.
///
/// A task of an effect: whatever it reads with tracking would start the effect, and another watch, anew.
pub async fn watch(followed: &Followed, bell: &Bell, least: impl Fn() -> i64, look: impl AsyncFn(Extent) -> Event) {
    let mut watch = Watch::begin(now_milliseconds());
    let (mut step, mut extent) = (Step::Look, Extent::All);
    loop {
        let event = match step {
            Step::Look => {
                let _ = followed.rest.try_set(None);
                let _ = followed.is_looking.try_set(true);
                let event = look(extent).await;
                let _ = followed.is_looking.try_set(false);
                event
            }
            Step::Wait(milliseconds) => {
                let timer = bell.clone();
                let wait = u32::try_from(milliseconds.max(least())).unwrap_or(u32::MAX);
                let _timer = Timeout::new(wait, move || timer.ring(Event::TimeIsOver));
                bell.heard().await
            }
            Step::Rest(rest) => {
                let _ = followed.rest.try_set(Some(rest));
                bell.heard().await
            }
        };
        extent = if event == Event::Asked { Extent::All } else { Extent::WhatGoesOn };
        step = watch.step(event, now_milliseconds(), surroundings());
    }
}

impl Followed {
    /// An activity of which nothing is read yet. `look` looks at all of it.
    pub fn new(id: ActivityId, known: Option<Activity>, names: Names, look: Callback<()>) -> Self {
        Self {
            id,
            activity: RwSignal::new(known.map(Arc::new)),
            children: RwSignal::default(),
            details: RwSignal::new(Details::None),
            error: RwSignal::new(None),
            rest: RwSignal::new(None),
            is_looking: RwSignal::new(true),
            updated_at: RwSignal::new(None),
            names: names.known,
            names_to_come: names.to_come,
            notifies: RwSignal::new(false),
            look,
            want_names: Callback::new(move |ids: Vec<_>| names.want(&ids)),
        }
    }

    /// What was read for another account is not shown while this one's is awaited.
    pub fn forget(&self) {
        self.activity.set(None);
        self.children.set(Children::default());
        self.details.set(Details::None);
        self.error.set(None);
        self.updated_at.set(None);
    }

    async fn look_for_event(&self, client: &Client, extent: Extent, bell: &Bell) -> Event {
        let look = self.look_at(client, extent).await;
        if self.activity.try_with_untracked(Option::is_none).unwrap_or(true) {
            // There is nothing to watch, and a button to try again.
            let _ = self.is_looking.try_set(false);
            while bell.heard().await != Event::Asked {}
            return Event::Asked;
        }
        Event::Looked(look)
    }

    /// Reads what there is to read, and says what that was.
    pub async fn look_at(&self, client: &Client, extent: Extent) -> Look {
        let answer = self.read(client, extent).await;
        let _ = self.error.try_set(answer.as_ref().err().cloned());
        match answer {
            Err(error) => Look::Failed(error.retry_after()),
            Ok(changed) => {
                let _ = self.updated_at.try_set(Some(now_seconds()));
                match (untrack(|| self.has_ended()), changed) {
                    (true, _) => Look::Ended,
                    (false, true) => Look::Changed,
                    (false, false) => Look::Unchanged,
                }
            }
        }
    }

    /// Reads the activity, then its children; whether anything has changed.
    async fn read(&self, client: &Client, extent: Extent) -> Result<bool, ApiError> {
        let activity = client.activity(self.id).await?;
        let is_group = activity.is_group();
        let is_new = self.activity.try_with_untracked(|known| known.as_deref() != Some(&activity)).unwrap_or(false);
        if is_new {
            let _ = self.activity.try_set(Some(Arc::new(activity)));
        }
        let skips = extent == Extent::WhatGoesOn && self.details.try_get_untracked() == Some(Details::Unavailable);
        if !is_group || skips {
            return Ok(is_new);
        }
        match self.read_children(client, extent).await {
            Ok(changed) => Ok(is_new || changed),
            Err(error) if is_for_good(&error) => {
                let _ = self.details.try_set(Details::Unavailable);
                Ok(is_new)
            }
            Err(error) => Err(error),
        }
    }

    async fn read_children(&self, client: &Client, extent: Extent) -> Result<bool, ApiError> {
        if extent == Extent::All {
            let _ = self.children.try_update_untracked(Children::read_anew);
        }
        let (mut changed, mut from) = (false, 0);
        while let Some(offset) = self.children.try_with_untracked(|children| children.next_offset(from)).flatten() {
            let page = client.activity_children(self.id, PAGE_LENGTH, offset).await?;
            if page.results.iter().any(|child| child.parent_id != Some(self.id)) {
                // A server that does not know the query may give everything there is.
                return Err(ApiError::Rejected { status: 400, message: None });
            }
            let merged = self.children.try_maybe_update(|children| {
                let merged = children.merge(offset, page);
                (merged, merged)
            });
            changed |= merged.unwrap_or(false);
            from = offset.saturating_add(1);
        }
        let _ = self.details.try_set(Details::Listed);
        Ok(changed)
    }
}

/// Whether a server that answers so will never tell of the computers.
fn is_for_good(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::Rejected { .. } | ApiError::NotFound(_) | ApiError::Forbidden(_) | ApiError::Undecodable { .. }
    )
}
