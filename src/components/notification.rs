//! A message in place.

use leptos::prelude::*;

use crate::status::Tone;

/// A message with a title, in Vanilla's form. Says itself whether it speaks up: give its content a role.
#[component]
pub fn Notification(
    /// How it is meant.
    tone: Tone,
    /// Its first words.
    #[prop(into)]
    title: String,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Positive => "p-notification--positive",
        Tone::Caution => "p-notification--caution",
        Tone::Negative => "p-notification--negative",
        Tone::Information | Tone::Neutral => "p-notification--information",
    };
    view! {
        <div class=class>
            <div class="p-notification__content">
                <h2 class="p-notification__title">{title}</h2>
                {children()}
            </div>
        </div>
    }
}
