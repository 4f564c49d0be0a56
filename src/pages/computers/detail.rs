//! One computer.

use leptos::prelude::*;

use crate::api::id::ComputerId;
use crate::components::page_header::PageHeader;
use crate::route::Route;

/// The page of one computer.
#[component]
pub fn ComputerPage(
    /// Which one.
    id: ComputerId,
) -> impl IntoView {
    view! { <PageHeader heading=Route::Computer(id).heading() /> }
}
