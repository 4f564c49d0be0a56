//! What is known to go wrong when computers are detached, counted for those that would be.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::id::ComputerId;
use crate::preflight::check::Preflight;
use crate::preflight::facts::Risk;
use crate::preflight::plan::Plan;
use crate::words::preflight::{self, risks};

/// As many computers are named of each risk.
const FEW: usize = 5;

/// Each risk with how many computers it is of. Nothing where there is none.
#[component]
pub fn Risks(
    /// The check, which knows names.
    preflight: Preflight,
    /// What would be done.
    plan: Arc<Plan>,
) -> impl IntoView {
    let items = plan.risks.iter().map(|(risk, computers)| {
        let names = is_named(*risk).then(|| names(preflight, computers));
        view! { <li>{sentence(*risk, computers.len())} " " <bdi>{names}</bdi></li> }
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <ul class="preflight-risks">{items}</ul> })
}

/// Whether the risk is of few, which somebody has to look after.
fn is_named(risk: Risk) -> bool {
    matches!(risk, Risk::Fips | Risk::Cloud)
}

fn names(preflight: Preflight, computers: &[ComputerId]) -> String {
    let name = |id: &ComputerId| match preflight.name_of(*id) {
        Some(name) => preflight::named(&name, &id.to_string()),
        None => preflight::only_id(&id.to_string()),
    };
    let first = computers.iter().take(FEW).map(name).collect::<Vec<_>>().join(", ");
    preflight::names(&first, computers.len().saturating_sub(FEW))
}

fn sentence(risk: Risk, many: usize) -> String {
    match risk {
        Risk::Services => risks::services(many),
        Risk::Landscape => risks::landscape(many),
        Risk::Fips => risks::fips(many),
        Risk::Cloud => risks::cloud(many),
    }
}
