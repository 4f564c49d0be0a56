//! The activities of a rollout, followed as one.

use leptos::prelude::*;

use crate::api::id::ComputerId;
use crate::components::computers_table::ComputersTable;
use crate::components::failures::Failures;
use crate::components::follow_status::{Age, NotRefreshed};
use crate::components::followed_activity::NoDetails;
use crate::components::notify_button::NotifyButton;
use crate::components::progress_bar::ProgressBar;
use crate::components::result_actions::ResultActions;
use crate::csv;
use crate::follow::children::Children;
use crate::follow::followed::Details;
use crate::follow::watch::Rest;
use crate::rollout::fleet::Fleet;
use crate::words::{self, follow, rollout};

/// How far the computers of all activities are, and what became of them.
#[component]
pub fn FollowedFleet(
    /// The activities.
    fleet: Fleet,
    /// Computers that were sent and left out.
    #[prop(into)]
    left_out: Signal<Vec<ComputerId>>,
) -> impl IntoView {
    let all = fleet.all;
    let details = Memo::new(move |_| all.details.get());
    let progress = Memo::new(move |_| all.children.with(Children::progress));
    view! {
        <div class="followed-activity">
            <FleetStatus fleet />
            {move || match details.get() {
                Details::None => ().into_any(),
                Details::Unavailable => view! { <NoDetails /> }.into_any(),
                Details::Listed => view! {
                    <ProgressBar label=follow::PROGRESS progress />
                    <Failures followed=all />
                    {move || view! { <ResultActions followed=all left_out=left_out.get() stem=Some(stem(fleet)) /> }}
                    <ComputersTable followed=all caption=rollout::COMPUTERS />
                }
                .into_any(),
            }}
        </div>
    }
}

/// The beginning of a file's name, by the first activity and the last.
fn stem(fleet: Fleet) -> Signal<String> {
    Signal::derive(move || {
        let activities = fleet.activities.read();
        let ids = [activities.first(), activities.last()].into_iter().flatten().map(|activity| activity.id.to_string());
        csv::stem("activities", &ids.collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>())
    })
}

/// How the watch stands.
#[component]
fn FleetStatus(fleet: Fleet) -> impl IntoView {
    let all = fleet.all;
    let sentence = Memo::new(move |_| match all.rest.get() {
        Some(Rest::Ended) => rollout::ENDED,
        Some(Rest::Paused) => follow::PAUSED,
        Some(Rest::Offline) => follow::OFFLINE,
        Some(Rest::Hidden) | None => rollout::WATCHED,
    });
    let is_paused = Memo::new(move |_| all.rest.get() == Some(Rest::Paused));
    view! {
        <div class="follow-status">
            <p class="follow-status__line">
                <span>{sentence}</span>
                <span class="u-text--muted">
                    <Age updated_at=all.updated_at />
                </span>
            </p>
            <div class="follow-status__actions">
                <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| all.look.run(())>
                    {move || if is_paused.get() { follow::KEEP_WATCHING } else { words::REFRESH }}
                </button>
                <NotifyButton followed=all />
            </div>
        </div>
        <NotRefreshed followed=all />
    }
}
