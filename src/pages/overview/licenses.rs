//! Which legacy licenses end soon, and how many seats are free.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::license::{License, LicenseFilter};
use crate::api::page::List;
use crate::components::card::Card;
use crate::components::load::Load;
use crate::components::unreadable_rows::UnreadableRows;
use crate::format::now;
use crate::navigation::{Location, use_navigation};
use crate::pages::overview::ends::{Ends, Kind};
use crate::query::Query;
use crate::reading::Reader;
use crate::route::Route;
use crate::seats::Seats;
use crate::words::overview;

/// The card "Legacy licenses expiring".
#[component]
pub fn LicensesCard(
    /// All legacy licenses.
    reader: Reader<List<License>>,
) -> impl IntoView {
    let ready = |list: Arc<List<License>>| {
        let (licenses, unreadable) = (&list.results, list.unreadable.clone());
        if licenses.is_empty() && unreadable.is_empty() {
            return view! { <p>{overview::NO_LICENSES}</p> }.into_any();
        }
        let ends = licenses.iter().map(|license| license.expiration_date.clone()).collect();
        let seats = Seats::of(licenses.iter(), now());
        view! {
            <Ends kind=Kind::Licenses ends none_expired=overview::NO_LICENSE_EXPIRED />
            <FreeSeats seats />
            <UnreadableRows rows=unreadable />
        }
        .into_any()
    };
    view! {
        <Card heading=overview::LICENSES>
            <Load reader ready />
        </Card>
    }
}

/// The seats that can be used, and those that cannot.
#[component]
fn FreeSeats(seats: Seats) -> impl IntoView {
    let usable = LicenseFilter { active_only: true, available_only: true };
    let query = usable.parameters().into_iter().fold(Query::default(), |query, (name, value)| query.with(name, value));
    let href = use_navigation().address(&Location { route: Route::LegacyLicenses, query });
    let beside = [
        (seats.unknown > 0).then(|| overview::unknown_seats(seats.unknown)),
        (seats.expired > 0).then(|| overview::expired_seats(seats.expired)),
        Some(overview::NO_TOTAL.to_owned()),
    ];
    view! {
        <h3 class="p-heading--5 overview__seats">{overview::SEATS}</h3>
        <p>
            <a href=href>{overview::seats(seats.free, seats.on)}</a>
        </p>
        <p class="u-text--muted">{beside.into_iter().flatten().collect::<Vec<_>>().join(" ")}</p>
    }
}
