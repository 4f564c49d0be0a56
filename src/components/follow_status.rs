//! How a watch stands: whether it goes on, how old what is shown is, and what the person can do about it.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::notification::Notification;
use crate::components::notify_button::NotifyButton;
use crate::components::status_badge::StatusBadge;
use crate::follow::followed::Followed;
use crate::follow::watch::Rest;
use crate::format::{now_seconds, relative_seconds};
use crate::status::{Status, Tone};
use crate::words::{self, errors, follow};

/// How often the age of what is shown is told anew.
const TICK: Duration = Duration::from_secs(5);

/// The state of a watch, with "Refresh" or "Keep watching".
#[component]
pub fn FollowStatus(
    /// The activity.
    followed: Followed,
) -> impl IntoView {
    let status = Memo::new(move |_| followed.activity.read().as_ref().map(|it| Status::from(&it.activity_status)));
    let sentence = Memo::new(move |_| sentence(followed));
    let is_paused = Memo::new(move |_| followed.rest.get() == Some(Rest::Paused));
    view! {
        <div class="follow-status">
            <p class="follow-status__line">
                {move || status.get().map(|status| view! { <StatusBadge status /> })}
                <span>{sentence}</span>
                <span class="u-text--muted"><Age updated_at=followed.updated_at /></span>
            </p>
            <div class="follow-status__actions">
                <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| followed.look.run(())>
                    {move || if is_paused.get() { follow::KEEP_WATCHING } else { words::REFRESH }}
                </button>
                <NotifyButton followed />
            </div>
        </div>
        <NotRefreshed followed />
    }
}

fn sentence(followed: Followed) -> &'static str {
    match followed.rest.get() {
        _ if followed.has_ended() => follow::ENDED,
        Some(Rest::Paused) => follow::PAUSED,
        Some(Rest::Offline) => follow::OFFLINE,
        Some(Rest::Hidden | Rest::Ended) | None => follow::WATCHED,
    }
}

/// "Last updated 2 minutes ago."
#[component]
pub fn Age(
    /// When it was, in seconds since 1970.
    updated_at: RwSignal<Option<i64>>,
) -> impl IntoView {
    let now = RwSignal::new(now_seconds());
    if let Ok(ticking) = set_interval_with_handle(move || now.set(now_seconds()), TICK) {
        on_cleanup(move || ticking.clear());
    }
    move || {
        let age = |updated: i64| updated.saturating_sub(now.get().max(updated));
        updated_at.get().map(|updated| follow::last_updated(&relative_seconds(age(updated))))
    }
}

/// Why what is shown is not newer.
#[component]
pub fn NotRefreshed(
    /// The activity.
    followed: Followed,
) -> impl IntoView {
    let error = Memo::new(move |_| followed.error.get());
    move || {
        error.get().map(|error| {
            let advice = if error.is_retryable() { errors::TRY_AGAIN } else { "" };
            view! {
                <Notification tone=Tone::Caution title=follow::NOT_REFRESHED>
                    <p class="p-notification__message" role="alert">
                        {format!("{error} {} {advice}", follow::STILL_TRYING)}
                    </p>
                </Notification>
            }
        })
    }
}
