use axum::{
    Json,
    extract::{Path, State},
};
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
    world::contract::Contract,
};

/// `GET /contracts`, with `active_only`.
pub(crate) async fn list(State(stub): State<Shared>, viewer: Viewer, parameters: Parameters) -> Answer {
    let active_only = parameters.flag("active_only", Flag::Off)?;
    viewer.with_account(&stub, |account, now| {
        let contracts = account.contracts.iter();
        let wanted = contracts.filter(|contract| active_only == Flag::Off || contract.is_active(now));
        let results: Vec<Value> = wanted.map(Contract::to_json).collect();
        Ok(Json(json!({ "results": results })))
    })
}

/// `GET /contracts/<str:id>`: by `contract_id`, not by `id`.
pub(crate) async fn detail(State(stub): State<Shared>, viewer: Viewer, Path(id): Path<String>) -> Answer {
    sentinel::obey(sentinel::of_word(&id)).await?;
    viewer.with_account(&stub, |account, _| {
        let contract = account.contract(&id).ok_or_else(|| Refusal::not_found("Contract not found."))?;
        Ok(Json(contract.to_json()))
    })
}
