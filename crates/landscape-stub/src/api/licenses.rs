use axum::{
    Json,
    extract::{Path, State},
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    api::{
        Answer,
        page::{Flag, Parameters},
        refusal::Refusal,
        viewer::Viewer,
    },
    sentinel,
    stub::Shared,
    world::license::LegacyLicense,
};

/// `GET /legacy-licenses`, with `available_only` and `active_only`.
pub(crate) async fn list(State(stub): State<Shared>, viewer: Viewer, parameters: Parameters) -> Answer {
    let available_only = parameters.flag("available_only", Flag::Off)?;
    let active_only = parameters.flag("active_only", Flag::Off)?;
    let wanted = |license: &LegacyLicense, now: Timestamp| {
        (available_only == Flag::Off || license.available_seats > 0)
            && (active_only == Flag::Off || license.is_active(now))
    };
    viewer.with_account(&stub, |account, now| {
        let licenses = account.licenses.iter().filter(|license| wanted(license, now));
        let results: Vec<Value> = licenses.map(LegacyLicense::to_json).collect();
        Ok(Json(json!({ "results": results })))
    })
}

/// `GET /legacy-licenses/<int:id>`.
pub(crate) async fn detail(State(stub): State<Shared>, viewer: Viewer, Path(id): Path<String>) -> Answer {
    sentinel::obey(sentinel::of_path(&id)).await?;
    viewer.with_account(&stub, |account, _| {
        let license = id.parse().ok().and_then(|id| account.license(id));
        let license = license.ok_or_else(|| Refusal::not_found("License not found."))?;
        Ok(Json(license.to_json()))
    })
}
