//! Nothing lives at this address.

use leptos::prelude::*;

use crate::components::page_header::PageHeader;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::words;

/// "Page not found".
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let href = use_navigation().href(&Route::Contracts);
    view! {
        <PageHeader heading=Route::NotFound(String::new()).heading() />
        <p>{words::missing::PAGE}</p>
        <p><a href=href>{words::missing::GO_TO_CONTRACTS}</a></p>
    }
}
