//! What a watch tells beyond its page: in the document's title, aloud, and by a notification of the browser.

use leptos::prelude::*;

use crate::announcer::Announcer;
use crate::effects::effect;
use crate::follow::children::Children;
use crate::follow::followed::{Details, Followed};
use crate::follow::progress::Progress;
use crate::follow::turns::{Standing, Turns, sentence};
use crate::format::now_milliseconds;
use crate::notifier::notify;
use crate::title::prefix_title;
use crate::words::follow;

/// Tells the turns of a watch as long as what calls this is shown.
pub fn tell(followed: Followed) {
    let progress = Memo::new(move |_| {
        (followed.details.get() == Details::Listed).then(|| followed.children.with(Children::progress))
    });
    prefix_title(move || {
        let progress: Option<Progress> = progress.get();
        progress.map(|progress| follow::title(progress.done(), progress.total)).unwrap_or_default()
    });
    let announcer = use_context::<Announcer>();
    let turns = StoredValue::new(Turns::default());
    effect(move || {
        followed.updated_at.track();
        let standing = if followed.has_ended() { Standing::Ended } else { Standing::Going };
        let Some(activity) = followed.activity.get() else { return };
        if followed.updated_at.read_untracked().is_none() {
            return;
        }
        let text = sentence(&activity, progress.get_untracked(), standing);
        let told = turns.try_update_value(|turns| turns.tell(now_milliseconds(), &text, standing)).flatten();
        let Some(text) = told else { return };
        if standing == Standing::Ended && followed.notifies.get_untracked() {
            notify(&text);
        }
        if let Some(announcer) = announcer {
            announcer.say(text);
        }
    });
}
