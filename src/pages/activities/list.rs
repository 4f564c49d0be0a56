//! Recent activities: where to look whether a request was queued.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::page::Page;
use crate::components::date_text::Moment;
use crate::components::empty::Empty;
use crate::components::load::Load;
use crate::components::page_header::PageHeader;
use crate::components::status_badge::StatusBadge;
use crate::format::{NOTHING, count};
use crate::navigation::use_navigation;
use crate::reading::Reader;
use crate::route::Route;
use crate::status::Status;

/// How many are asked for.
const LIMIT: u32 = 50;

/// The page "Activities".
#[component]
pub fn ActivitiesPage() -> impl IntoView {
    let reader = Reader::new(|| (), |client, ()| async move { client.recent_activities(LIMIT).await });
    let ready = |page: Arc<Page<Activity>>| view! { <ActivitiesTable page /> };
    view! {
        <PageHeader heading=Route::Activities.heading()>
            <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| reader.again()>
                "Refresh"
            </button>
        </PageHeader>
        <Load reader ready />
    }
}

#[component]
fn ActivitiesTable(page: Arc<Page<Activity>>) -> impl IntoView {
    let mut activities = page.results.clone();
    if activities.is_empty() {
        return view! { <Empty title="No activities">"Nothing was done in this account yet."</Empty> }.into_any();
    }
    activities.sort_by_key(|activity| std::cmp::Reverse(activity.id));
    let counted = count(activities.len(), "recent activity", "recent activities");
    let rows = activities.into_iter().map(|activity| view! { <ActivityRow activity /> });
    view! {
        <p class="table-count" role="status">{counted}</p>
        <div class="data-table" role="region" aria-label="Activities table" tabindex="0">
            <table>
                <caption class="u-off-screen">"Activities"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Activity"</th>
                        <th scope="col">"Summary"</th>
                        <th scope="col">"Status"</th>
                        <th scope="col" class="u-align--right">"Computers"</th>
                        <th scope="col">"Creator"</th>
                        <th scope="col">"Created"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn ActivityRow(activity: Activity) -> impl IntoView {
    let route = Route::Activity(activity.id);
    let (href, heading) = (use_navigation().href(&route), route.heading());
    let nothing = || NOTHING.to_owned();
    let computers = activity.computer_count.map_or_else(nothing, |count| count.to_string());
    let creator = activity.creator.and_then(|creator| creator.name.or(creator.email)).unwrap_or_else(nothing);
    view! {
        <tr>
            <th scope="row"><a href=href>{heading}</a></th>
            <td dir="auto">{activity.summary.unwrap_or_else(nothing)}</td>
            <td><StatusBadge status=Status::from(&activity.activity_status) /></td>
            <td class="u-align--right">{computers}</td>
            <td dir="auto">{creator}</td>
            <td><Moment date=activity.creation_time /></td>
        </tr>
    }
}
