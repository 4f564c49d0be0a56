//! Which contracts end soon, and which have ended.

use std::sync::Arc;

use jiff::civil::Date;
use leptos::prelude::*;

use crate::api::contract::Contract;
use crate::api::page::List;
use crate::components::card::Card;
use crate::components::load::Load;
use crate::components::unreadable_rows::UnreadableRows;
use crate::expiry::days_left;
use crate::expiry::window::grace_until;
use crate::format::{now, relative_days};
use crate::locale::day;
use crate::navigation::use_navigation;
use crate::pages::overview::ends::{Ends, Kind};
use crate::reading::Reader;
use crate::route::Route;
use crate::visible;
use crate::words::overview;

/// How many contracts that have just ended are named.
const NAMED: usize = 5;

/// The card "Contracts expiring".
#[component]
pub fn ContractsCard(
    /// All contracts.
    reader: Reader<List<Contract>>,
) -> impl IntoView {
    let ready = |list: Arc<List<Contract>>| {
        let (contracts, unreadable) = (&list.results, list.unreadable.clone());
        if contracts.is_empty() && unreadable.is_empty() {
            return view! { <p>{overview::NO_CONTRACTS}</p> }.into_any();
        }
        let ends = contracts.iter().map(|contract| contract.expiration_date.clone()).collect();
        view! {
            <Ends kind=Kind::Contracts ends none_expired=overview::NO_CONTRACT_EXPIRED>
                <Grace contracts=list />
            </Ends>
            <UnreadableRows rows=unreadable />
        }
        .into_any()
    };
    view! {
        <Card heading=overview::CONTRACTS>
            <Load reader ready />
        </Card>
    }
}

/// Those that have ended so lately that their services may run on, the latest first.
#[component]
fn Grace(contracts: Arc<List<Contract>>) -> impl IntoView {
    let mut graced = graced(&contracts.results);
    if graced.is_empty() {
        return ().into_any();
    }
    let more = graced.len().saturating_sub(NAMED);
    graced.truncate(NAMED);
    let rows = graced.into_iter().map(|(contract, until)| {
        let href = use_navigation().href(&Route::Contract(contract.contract_id.clone()));
        let left = days_left(contract.expiration_date.as_ref(), now()).unwrap_or_default();
        view! {
            <li>
                <a href=href dir="auto">{visible::line(&contract.contract_id.0)}</a>
                " "
                {overview::in_grace(&relative_days(left), &day(until))}
            </li>
        }
    });
    view! {
        <ul class="overview__grace">
            {rows.collect_view()} {(more > 0).then(|| view! { <li>{overview::more_in_grace(more)}</li> })}
        </ul>
    }
    .into_any()
}

fn graced(contracts: &[Contract]) -> Vec<(&Contract, Date)> {
    let until = |contract| -> Option<_> { Some((contract, grace_until(end_of(contract), now())?)) };
    let mut graced: Vec<_> = contracts.iter().filter_map(until).collect();
    graced.sort_by_key(|(_, until)| std::cmp::Reverse(*until));
    graced
}

fn end_of(contract: &Contract) -> Option<&crate::api::date::ApiDate> {
    contract.expiration_date.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_just_ended_is_named_with_the_latest_first() {
        let contract = |(id, end): (&str, &str)| -> Contract {
            let json = serde_json::json!({"id": 7, "contract_id": id, "expiration_date": end});
            serde_json::from_value(json).expect("it is a contract")
        };
        let contracts = [
            ("long ago", "2026-11-08T00:00:00"),
            ("two weeks ago", "2026-11-09T00:00:00"),
            ("today", "2026-11-23T00:00:00"),
            ("to come", "2026-11-24T00:00:00"),
            ("unknown", "n/a"),
        ]
        .map(contract);
        let named: Vec<_> =
            graced(&contracts).iter().map(|(it, day)| (it.contract_id.0.clone(), day.to_string())).collect();
        let expected = [("today", "2026-12-07"), ("two weeks ago", "2026-11-23")];
        assert_eq!(named, expected.map(|(id, day)| (id.to_owned(), day.to_owned())));
    }
}
