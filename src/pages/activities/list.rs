//! The account's activities about Pro tokens: what became of each, and where to look whether a request was queued.

mod filter;
mod sheet;
mod table;

use leptos::prelude::*;

use self::filter::{ActivityFilter, PAGE, STATUSES};
use self::sheet::ActivitiesCsv;
use self::table::ActivitiesTable;
use crate::api::activity::query::ActivityQuery;
use crate::api::activity::{Activity, ProRequest};
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::row::Unreadable;
use crate::components::choice::Choice;
use crate::components::load::Load;
use crate::components::page_header::PageHeader;
use crate::format::minute;
use crate::navigation::{Location, use_navigation};
use crate::reading::Reader;
use crate::recent::{KIND, LENGTH, RUNNING, STATUS, kind_name};
use crate::route::Route;
use crate::session::use_session;
use crate::words::{self, activities_page, fields};

/// The page "Activities".
#[component]
pub fn ActivitiesPage() -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let filter = Memo::new(move |_| ActivityFilter::of(&query.read()));
    let session = use_session();
    let email = Memo::new(move |_| session.profile().and_then(|profile| profile.email));
    let reader = Reader::new(move || filter.get(), read);
    let set = move |name: &'static str| {
        Callback::new(move |value: String| {
            navigation.push_query(query.get_untracked().with(name, &value).with(PAGE, ""));
        })
    };
    let value = move |name: &'static str| Signal::derive(move || query.read().get(name).unwrap_or_default().to_owned());
    let kinds = vec![
        ("", activities_page::ALL_KINDS),
        (kind_name(ProRequest::Attach), activities_page::ATTACH),
        (kind_name(ProRequest::Detach), activities_page::DETACH),
    ];
    let statuses = [("", activities_page::ALL_STATUSES), (RUNNING, activities_page::NOT_ENDED)]
        .into_iter()
        .chain(STATUSES)
        .collect::<Vec<_>>();
    let ready = move |listed| view! { <ActivitiesTable listed email /> };
    view! {
        <PageHeader heading=Route::Activities.heading()>
            <div class="page-header__actions">
                <button type="button" class="p-button is-dense u-no-margin--bottom" on:click=move |_| reader.again()>
                    {words::REFRESH}
                </button>
                <ActivitiesCsv filter />
            </div>
        </PageHeader>
        <div class="toolbar" role="search">
            <Choice label=activities_page::KIND options=kinds value=value(KIND) on_change=set(KIND) />
            <Choice label=fields::STATUS options=statuses value=value(STATUS) on_change=set(STATUS) />
        </div>
        <Since filter />
        <Load reader ready />
    }
}

/// Says that only the latest are listed, and leads to all.
#[component]
fn Since(filter: Memo<ActivityFilter>) -> impl IntoView {
    let navigation = use_navigation();
    move || {
        filter.read().since.map(|since| {
            let href = navigation.address(&Location::of(Route::Activities));
            view! {
                <p>
                    {activities_page::since(&minute(since))}
                    " "
                    <a href=href>{activities_page::SHOW_ALL}</a>
                </p>
            }
        })
    }
}

/// What was asked for, and what came.
#[derive(PartialEq)]
pub struct Listed {
    filter: ActivityFilter,
    activities: Vec<Activity>,
    unreadable: Vec<Unreadable>,
    /// How many others came, which are not what was asked for.
    others: usize,
    /// How many rows came and how many the server counts for this part, where that differs.
    other_count: Option<(usize, usize)>,
    /// How many there are on the server, before any is left out here.
    count: usize,
    /// Whether the server has refused to look for them.
    is_refused: bool,
}

async fn read(client: Client, filter: ActivityFilter) -> Result<Listed, ApiError> {
    let offset = u64::try_from(filter.page - 1).unwrap_or_default().saturating_mul(LENGTH);
    let asked = client.activity_parents(&filter.to_server(), LENGTH, offset).await;
    let is_refused = matches!(&asked, Err(ApiError::Rejected { .. }));
    let page =
        if is_refused { client.activity_parents(&ActivityQuery::default(), LENGTH, offset).await? } else { asked? };
    let came = page.came();
    let (before, length) =
        (usize::try_from(offset).unwrap_or(usize::MAX), usize::try_from(LENGTH).unwrap_or(usize::MAX));
    let other_count = page.other_count(before, length);
    let unreadable = page.unreadable;
    let mut activities: Vec<_> = page.results.into_iter().filter(|activity| filter.accepts(activity)).collect();
    activities.sort_by_key(|activity| std::cmp::Reverse(activity.id));
    let others = came - unreadable.len() - activities.len();
    let count = page.count.map_or(before.saturating_add(came), |count| usize::try_from(count).unwrap_or(usize::MAX));
    Ok(Listed { filter, activities, unreadable, others, other_count, count, is_refused })
}
