//! How many contracts or licenses end within so many days, and how many computers that concerns.

use leptos::prelude::*;

use crate::api::computer::query::{ComputerQuery, Selector};
use crate::api::date::ApiDate;
use crate::components::count_link::{CountLink, NumberLink};
use crate::computer_filter::ComputerFilter;
use crate::counts::use_counts;
use crate::expiry::filter::EndFilter;
use crate::expiry::window::WINDOWS;
use crate::format::now;
use crate::navigation::{Location, use_navigation};
use crate::query::Query;
use crate::route::Route;
use crate::words::{ends, fields, headings, overview};

/// What ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Contracts.
    Contracts,
    /// Legacy licenses.
    Licenses,
}

impl Kind {
    fn heading(self) -> &'static str {
        match self {
            Self::Contracts => headings::CONTRACTS,
            Self::Licenses => overview::LICENSES_COLUMN,
        }
    }

    /// Where those with such ends are listed.
    fn location(self, ends: EndFilter) -> Location {
        let route = match self {
            Self::Contracts => Route::Contracts,
            Self::Licenses => Route::LegacyLicenses,
        };
        Location { route, query: ends.put(&Query::default()) }
    }

    /// So many with such ends, in words.
    fn told(self, many: usize, ends: EndFilter) -> String {
        match (self, ends) {
            (Self::Contracts, EndFilter::Within(days)) => overview::contracts_within(many, days.into()),
            (Self::Licenses, EndFilter::Within(days)) => overview::licenses_within(many, days.into()),
            (Self::Contracts, EndFilter::Unknown) => overview::unknown_ends(many),
            (Self::Licenses, EndFilter::Unknown) => overview::unknown_license_ends(many),
            (Self::Contracts, _) => overview::contracts_expired(many),
            (Self::Licenses, _) => overview::licenses_expired(many),
        }
    }

    /// What finds the computers on those that end within so many days. Only contracts have a filter of their own.
    fn computers(self, days: u16) -> (ComputerQuery, ComputerFilter) {
        match self {
            Self::Contracts => {
                let query = ComputerQuery::of(&Selector::ContractExpiresWithin(days));
                (query, ComputerFilter { expires_within: Some(days), ..ComputerFilter::default() })
            }
            Self::Licenses => {
                let query = ComputerQuery::of(&Selector::LicenseExpiresWithin(days));
                let text = query.as_str().to_owned();
                (query, ComputerFilter { text, ..ComputerFilter::default() })
            }
        }
    }

    fn computers_told(self, many: usize, days: u16) -> String {
        match self {
            Self::Contracts => overview::computers_of_contracts(many, days.into()),
            Self::Licenses => overview::computers_of_licenses(many, days.into()),
        }
    }
}

/// What has ended, what ends within each window, and what cannot be told.
#[component]
pub fn Ends(
    /// What ends.
    kind: Kind,
    /// When.
    ends: Vec<Option<ApiDate>>,
    /// What is said where nothing has ended.
    none_expired: &'static str,
    /// What stands below what has ended.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let count = |filter: EndFilter| ends.iter().filter(|end| filter.accepts(end.as_ref(), now())).count();
    let (expired, unknown) = (count(EndFilter::Expired), count(EndFilter::Unknown));
    let rows = WINDOWS.map(|days| view! { <Row kind days many=count(EndFilter::Within(days)) /> }).collect_view();
    view! {
        {if expired == 0 {
            view! { <p>{none_expired}</p> }.into_any()
        } else {
            view! { <Told kind many=expired ends=EndFilter::Expired /> }.into_any()
        }}
        {children.map(|children| children())}
        <table class="card__table">
            <caption class="u-off-screen">{kind.heading()}</caption>
            <thead>
                <tr>
                    <th scope="col">{ends::LABEL}</th>
                    <th scope="col" class="u-align--right">
                        {kind.heading()}
                    </th>
                    <th scope="col" class="u-align--right">
                        {fields::COMPUTERS}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="u-text--muted">{overview::CUMULATIVE}</p>
        {(unknown > 0).then(|| view! { <Told kind many=unknown ends=EndFilter::Unknown /> })}
    }
}

/// So many with such ends, as a link to them.
#[component]
fn Told(kind: Kind, many: usize, ends: EndFilter) -> impl IntoView {
    let href = use_navigation().address(&kind.location(ends));
    view! {
        <p>
            <a href=href>{kind.told(many, ends)}</a>
        </p>
    }
}

#[component]
fn Row(kind: Kind, days: u16, many: usize) -> impl IntoView {
    let navigation = use_navigation();
    let window = EndFilter::Within(days);
    let (query, filter) = kind.computers(days);
    let computers = use_counts().follow(move || query.clone());
    view! {
        <tr>
            <th scope="row">{window.label()}</th>
            <td class="u-align--right">
                <NumberLink many href=navigation.address(&kind.location(window)) label=kind.told(many, window) />
            </td>
            <td class="u-align--right">
                <CountLink
                    counted=computers
                    href=navigation.address(&filter.location())
                    label=move |many| kind.computers_told(many, days)
                />
            </td>
        </tr>
    }
}
