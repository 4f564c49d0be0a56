//! What attaching and detaching need, as the documentation says.

use leptos::prelude::*;

use crate::components::notification::Notification;
use crate::status::Tone;

/// Which clients can carry it out.
#[component]
pub fn ClientRequirement() -> impl IntoView {
    view! {
        <Notification tone=Tone::Information title="Which computers can do this">
            <p class="p-notification__message">
                "This activity is only available for client versions 25.10 and newer. Computers that cannot carry it out are named in the result."
            </p>
        </Notification>
    }
}

/// Where detaching is available.
#[component]
pub fn DeploymentRequirement() -> impl IntoView {
    view! {
        <Notification tone=Tone::Information title="Where this is available">
            <p class="p-notification__message">
                "Detaching is available only on self-hosted deployments and select SaaS accounts."
            </p>
        </Notification>
    }
}
