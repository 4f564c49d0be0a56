//! What attaching and detaching need, as the documentation says.

use leptos::prelude::*;

use crate::components::notification::Notification;
use crate::status::Tone;
use crate::words::requirements;

/// Which clients can carry it out.
#[component]
pub fn ClientRequirement() -> impl IntoView {
    view! {
        <Notification tone=Tone::Information title=requirements::WHICH>
            <p class="p-notification__message">
                {requirements::CLIENT}
            </p>
        </Notification>
    }
}

/// Where detaching is available.
#[component]
pub fn DeploymentRequirement() -> impl IntoView {
    view! {
        <Notification tone=Tone::Information title=requirements::WHERE>
            <p class="p-notification__message">
                {requirements::DEPLOYMENT}
            </p>
        </Notification>
    }
}
