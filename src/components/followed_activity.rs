//! An activity that is followed: how far it is, its computers, and its fields.

use leptos::prelude::*;

use crate::api::id::ComputerId;
use crate::components::activity_view::ActivityFields;
use crate::components::computers_table::ComputersTable;
use crate::components::failures::Failures;
use crate::components::follow_status::FollowStatus;
use crate::components::notification::Notification;
use crate::components::progress_bar::ProgressBar;
use crate::components::result_actions::ResultActions;
use crate::follow::children::Children;
use crate::follow::followed::{Details, Followed};
use crate::status::Tone;
use crate::words::follow;

/// Everything that is known of an activity, as it becomes known.
#[component]
pub fn FollowedActivity(
    /// The activity.
    followed: Followed,
    /// Computers that were asked for and left out.
    #[prop(optional)]
    left_out: Vec<ComputerId>,
) -> impl IntoView {
    let details = Memo::new(move |_| followed.details.get());
    let progress = Memo::new(move |_| followed.children.with(Children::progress));
    view! {
        <div class="followed-activity">
            <FollowStatus followed />
            {move || match details.get() {
                Details::None => view! { <Reading followed /> }.into_any(),
                Details::Unavailable => view! { <NoDetails /> }.into_any(),
                Details::Listed => view! {
                    <ProgressBar label=follow::PROGRESS progress />
                    <Failures followed />
                    <ResultActions followed left_out=left_out.clone() />
                    <ComputersTable followed />
                }
                .into_any(),
            }}
            {move || {
                followed.activity.get().map(|activity| view! { <ActivityFields activity=(*activity).clone() /> })
            }}
        </div>
    }
}

/// That the server does not tell what becomes of each computer.
#[component]
pub fn NoDetails() -> impl IntoView {
    view! {
        <Notification tone=Tone::Information title=follow::NO_DETAILS>
            <p class="p-notification__message">{follow::NO_DETAILS_REASON}</p>
        </Notification>
    }
}

/// How many computers of a large group were read by now.
#[component]
fn Reading(followed: Followed) -> impl IntoView {
    let read =
        Memo::new(move |_| followed.children.with(|children| (children.iter().count(), children.progress().total)));
    move || {
        let (known, total) = read.get();
        (known > 0).then(|| view! { <p class="u-text--muted">{follow::reading(known, total)}</p> })
    }
}
