//! Nothing lives at this address.

use leptos::prelude::*;

use crate::components::page_header::PageHeader;
use crate::navigation::use_navigation;
use crate::route::Route;

/// "Page not found".
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let href = use_navigation().href(&Route::Contracts);
    view! {
        <PageHeader heading=Route::NotFound(String::new()).heading() />
        <p>"There is no page at this address. It may have been mistyped."</p>
        <p><a href=href>"Go to the contracts"</a></p>
    }
}
