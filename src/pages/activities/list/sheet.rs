//! Activities as a file: all that match, not only those of the page that is shown.

use std::cmp::Reverse;

use leptos::prelude::*;

use crate::api::activity::query::ActivityQuery;
use crate::api::activity::{Activity, Creator};
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::page::{List, Page, read_every};
use crate::components::csv_button::{CsvButton, Sheet};
use crate::csv::{Column, stem, written};
use crate::follow::progress::Progress;
use crate::pages::activities::list::filter::ActivityFilter;
use crate::session::use_session;
use crate::status::Status;

/// How many are asked for at once: few requests, none that a server takes long for.
const LENGTH: u64 = 200;

/// The columns.
static COLUMNS: [Column<Activity>; 10] = [
    Column { name: "id", text: |activity| activity.id.to_string() },
    Column { name: "summary", text: |activity| activity.summary.clone().unwrap_or_default() },
    Column { name: "status", text: |activity| Status::from(&activity.activity_status).label },
    Column { name: "computers", text: |activity| progress(activity, |progress| progress.total) },
    Column { name: "succeeded", text: |activity| progress(activity, |progress| progress.succeeded) },
    Column { name: "failed", text: |activity| progress(activity, |progress| progress.failed) },
    Column { name: "creator", text: |activity| creator(activity, |creator| creator.name.clone()) },
    Column { name: "creator_email", text: |activity| creator(activity, |creator| creator.email.clone()) },
    Column { name: "creation_time", text: |activity| written(activity.creation_time.as_ref()) },
    Column { name: "completion_time", text: |activity| written(activity.completion_time.as_ref()) },
];

fn progress(activity: &Activity, part: fn(&Progress) -> usize) -> String {
    Progress::of_parent(activity).map_or_else(String::new, |progress| part(&progress).to_string())
}

fn creator(activity: &Activity, part: fn(&Creator) -> Option<String>) -> String {
    activity.creator.as_ref().and_then(part).unwrap_or_default()
}

/// "Download CSV" for the activities that match, which are read page by page.
#[component]
pub fn ActivitiesCsv(
    /// Which ones.
    filter: Memo<ActivityFilter>,
) -> impl IntoView {
    let session = use_session();
    let stem = Signal::derive(move || stem("activities", &filter.read().hints().each_ref().map(String::as_str)));
    let produce = move |sheet: Sheet<Activity>| {
        let (client, filter) = (session.client(), filter.get());
        async move {
            // Without a session the page is about to go.
            let Some(client) = client else { return Ok(()) };
            let List { results, unreadable } = read_all(client, filter, &sheet).await?;
            sheet.write(&results).await;
            sheet.write_unreadable(&unreadable).await;
            Ok(())
        }
    };
    view! { <CsvButton stem columns=&COLUMNS produce /> }
}

/// What matches, newest first. A server that does not look for them (400) is asked for all.
async fn read_all(client: Client, filter: ActivityFilter, sheet: &Sheet<Activity>) -> Result<List<Activity>, ApiError> {
    match read_asked(&client, &filter.to_server(), sheet).await {
        Err(ApiError::Rejected { .. }) => read_asked(&client, &ActivityQuery::default(), sheet).await,
        answer => answer,
    }
    .map(|list| List { results: matching(list.results, filter), ..list })
}

async fn read_asked(
    client: &Client,
    query: &ActivityQuery,
    sheet: &Sheet<Activity>,
) -> Result<List<Activity>, ApiError> {
    let mut came = List { results: Vec::new(), unreadable: Vec::new() };
    let ask = async |offset| client.activity_parents(query, LENGTH, offset).await;
    let take = |part: Page<Activity>| {
        came.results.extend(part.results);
        came.unreadable.extend(part.unreadable);
        sheet.tell(came.results.len(), part.count.and_then(|total| usize::try_from(total).ok()));
    };
    read_every(ask, take).await?;
    Ok(came)
}

/// One that was made meanwhile shifts all others, so that some can come twice.
fn matching(mut activities: Vec<Activity>, filter: ActivityFilter) -> Vec<Activity> {
    activities.retain(|activity| filter.accepts(activity));
    activities.sort_by_key(|activity| Reverse(activity.id));
    activities.dedup_by_key(|activity| activity.id);
    activities
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::lines;
    use crate::query::Query;

    fn activity(id: i64) -> Activity {
        let json = serde_json::json!({
            "id": id, "type": "ActivityGroup", "activity_status": "delivered", "creation_time": "2026-11-23T18:05:09Z",
            "summary": "Attach a pro token to computers", "children_count": 3,
            "children_statuses": {"good": 1, "warning": 1, "bad": 1},
            "creator": {"name": "John Smith", "email": "john.smith@example.com"},
        });
        serde_json::from_value(json).expect("it is an activity")
    }

    #[test]
    fn a_line_holds_numbers_times_as_written_and_the_status_as_shown() {
        let line = "\"7\",\"Attach a pro token to computers\",\"In progress\",\"3\",\"1\",\"1\",\"John Smith\",\
                    \"john.smith@example.com\",\"2026-11-23T18:05:09Z\",\"\"\r\n";
        assert_eq!(lines(&COLUMNS, [&activity(7)]), line);
    }

    #[test]
    fn what_came_twice_is_there_once_and_the_newest_first() {
        let filter = ActivityFilter::of(&Query::parse(""));
        let activities = [5, 4, 4, 3, 9].map(activity).to_vec();
        let ids: Vec<_> = matching(activities, filter).iter().map(|activity| activity.id.0).collect();
        assert_eq!(ids, [9, 5, 4, 3]);
    }
}
