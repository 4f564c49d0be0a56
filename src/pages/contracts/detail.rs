//! One contract.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::contract::Contract;
use crate::api::id::ContractId;
use crate::components::date_text::EndDay;
use crate::components::load::Load;
use crate::components::missing::Missing;
use crate::components::page_header::PageHeader;
use crate::components::properties::Properties;
use crate::components::status_badge::StatusBadge;
use crate::expiry::{self, ExpiryStatus};
use crate::format::{days_left, now};
use crate::reading::Reader;
use crate::route::Route;
use crate::words;
use crate::words::fields;

/// The page of one contract, headed by its id.
#[component]
pub fn ContractPage(
    /// Which one.
    id: ContractId,
) -> impl IntoView {
    let heading = Route::Contract(id.clone()).heading();
    let reader = Reader::new(move || id.clone(), |client, id| async move { client.contract(&id).await });
    let ready = |contract: Arc<Contract>| view! { <ContractFields contract /> };
    let not_found = || view! { <Missing words=&words::missing::CONTRACT list=Route::Contracts /> };
    view! {
        <PageHeader heading />
        <Load reader ready not_found />
    }
}

#[component]
fn ContractFields(contract: Arc<Contract>) -> impl IntoView {
    let end = contract.expiration_date.clone();
    let left = expiry::days_left(end.as_ref(), now()).map_or_else(|| words::NOTHING.to_owned(), days_left);
    let status = ExpiryStatus::of(end.as_ref(), now());
    let properties = vec![
        (fields::CONTRACT, view! { <span dir="auto">{contract.contract_id.to_string()}</span> }.into_any()),
        (fields::ID, contract.id.to_string().into_any()),
        (fields::EXPIRES, view! { <EndDay date=end /> }.into_any()),
        (fields::DAYS_LEFT, left.into_any()),
        (fields::STATUS, view! { <StatusBadge status=status /> }.into_any()),
    ];
    view! { <Properties properties /> }
}
