//! What is under way about Pro tokens.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::activity::query::ActivityQuery;
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::row::Unreadable;
use crate::components::card::Card;
use crate::components::load::Load;
use crate::components::status_badge::StatusBadge;
use crate::components::unreadable_rows::UnreadableRows;
use crate::counts::use_counts;
use crate::follow::progress::Progress;
use crate::navigation::{Location, use_navigation};
use crate::query::Query;
use crate::reading::Reader;
use crate::recent::{LENGTH, RUNNING, STATUS};
use crate::route::Route;
use crate::status::Status;
use crate::visible;
use crate::words::{self, overview};

/// How many are named.
const NAMED: usize = 5;

/// What goes on among the latest activities.
#[derive(PartialEq)]
struct Running {
    activities: Vec<Activity>,
    unreadable: Vec<Unreadable>,
    looked_at: usize,
    all: usize,
}

/// The card "Running activities".
#[component]
pub fn ActivitiesCard() -> impl IntoView {
    let counts = use_counts();
    let reader = Reader::new(move || counts.round(), |client, _| read(client));
    let ready = |running: Arc<Running>| view! { <Latest running /> };
    view! {
        <Card heading=overview::ACTIVITIES>
            <Load reader ready />
        </Card>
    }
}

/// Reads as many of the latest groups as the list of activities shows at first. A server that does not filter them (400) is
/// asked for all kinds.
async fn read(client: Client) -> Result<Running, ApiError> {
    let groups = ActivityQuery { is_of_groups: true, ..ActivityQuery::default() };
    let page = match client.activity_parents(&groups, LENGTH, 0).await {
        Err(ApiError::Rejected { .. }) => client.activity_parents(&ActivityQuery::default(), LENGTH, 0).await?,
        answer => answer?,
    };
    let looked_at = page.came();
    let all = page.count.and_then(|count| usize::try_from(count).ok()).unwrap_or(looked_at);
    Ok(Running { activities: running(page.results), unreadable: page.unreadable, looked_at, all })
}

fn running(mut activities: Vec<Activity>) -> Vec<Activity> {
    activities.retain(|activity| activity.pro_request().is_some() && activity.activity_status.ending().is_none());
    activities.sort_by_key(|activity| std::cmp::Reverse(activity.id));
    activities
}

#[component]
fn Latest(running: Arc<Running>) -> impl IntoView {
    let navigation = use_navigation();
    let query = Query::default().with(STATUS, RUNNING);
    let href = navigation.address(&Location { route: Route::Activities, query });
    let rows = running.activities.iter().take(NAMED).map(|activity| view! { <Row activity=activity.clone() /> });
    let rows = rows.collect_view();
    let told = match running.activities.len() {
        0 => view! { <p>{overview::NO_ACTIVITIES}</p> }.into_any(),
        many => view! {
            <p>
                <a href=href>{overview::running(many)}</a>
            </p>
            <ul class="overview__activities">{rows}</ul>
        }
        .into_any(),
    };
    let among = (running.looked_at < running.all).then(|| overview::among(running.looked_at, running.all));
    view! {
        {told}
        <UnreadableRows rows=running.unreadable.clone() />
        {among.map(|among| view! { <p class="u-text--muted">{among}</p> })}
    }
}

#[component]
fn Row(activity: Activity) -> impl IntoView {
    let route = Route::Activity(activity.id);
    let (href, heading) = (use_navigation().href(&route), route.heading());
    let progress = Progress::of_parent(&activity).map(|progress| progress.text());
    view! {
        <li>
            <a href=href>{heading}</a>
            " "
            <StatusBadge status=Status::from(&activity.activity_status) />
            " "
            <span dir="auto">{visible::line(activity.summary.as_deref().unwrap_or(words::NOTHING))}</span>
            {progress.map(|progress| view! { <span class="overview__progress">{progress}</span> })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_on_about_tokens_is_named_with_the_newest_first() {
        let activity = |(id, status, summary): (i64, &str, &str)| -> Activity {
            let json =
                serde_json::json!({"id": id, "type": "ActivityGroup", "activity_status": status, "summary": summary});
            serde_json::from_value(json).expect("it is an activity")
        };
        let activities = [
            (1, "delivered", "Attach a pro token to computers"),
            (2, "succeeded", "Attach a pro token to computers"),
            (3, "undelivered", "Upgrade packages"),
            (4, "pondering", "Detach pro token from computers"),
            (5, "canceled", "Detach pro token from computers"),
        ];
        let named: Vec<_> = running(activities.map(activity).to_vec()).iter().map(|it| it.id.0).collect();
        assert_eq!(named, [4, 1]);
    }
}
