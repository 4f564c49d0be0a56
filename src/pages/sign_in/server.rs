//! What the sign-in page tells of the server, below its form: where nothing moves when it comes.

use leptos::prelude::*;

use crate::components::notification::Notification;
use crate::route::LANDSCAPE;
use crate::server_facts::ServerFacts;
use crate::status::Tone;
use crate::words::start;

/// How an organisation signs in that has single sign-on: to Landscape, from where this page can go on.
#[component]
pub fn SingleSignOn(
    /// What is known of the server.
    facts: ServerFacts,
    /// Whether the person is signed in to Landscape already.
    is_signed_in: Signal<bool>,
) -> impl IntoView {
    let names = Memo::new(move |_| facts.methods().map(|methods| methods.single_sign_on()).unwrap_or_default());
    view! {
        <Show when=move || !names.read().is_empty() && !is_signed_in.get()>
            <Notification tone=Tone::Information title=start::SINGLE_SIGN_ON>
                <p class="p-notification__message">
                    <span dir="auto">{move || start::by_single_sign_on(&names.read())}</span>
                    " "
                    {start::THEN_CONTINUE}
                </p>
                <p class="p-notification__actions">
                    <a href=LANDSCAPE target="_blank" rel="noopener">{start::OPEN_LANDSCAPE}</a>
                </p>
            </Notification>
        </Show>
    }
}

/// The server's version, where it tells.
#[component]
pub fn ServerVersion(
    /// What is known of the server.
    facts: ServerFacts,
) -> impl IntoView {
    move || {
        let version = facts.about()?.package_version.clone().filter(|version| !version.trim().is_empty())?;
        Some(view! { <p class="sign-in__foot" dir="auto">{start::server_version(&version)}</p> })
    }
}
