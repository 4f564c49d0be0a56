//! What a rollout tells beyond its page: in the document's title, aloud, and by a notification of the browser.

use leptos::prelude::*;

use crate::announcer::Announcer;
use crate::effects::effect;
use crate::follow::children::Children;
use crate::follow::followed::Details;
use crate::follow::progress::Progress;
use crate::follow::turns::{Standing, Turns};
use crate::format::now_milliseconds;
use crate::lasting::Lasting;
use crate::notifier::notify;
use crate::rollout::batches::Batches;
use crate::rollout::fleet::Fleet;
use crate::rollout::outcome::{outcome, under_way};
use crate::title::prefix_title;
use crate::words::follow;

/// Tells the turns of a rollout as long as what calls this is shown.
pub fn tell(fleet: Fleet, batches: Lasting<Option<Batches>>) {
    let sending = Memo::new(move |_| batches.with(|batches| batches.as_ref().and_then(under_way)));
    let followed = Memo::new(move |_| {
        (fleet.all.details.get() == Details::Listed).then(|| fleet.all.children.with(Children::progress))
    });
    prefix_title(move || {
        let progress: Option<Progress> = match sending.get() {
            Some(under_way) => Some(under_way.progress),
            None => followed.get(),
        };
        progress.map(|progress| follow::title(progress.done(), progress.total)).unwrap_or_default()
    });
    let announcer = use_context::<Announcer>();
    let turns = StoredValue::new(Turns::default());
    let say = move |text: &str, standing| {
        let told = turns.try_update_value(|turns| turns.tell(now_milliseconds(), text, standing)).flatten();
        if let (Some(told), Some(announcer)) = (&told, announcer) {
            announcer.say(told.clone());
        }
        told
    };
    Effect::new(move |before: Option<bool>| {
        let under_way = sending.get();
        if let Some(under_way) = &under_way {
            say(&under_way.sentence, Standing::Going);
        } else if before == Some(true) {
            let outcome = batches.with_untracked(|batches| batches.as_ref().map(outcome));
            say(&outcome.map(|outcome| outcome.said()).unwrap_or_default(), Standing::Ended);
        }
        under_way.is_some()
    });
    effect(move || {
        let (Some(progress), None) = (followed.get(), sending.get()) else { return };
        if fleet.all.has_ended() {
            let text = follow::ended_on(progress.succeeded, progress.failed, progress.canceled);
            let told = say(&text, Standing::Ended);
            if let Some(text) = told.filter(|_| fleet.all.notifies.get_untracked()) {
                notify(&text);
            }
        } else {
            say(&progress.text(), Standing::Going);
        }
    });
}
