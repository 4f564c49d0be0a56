//! One legacy license.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::id::LicenseId;
use crate::api::license::License;
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

/// The page of one legacy license.
#[component]
pub fn LegacyLicensePage(
    /// Which one.
    id: LicenseId,
) -> impl IntoView {
    let reader = Reader::new(move || id, |client, id| async move { client.license(id).await });
    let ready = |license: Arc<License>| view! { <LicenseFields license /> };
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
