//! What ends in the next two years, month by month.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::contract::Contract;
use crate::api::license::License;
use crate::api::page::List;
use crate::components::card::{Card, CardWidth};
use crate::components::load::Load;
use crate::components::timeline_chart::TimelineChart;
use crate::format::now;
use crate::reading::Reader;
use crate::timeline::Timeline;
use crate::words::overview;

/// The card "Expirations in the next 24 months".
#[component]
pub fn TimelineCard(
    /// All contracts.
    contracts: Reader<List<Contract>>,
    /// All legacy licenses.
    licenses: Reader<List<License>>,
) -> impl IntoView {
    let with_contracts = move |contracts: Arc<List<Contract>>| {
        let with_both = move |licenses: Arc<List<License>>| {
            let ends = contracts.results.iter().map(|contract| contract.expiration_date.as_ref());
            let license_ends = licenses.results.iter().map(|license| license.expiration_date.as_ref());
            view! { <TimelineChart timeline=Timeline::of(ends, license_ends, now()) /> }
        };
        view! { <Load reader=licenses ready=with_both /> }
    };
    view! {
        <Card heading=overview::TIMELINE width=CardWidth::All>
            <Load reader=contracts ready=with_contracts />
        </Card>
    }
}
