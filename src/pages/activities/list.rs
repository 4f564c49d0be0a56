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
use crate::navigation::use_navigation;
use crate::reading::Reader;
use crate::route::Route;
use crate::status::Status;
use crate::words;
use crate::words::{activities_page, fields, headings};

/// How many are asked for.
const LIMIT: u32 = 50;

/// The page "Activities".
#[component]
pub fn ActivitiesPage() -> impl IntoView {
    let reader = Reader::new(
        || (),
        |client, ()| async move {
            client.activity_parents(&crate::api::activity::query::ActivityQuery::default(), u64::from(LIMIT), 0).await
        },
    );
    let ready = |page: Arc<Page<Activity>>| view! { <ActivitiesTable page /> };
    view! {
        <PageHeader heading=Route::Activities.heading()>
            <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| reader.again()>
                {words::REFRESH}
            </button>
        </PageHeader>
        <Load reader ready />
    }
}

#[component]
fn ActivitiesTable(page: Arc<Page<Activity>>) -> impl IntoView {
    let mut activities = page.results.clone();
    if activities.is_empty() {
        return view! { <Empty title=activities_page::NONE>{activities_page::NONE_REASON}</Empty> }.into_any();
    }
    activities.sort_by_key(|activity| std::cmp::Reverse(activity.id));
    let counted = activities_page::recent(activities.len());
    let rows = activities.into_iter().map(|activity| view! { <ActivityRow activity /> });
    view! {
        <p class="table-count" role="status">{counted}</p>
        <div class="data-table" role="region" aria-label=words::table_of(headings::ACTIVITIES) tabindex="0">
            <table>
                <caption class="u-off-screen">{headings::ACTIVITIES}</caption>
                <thead>
                    <tr>
                        <th scope="col">{fields::ACTIVITY}</th>
                        <th scope="col">{fields::SUMMARY}</th>
                        <th scope="col">{fields::STATUS}</th>
                        <th scope="col" class="u-align--right">{fields::COMPUTERS}</th>
                        <th scope="col">{fields::CREATOR}</th>
                        <th scope="col">{fields::CREATED}</th>
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
    let nothing = || words::NOTHING.to_owned();
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
