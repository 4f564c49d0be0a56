//! What attaching and detaching need, as the documentation says.

use leptos::prelude::*;

use crate::components::copy_button::CopyButton;
use crate::components::notification::Notification;
use crate::status::Tone;
use crate::words::requirements;

/// The line that lets a client manage Ubuntu Pro.
const PLUGIN_LINE: &str = "include_manager_plugins = ProManagement";
const RESTART_COMMAND: &str = "sudo systemctl restart landscape-client";

/// Which clients can carry it out, and how one is made to.
#[component]
pub fn ClientRequirement() -> impl IntoView {
    view! {
        <Notification tone=Tone::Information title=requirements::WHICH>
            <p class="p-notification__message">
                {requirements::CLIENT}
            </p>
            <details class="requirements__how">
                <summary>{requirements::HOW}</summary>
                <p>{requirements::PLUGIN}</p>
                <Snippet text=PLUGIN_LINE describes=requirements::PLUGIN_NAME />
                <p>{requirements::RESTART}</p>
                <Snippet text=RESTART_COMMAND describes=requirements::RESTART_NAME />
                <p>{requirements::NOT_FOR}</p>
            </details>
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

/// A line to copy.
#[component]
fn Snippet(text: &'static str, describes: &'static str) -> impl IntoView {
    view! {
        <div class="requirements__snippet">
            <code class="requirements__line" translate="no">{text}</code>
            <CopyButton text=text.to_owned() describes />
        </div>
    }
}
