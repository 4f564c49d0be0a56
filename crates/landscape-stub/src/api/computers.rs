use axum::{Json, extract::State};

use crate::{
    api::{
        Answer,
        page::{Flag, Parameters},
        viewer::Viewer,
    },
    query::computers::{self, Criterion},
    stub::Shared,
    world::computer::Computer,
};

/// `GET /computers`, by id. Without `root_only=false` the WSL instances are left out.
pub(crate) async fn list(State(stub): State<Shared>, viewer: Viewer, parameters: Parameters) -> Answer {
    let root_only = parameters.flag("root_only", Flag::On)?;
    viewer.with_account(&stub, |account, now| {
        let query = computers::parse(parameters.text("query"), account, now)?;
        let accepted = |computer: &&Computer| {
            (root_only == Flag::Off || computer.parent.is_none())
                && query.accepts(|criterion: &Criterion| criterion.accepts(computer))
        };
        let wanted: Vec<&Computer> = account.computers.values().filter(accepted).collect();
        Ok(Json(parameters.page(&wanted, |computer| computer.to_json(account))?))
    })
}
