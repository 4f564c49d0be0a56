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
use crate::format::{NOTHING, days_left, now};
use crate::reading::Reader;
use crate::route::Route;

/// The page of one legacy license.
#[component]
pub fn LegacyLicensePage(
    /// Which one.
    id: LicenseId,
) -> impl IntoView {
    let reader = Reader::new(move || id, |client, id| async move { client.license(id).await });
    let ready = |license: Arc<License>| view! { <LicenseFields license /> };
    let not_found = || view! { <Missing what="Legacy license" list=Route::LegacyLicenses /> };
    view! {
        <PageHeader heading=Route::LegacyLicense(id).heading() />
        <Load reader ready not_found />
    }
}

#[component]
fn LicenseFields(license: Arc<License>) -> impl IntoView {
    let end = license.expiration_date.clone();
    let seats = license.available_seats.map_or_else(|| NOTHING.to_owned(), |seats| seats.to_string());
    let left = expiry::days_left(end.as_ref(), now()).map_or_else(|| NOTHING.to_owned(), days_left);
    let status = ExpiryStatus::of(end.as_ref(), now());
    let properties = vec![
        ("License", license.id.to_string().into_any()),
        ("Available seats", seats.into_any()),
        ("Expires", view! { <EndDay date=end /> }.into_any()),
        ("Days left", left.into_any()),
        ("Status", view! { <StatusBadge status=status /> }.into_any()),
    ];
    view! { <Properties properties /> }
}
