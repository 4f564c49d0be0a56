//! One activity.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::id::ActivityId;
use crate::components::activity_view::ActivityFields;
use crate::components::load::Load;
use crate::components::missing::Missing;
use crate::components::page_header::PageHeader;
use crate::reading::Reader;
use crate::route::Route;
use crate::words;

/// The page of one activity.
#[component]
pub fn ActivityPage(
    /// Which one.
    id: ActivityId,
) -> impl IntoView {
    let reader = Reader::new(move || id, |client, id| async move { client.activity(id).await });
    let ready = |activity: Arc<Activity>| view! { <ActivityFields activity=Activity::clone(&activity) /> };
    let not_found = || view! { <Missing words=&words::missing::ACTIVITY list=Route::Activities /> };
    view! {
        <PageHeader heading=Route::Activity(id).heading()>
            <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| reader.again()>
                {words::REFRESH}
            </button>
        </PageHeader>
        <Load reader ready not_found />
    }
}
