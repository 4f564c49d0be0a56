//! Watching the activities of a rollout: a few at a time, all in turn, with one request under way at most.

use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::client::Client;
use crate::api::id::ActivityId;
use crate::effects::effect;
use crate::follow::bell::Bell;
use crate::follow::children::Children;
use crate::follow::followed::{Details, Followed};
use crate::follow::follower::{ring_on_changes_around, watch};
use crate::follow::names::Names;
use crate::follow::watch::{Event, Extent, Look};
use crate::format::now_seconds;
use crate::lasting::Lasting;
use crate::rollout::batches::{Batch, Batches};
use crate::rollout::fleet::Fleet;
use crate::rollout::rota::Rota;
use crate::rollout::telling::tell;
use crate::session::use_session;
use crate::tasks::spawn;

/// The shortest time between two rounds, in milliseconds, once everything was read.
const LEAST_WAIT: i64 = 5_000;

type Requests = Lasting<Option<Batches>>;

/// Follows the activities of a rollout as long as what calls this is shown, also those that are still to come.
pub fn follow(batches: Requests) -> Fleet {
    let (bell, names, session) = (Bell::default(), Names::new(), use_session());
    let asked = bell.clone();
    let look = Callback::new(move |()| asked.ring(Event::Asked));
    let all = Followed::new(ActivityId(0), None, names, look);
    let fleet = Fleet { activities: RwSignal::default(), all };
    ring_on_changes_around(&bell);
    let owner = Owner::current().unwrap_or_default();
    let rung = bell.clone();
    effect(move || {
        let known = fleet.activities.with_untracked(Vec::len);
        let made = batches.with(|batches| made(batches.as_ref()));
        if made.len() <= known {
            return;
        }
        let new = made.into_iter().skip(known);
        let new = owner.with(|| new.map(|it| Followed::new(it.id, Some(it), names, look)).collect::<Vec<_>>());
        fleet.activities.update(|activities| activities.extend(new));
        fleet.expect(batches);
        if known == 0 {
            rung.ring(Event::TimeIsOver);
        }
    });
    Effect::new(move |before: Option<_>| {
        let credential = session.credential();
        if before.is_some_and(|before| before != credential) {
            fleet.forget();
            fleet.expect(batches);
        }
        if let Some(client) = session.client().map(Client::once) {
            let bell = bell.clone();
            spawn(async move { fleet.watch(&client, &bell, batches).await });
        }
        credential
    });
    tell(fleet, batches);
    fleet
}

fn made(batches: Option<&Batches>) -> Vec<Activity> {
    batches.into_iter().flat_map(Batches::all).filter_map(Batch::activity).cloned().collect()
}

impl Fleet {
    /// What was read for another account is not shown while this one's is awaited.
    fn forget(&self) {
        self.all.forget();
        self.activities.with_untracked(|activities| activities.iter().for_each(Followed::forget));
    }

    /// Takes note of how many computers there are to be read of.
    fn expect(&self, batches: Requests) {
        let queued = |batches: &Option<Batches>| batches.as_ref().map_or(0, |batches| batches.account().queued);
        let queued = batches.with_untracked(queued);
        self.all.children.update(|children| children.expect(queued));
    }

    async fn watch(self, client: &Client, bell: &Bell, batches: Requests) {
        let rota = StoredValue::new(Rota::default());
        let least = || if rota.with_value(Rota::has_unread) { 0 } else { LEAST_WAIT };
        let look = async |extent| Event::Looked(self.look(client, extent, rota, batches).await);
        watch(&self.all, bell, least, look).await;
    }

    /// One round.
    async fn look(&self, client: &Client, extent: Extent, rota: StoredValue<Rota>, batches: Requests) -> Look {
        let activities = self.activities.try_get_untracked().unwrap_or_default();
        rota.update_value(|rota| {
            if extent == Extent::All {
                rota.begin_anew();
            }
            rota.grow(activities.len());
        });
        let mut found = Look::Unchanged;
        for (place, extent) in rota.try_update_value(Rota::round).unwrap_or_default() {
            let Some(activity) = activities.get(place) else { continue };
            let look = activity.look_at(client, extent).await;
            self.take(activity, look);
            rota.update_value(|rota| match look {
                Look::Failed(_) => {}
                Look::Ended => rota.end(place),
                Look::Changed | Look::Unchanged => rota.read(place),
            });
            found = together(found, look);
            if matches!(look, Look::Failed(Some(_))) {
                break;
            }
        }
        let is_going_on = |batches: &Option<Batches>| batches.as_ref().is_some_and(Batches::is_going_on);
        let is_over = !activities.is_empty()
            && rota.with_value(Rota::is_over)
            && !batches.try_with_untracked(is_going_on).unwrap_or(false);
        if is_over { Look::Ended } else { found }
    }

    /// Shows what was read of one among what is known of all.
    fn take(&self, activity: &Followed, look: Look) {
        let _ = self.all.error.try_set(activity.error.try_get_untracked().flatten());
        if matches!(look, Look::Failed(_)) {
            return;
        }
        let _ = self.all.updated_at.try_set(Some(now_seconds()));
        let details = activity.details.try_get_untracked().unwrap_or(Details::None);
        if look != Look::Unchanged {
            activity.children.with_untracked(|children: &Children| {
                let _ = self.all.children.try_update(|all| all.absorb(children));
            });
        }
        // What one server tells of one group, it tells of all.
        if details != Details::None && self.all.details.try_get_untracked() != Some(Details::Listed) {
            let _ = self.all.details.try_set(details);
        }
    }
}

/// What a round found: any news is news, and the longest time of peace is kept.
fn together(before: Look, now: Look) -> Look {
    match (before, now) {
        (Look::Failed(one), Look::Failed(other)) => Look::Failed(one.max(other)),
        (failed @ Look::Failed(_), _) | (_, failed @ Look::Failed(_)) => failed,
        (Look::Unchanged, Look::Unchanged) => Look::Unchanged,
        _ => Look::Changed,
    }
}
