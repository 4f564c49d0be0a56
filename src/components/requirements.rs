//! What attaching and detaching need, as the documentation says.

use leptos::prelude::*;

use crate::api::server::Deployment;
use crate::components::copy_button::CopyButton;
use crate::components::notification::Notification;
use crate::status::Tone;
use crate::words::{requirements, start};

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

/// How it is meant, its title, and what it says.
fn words(told: Deployment) -> (Tone, &'static str, &'static str) {
    match (told.has_licensing, told.is_self_hosted) {
        (Some(false), _) => (Tone::Caution, start::LICENSING_OFF, start::LICENSING_OFF_REASON),
        (Some(true), Some(false)) => (Tone::Information, requirements::WHERE, start::SAAS),
        (None, Some(false)) => (Tone::Information, requirements::WHERE, start::SAAS_UNKNOWN),
        (_, None | Some(true)) => (Tone::Information, requirements::WHERE, requirements::DEPLOYMENT),
    }
}

/// Where detaching is available: what the server says of itself, or what is documented.
#[component]
pub fn DeploymentRequirement(
    /// What the server says, where it says anything.
    #[prop(into)]
    told: Signal<Deployment>,
) -> impl IntoView {
    let words = Memo::new(move |_| words(told.get()));
    move || {
        let (tone, title, text) = words.get();
        view! {
            <Notification tone title>
                <p class="p-notification__message">{text}</p>
            </Notification>
        }
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
