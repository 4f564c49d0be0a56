//! One legacy license.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::computer::query::{ComputerQuery, Selector};
use crate::api::id::LicenseId;
use crate::api::license::License;
use crate::components::date_text::EndDay;
use crate::components::load::Load;
use crate::components::members_section::MembersSection;
use crate::components::missing::Missing;
use crate::components::page_header::PageHeader;
use crate::components::pagination::page_of;
use crate::components::properties::Properties;
use crate::components::status_badge::StatusBadge;
use crate::computer_filter::ComputerFilter;
use crate::expiry::window::smallest_window;
use crate::expiry::{self, ExpiryStatus};
use crate::format::{days_left, now};
use crate::members::{PAGE, members};
use crate::navigation::use_navigation;
use crate::reading::Reader;
use crate::route::Route;
use crate::words;
use crate::words::{fields, members_section};

/// The page of one legacy license.
#[component]
pub fn LegacyLicensePage(
    /// Which one.
    id: LicenseId,
) -> impl IntoView {
    let reader = Reader::new(move || id, |client, id| async move { client.license(id).await });
    let ready = |license: Arc<License>| {
        view! {
            <LicenseFields license=Arc::clone(&license) />
            <Computers license />
        }
    };
    let not_found = || view! { <Missing words=&words::missing::LEGACY_LICENSE list=Route::LegacyLicenses /> };
    view! {
        <PageHeader heading=Route::LegacyLicense(id).heading() />
        <Load reader ready not_found />
    }
}

#[component]
fn LicenseFields(license: Arc<License>) -> impl IntoView {
    let end = license.expiration_date.clone();
    let seats = license.available_seats.map_or_else(|| words::NOTHING.to_owned(), |seats| seats.to_string());
    let left = expiry::days_left(end.as_ref(), now()).map_or_else(|| words::NOTHING.to_owned(), days_left);
    let status = ExpiryStatus::of(end.as_ref(), now());
    let properties = vec![
        (fields::LICENSE, license.id.to_string().into_any()),
        (fields::AVAILABLE_SEATS, seats.into_any()),
        (fields::EXPIRES, view! { <EndDay date=end /> }.into_any()),
        (fields::DAYS_LEFT, left.into_any()),
        (fields::STATUS, view! { <StatusBadge status=status /> }.into_any()),
    ];
    view! { <Properties properties /> }
}

/// Which computers hold its seats.
#[component]
fn Computers(license: Arc<License>) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let filter = ComputerFilter { legacy_license: Some(license.id), ..ComputerFilter::default() };
    let ending = smallest_window(license.expiration_date.as_ref(), now()).map(|days| {
        let text = ComputerQuery::of(&Selector::LicenseExpiresWithin(days)).as_str().to_owned();
        let filter = ComputerFilter { text, ..ComputerFilter::default() };
        let href = navigation.address(&filter.location());
        view! {
            <p>
                <a href=href>{members_section::license_within(days.into())}</a>
            </p>
        }
    });
    let page = Memo::new(move |_| page_of(query.read().get(PAGE)));
    let reader = members(&filter, move || page.get());
    view! {
        <MembersSection reader all=filter.location() none=members_section::NONE_ON_LICENSE>
            {ending}
            <p>
                {members_section::GIVEN_ELSEWHERE} " "
                <a href=navigation.href(&Route::Attach)>{members_section::ATTACH_INSTEAD}</a>
                "."
            </p>
        </MembersSection>
    }
}
