//! One activity, followed to its end.

use leptos::prelude::*;

use crate::api::error::ApiError;
use crate::api::id::ActivityId;
use crate::components::error_view::ErrorView;
use crate::components::followed_activity::FollowedActivity;
use crate::components::load::PendingNote;
use crate::components::missing::Missing;
use crate::components::page_header::PageHeader;
use crate::follow::follower::follow;
use crate::route::Route;
use crate::words;

/// The page of one activity.
#[component]
pub fn ActivityPage(
    /// Which one.
    id: ActivityId,
) -> impl IntoView {
    let followed = follow(id, None);
    let is_known = Memo::new(move |_| followed.activity.read().is_some());
    let is_awaited = Memo::new(move |_| followed.is_looking.get() && !is_known.get());
    let error = Memo::new(move |_| followed.error.get().filter(|_| !is_known.get()));
    view! {
        <PageHeader heading=Route::Activity(id).heading() />
        <PendingNote is_loading=is_awaited />
        {move || match error.get() {
            Some(ApiError::NotFound(_)) => {
                view! { <Missing words=&words::missing::ACTIVITY list=Route::Activities /> }.into_any()
            }
            Some(error) => view! { <ErrorView error on_retry=followed.look /> }.into_any(),
            None => ().into_any(),
        }}
        {move || is_known.get().then(|| view! { <FollowedActivity followed /> })}
    }
}
