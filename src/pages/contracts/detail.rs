//! One contract.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::contract::Contract;
use crate::api::id::ContractId;
use crate::components::date_text::EndDay;
use crate::components::load::Load;
use crate::components::members_section::MembersSection;
use crate::components::missing::Missing;
use crate::components::page_header::PageHeader;
use crate::components::pagination::page_of;
use crate::components::properties::Properties;
use crate::components::status_badge::StatusBadge;
use crate::computer_filter::ComputerFilter;
use crate::expiry::window::{grace_until, smallest_window};
use crate::expiry::{self, ExpiryStatus};
use crate::format::{days_left, now};
use crate::locale::day;
use crate::members::{PAGE, members};
use crate::navigation::use_navigation;
use crate::reading::Reader;
use crate::route::Route;
use crate::visible;
use crate::words;
use crate::words::{fields, members_section};

/// The page of one contract, headed by its id.
#[component]
pub fn ContractPage(
    /// Which one.
    id: ContractId,
) -> impl IntoView {
    let heading = Route::Contract(id.clone()).heading();
    let reader = Reader::new(move || id.clone(), |client, id| async move { client.contract(&id).await });
    let ready = |contract: Arc<Contract>| {
        view! {
            <ContractFields contract=Arc::clone(&contract) />
            <Computers contract />
        }
    };
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
        (fields::CONTRACT, view! { <span dir="auto">{visible::line(&contract.contract_id.0)}</span> }.into_any()),
        (fields::ID, contract.id.to_string().into_any()),
        (fields::EXPIRES, view! { <EndDay date=end /> }.into_any()),
        (fields::DAYS_LEFT, left.into_any()),
        (fields::STATUS, view! { <StatusBadge status=status /> }.into_any()),
    ];
    let grace = grace_until(contract.expiration_date.as_ref(), now());
    view! {
        <Properties properties />
        {grace.map(|until| view! { <p>{members_section::in_grace(&day(until))}</p> })}
    }
}

/// Which computers are on it, and what can be done for more of them.
#[component]
fn Computers(contract: Arc<Contract>) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let filter = ComputerFilter { contract: Some(contract.contract_id.clone()), ..ComputerFilter::default() };
    let ending = smallest_window(contract.expiration_date.as_ref(), now()).map(|days| {
        let filter = ComputerFilter { expires_within: Some(days), ..ComputerFilter::default() };
        let href = navigation.address(&filter.location());
        view! {
            <p>
                <a href=href>{members_section::contract_within(days.into())}</a>
            </p>
        }
    });
    let page = Memo::new(move |_| page_of(query.read().get(PAGE)));
    let reader = members(&filter, move || page.get());
    view! {
        <MembersSection reader all=filter.location() none=members_section::NONE_ON_CONTRACT>
            {ending}
            <p>
                <a href=navigation.href(&Route::Attach)>{members_section::ATTACH}</a>
                ". "
                {members_section::NEEDS_TOKEN}
            </p>
        </MembersSection>
    }
}
