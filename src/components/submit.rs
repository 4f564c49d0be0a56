//! The button that sends a form.

use leptos::prelude::*;

use crate::announcer::announce;

/// A submit button, and a word while the form is on its way. It keeps the focus: a second press does nothing.
#[component]
pub fn Submit(
    /// What it says.
    label: &'static str,
    /// Whether it ends something: then it is red.
    #[prop(optional)]
    is_negative: bool,
    /// Whether the form is on its way.
    #[prop(into)]
    is_sending: Signal<bool>,
    /// What is told meanwhile.
    #[prop(into)]
    sending: Signal<&'static str>,
    /// Buttons beside it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let class = if is_negative { "p-button--negative" } else { "p-button--positive" };
    let told = move || if is_sending.get() { sending.get() } else { "" };
    announce(move || told().to_owned());
    view! {
        <button type="submit" class=class aria-disabled=move || is_sending.get().then_some("true")>
            {label}
        </button>
        {children.map(|children| children())}
        <p class="form__sending">{told}</p>
    }
}
