//! A part of a page that says one thing, beside others.

use leptos::prelude::*;

/// A card with its heading.
#[component]
pub fn Card(
    /// What it is about.
    heading: &'static str,
    /// Whether it takes the whole width.
    #[prop(optional)]
    width: CardWidth,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let class = match width {
        CardWidth::One => "card",
        CardWidth::All => "card card--wide",
    };
    view! {
        <section class=class>
            <h2 class="p-heading--4 card__heading">{heading}</h2>
            {children()}
        </section>
    }
}

/// How wide a card is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardWidth {
    /// As wide as its neighbours.
    #[default]
    One,
    /// As wide as all of them.
    All,
}
