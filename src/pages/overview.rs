//! Where licensing stands: what there is, what ends when, and what is under way, each number with the way to its list.

mod activities;
mod computers;
mod contracts;
mod ends;
mod licenses;
mod months;

use leptos::prelude::*;

use self::activities::ActivitiesCard;
use self::computers::ComputersCard;
use self::contracts::ContractsCard;
use self::licenses::LicensesCard;
use self::months::TimelineCard;
use crate::api::license::LicenseFilter;
use crate::components::page_header::PageHeader;
use crate::counts::use_counts;
use crate::reading::Reader;
use crate::route::Route;
use crate::words;

/// The page "Overview".
#[component]
pub fn OverviewPage() -> impl IntoView {
    let counts = use_counts();
    // Two cards show each of them: they are read once.
    let contracts = Reader::new(move || counts.round(), |client, _| async move { client.contracts(false).await });
    let licenses =
        Reader::new(move || counts.round(), |client, _| async move { client.licenses(LicenseFilter::default()).await });
    view! {
        <PageHeader heading=Route::Overview.heading()>
            <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| counts.forget()>
                {words::REFRESH}
            </button>
        </PageHeader>
        <div class="overview">
            <ComputersCard />
            <ActivitiesCard />
            <ContractsCard reader=contracts />
            <LicensesCard reader=licenses />
            <TimelineCard contracts licenses />
        </div>
    }
}
