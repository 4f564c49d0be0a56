use std::sync::atomic::Ordering;

use axum::{
    Json,
    extract::{Path, State},
};

use crate::{
    api::{Answer, page::Parameters, refusal::Refusal, viewer::Viewer},
    query::{
        Query,
        activities::{self, Criterion},
        invalid,
    },
    sentinel,
    stub::Shared,
    world::activity::Activity,
};

/// `GET /activities`, newest first.
pub(crate) async fn list(State(stub): State<Shared>, viewer: Viewer, parameters: Parameters) -> Answer {
    let query = read_query(&stub, &parameters)?;
    viewer.with_account(&stub, |account, now| {
        let accepted = |activity: &&Activity| {
            let status = activity.status(account, now);
            query.accepts(|criterion: &Criterion| criterion.accepts(activity, status))
        };
        let wanted: Vec<&Activity> = account.activities.values().rev().filter(accepted).collect();
        Ok(Json(parameters.page(&wanted, |activity| activity.to_json(account, now))?))
    })
}

/// `GET /activities/parents`: those that are nobody's child, newest first, with what became of their children.
pub(crate) async fn parents(State(stub): State<Shared>, viewer: Viewer, parameters: Parameters) -> Answer {
    let query = read_query(&stub, &parameters)?;
    viewer.with_account(&stub, |account, now| {
        let accepted = |activity: &&Activity| {
            let status = activity.status(account, now);
            activity.parent_id.is_none() && query.accepts(|criterion: &Criterion| criterion.accepts(activity, status))
        };
        let wanted: Vec<&Activity> = account.activities.values().rev().filter(accepted).collect();
        Ok(Json(parameters.page(&wanted, |activity| activity.to_parent_json(account, now))?))
    })
}

fn read_query(stub: &Shared, parameters: &Parameters) -> Result<Query<Criterion>, Refusal> {
    let text = parameters.text("query");
    if !text.is_empty() && !stub.knows_queries.load(Ordering::Relaxed) {
        return Err(invalid("This server knows no queries on activities, as asked."));
    }
    activities::parse(text)
}

/// `GET /activities/<int:id>`.
pub(crate) async fn detail(State(stub): State<Shared>, viewer: Viewer, Path(id): Path<String>) -> Answer {
    sentinel::obey(sentinel::of_path(&id)).await?;
    viewer.with_account(&stub, |account, now| {
        let activity = id.parse().ok().and_then(|id: u64| account.activities.get(&id));
        let activity = activity.ok_or_else(|| Refusal::not_found("Activity not found."))?;
        Ok(Json(activity.to_json(account, now)))
    })
}
