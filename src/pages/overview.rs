//! Where licensing stands.

use leptos::prelude::*;

use crate::components::page_header::PageHeader;
use crate::route::Route;

/// The page "Overview".
#[component]
pub fn OverviewPage() -> impl IntoView {
    view! { <PageHeader heading=Route::Overview.heading() /> }
}
