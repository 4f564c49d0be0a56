//! A number that leads to what it counts.

use leptos::prelude::*;

use crate::counted::Counted;
use crate::locale::number;
use crate::words::{self, counts};

/// A number that is known.
#[component]
pub fn NumberLink(
    /// How many.
    many: usize,
    /// Where they are listed.
    href: String,
    /// What they are, the number included.
    label: String,
) -> impl IntoView {
    if many == 0 {
        return number(many).into_any();
    }
    view! { <a class="count-link" href=href aria-label=label>{number(many)}</a> }.into_any()
}

/// A number that is still to come, or cannot be had.
#[component]
pub fn CountLink(
    /// How many, as far as that is known.
    #[prop(into)]
    counted: Signal<Counted>,
    /// Where they are listed.
    #[prop(into)]
    href: Signal<String>,
    /// What they are, the number included.
    label: impl Fn(usize) -> String + Send + 'static,
) -> impl IntoView {
    move || match counted.get() {
        Counted::Waiting => view! { <span class="u-text--muted">{counts::WAITING}</span> }.into_any(),
        Counted::Known(many) => view! { <NumberLink many href=href.get() label=label(many) /> }.into_any(),
        Counted::Failed(error) => {
            let why = counts::failed(&error.to_string());
            let title = why.clone();
            view! {
                <span title=title>
                    <span aria-hidden="true">{words::NOTHING}</span>
                    <span class="u-off-screen">{why}</span>
                </span>
            }
            .into_any()
        }
    }
}
