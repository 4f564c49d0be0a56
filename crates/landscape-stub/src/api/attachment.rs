use axum::{Json, extract::State};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    api::{Answer, body::Body, viewer::Viewer},
    sentinel::{self, Effect},
    stub::Shared,
    world::{
        Account,
        activity::{Course, Progress, Task},
        lifecycle::Queued,
    },
};

/// `POST /attach-token`: `computer_ids` and `token`.
pub(crate) async fn attach(State(stub): State<Shared>, viewer: Viewer, body: Body) -> Answer {
    let ids = body.ids("computer_ids")?;
    let token = body.text("token")?.to_owned();
    let effect = sentinel::of_word(&token).or_else(|| sentinel_among(&ids));
    request(&stub, &viewer, &ids, &Task::Attach { token }, effect).await
}

/// `POST /detach-token`: `computer_ids`.
pub(crate) async fn detach(State(stub): State<Shared>, viewer: Viewer, body: Body) -> Answer {
    let ids = body.ids("computer_ids")?;
    let effect = sentinel_among(&ids);
    request(&stub, &viewer, &ids, &Task::Detach, effect).await
}

async fn request(stub: &Shared, viewer: &Viewer, ids: &[i64], task: &Task, effect: Option<Effect>) -> Answer {
    if let Some(Effect::Fail(failure)) = effect {
        return Err(failure.into());
    }
    if effect == Some(Effect::Slow) {
        sentinel::pause().await;
    }
    let answer = viewer.with_account(stub, |account, now| Ok(queue(account, now, ids, task, effect.as_ref())))?;
    match effect {
        Some(Effect::QueueThen(failure)) => Err(failure.into()),
        _ => Ok(Json(answer)),
    }
}

fn queue(account: &mut Account, now: Timestamp, ids: &[i64], task: &Task, effect: Option<&Effect>) -> Value {
    let queued = match effect {
        Some(Effect::NullActivity) => Queued::default(),
        Some(Effect::Fails(words)) => account.queue(ids, task, Course::Fails(words), now),
        Some(Effect::Waits) => account.queue(ids, task, Course::Waits, now),
        Some(Effect::Unchanged) => account.queue(ids, task, Course::Unchanged, now),
        _ => account.queue(ids, task, Course::Usual, now),
    };
    let group = queued.group.and_then(|id| account.activities.get_mut(&id));
    if let (Some(group), Some(Effect::UnknownStatus)) = (group, effect)
        && let Progress::Group { pretended, .. } = &mut group.progress
    {
        *pretended = Some("pondering");
    }
    let group = queued.group.and_then(|id| account.activities.get(&id));
    json!({
        "activity": group.map(|group| group.to_json(account, now)),
        "invalid_computer_ids": queued.invalid,
        "nonexistent_computer_ids": queued.nonexistent,
    })
}

fn sentinel_among(ids: &[i64]) -> Option<Effect> {
    ids.iter().copied().find_map(sentinel::of_id)
}
