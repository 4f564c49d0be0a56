//! All computers of the account.

use leptos::prelude::*;

use crate::components::page_header::PageHeader;
use crate::route::Route;

/// The page "Computers".
#[component]
pub fn ComputersPage() -> impl IntoView {
    view! { <PageHeader heading=Route::Computers.heading() /> }
}
