//! The table "Requests".

use leptos::prelude::*;

use crate::api::id::ActivityId;
use crate::components::pagination::Pagination;
use crate::components::status_badge::StatusBadge;
use crate::lasting::Lasting;
use crate::locale::number;
use crate::navigation::use_navigation;
use crate::rollout::batches::{Batch, Batches};
use crate::rollout::fleet::Fleet;
use crate::rollout::outcome::status;
use crate::route::Route;
use crate::status::Status;
use crate::words::{self, fields, rollout};

/// How many rows stand in the page at once.
const ROWS: usize = 50;

/// A request as its row has it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    place: usize,
    computers: usize,
    status: Status,
    activity: Option<ActivityId>,
}

impl Row {
    fn of(place: usize, batch: &Batch) -> Self {
        let activity = batch.activity().map(|activity| activity.id);
        Self { place, computers: batch.computer_ids.len(), status: status(batch), activity }
    }
}

/// Each request with its computers, what came of it, and its activity.
#[component]
pub fn Requests(
    /// The requests.
    batches: Lasting<Option<Batches>>,
    /// The activities that were made.
    fleet: Fleet,
) -> impl IntoView {
    let page = RwSignal::new(1);
    let total = Memo::new(move |_| batches.with(|batches| batches.as_ref().map_or(0, |batches| batches.all().len())));
    let rows = Memo::new(move |_| {
        let first = (page.get() - 1) * ROWS;
        batches.with(|batches| {
            let batches = batches.as_ref().map(Batches::all).unwrap_or_default().iter().enumerate();
            batches.skip(first).take(ROWS).map(|(index, batch)| Row::of(index + 1, batch)).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="data-table rollout-report__requests" role="region" aria-label=words::table_of(rollout::REQUESTS) tabindex="0">
            <table>
                <caption class="u-off-screen">{rollout::REQUESTS}</caption>
                <thead>
                    <tr>
                        <th scope="col">{rollout::REQUEST}</th>
                        <th scope="col" class="u-align--right">{fields::COMPUTERS}</th>
                        <th scope="col">{rollout::OUTCOME}</th>
                        <th scope="col">{fields::ACTIVITY}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|row| (row.place, row.status.label.clone()) let:row>
                        <tr>
                            <th scope="row">{number(row.place)}</th>
                            <td class="u-align--right">{number(row.computers)}</td>
                            <td><StatusBadge status=row.status /></td>
                            <td><ActivityLink activity=row.activity fleet /></td>
                        </tr>
                    </For>
                </tbody>
            </table>
        </div>
        <Pagination label=rollout::REQUESTS page length=ROWS total on_page=Callback::new(move |to| page.set(to)) />
    }
}

/// The way to an activity, and how far that is.
#[component]
fn ActivityLink(activity: Option<ActivityId>, fleet: Fleet) -> impl IntoView {
    let Some(id) = activity else { return words::NOTHING.into_any() };
    let route = Route::Activity(id);
    let href = use_navigation().href(&route);
    let followed = Memo::new(move |_| fleet.activities.read().iter().find(|it| it.id == id).map(|it| it.activity));
    let status = Memo::new(move |_| followed.get()?.get().map(|activity| Status::from(&activity.activity_status)));
    view! {
        <a href=href>{route.heading()}</a>
        " "
        {move || status.get().map(|status| view! { <StatusBadge status /> })}
    }
    .into_any()
}
