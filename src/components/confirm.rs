//! Asking before something is done.

use leptos::prelude::*;

use crate::components::dialog::{CloseButton, Dialog};
use crate::words;

/// A dialog that asks. Escape and "Cancel" close it; focus then returns to where it was.
#[component]
pub fn Confirm(
    /// Its id, unique on its page.
    #[prop(default = "confirm")]
    id: &'static str,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Signal<String>,
    /// The word on the button that does it.
    action: &'static str,
    /// Whether it ends something: then its button is red.
    #[prop(default = true)]
    is_negative: bool,
    /// Whether it may be done now; it tells itself why not. Asked when the person wants it done.
    #[prop(optional)]
    may_confirm: Option<Callback<(), bool>>,
    /// Called when the person wants it done.
    on_confirm: Callback<()>,
    /// What it means.
    children: ChildrenFn,
) -> impl IntoView {
    let confirm = move |_| {
        if may_confirm.is_some_and(|may_confirm| !may_confirm.run(())) {
            return;
        }
        open.set(false);
        on_confirm.run(());
    };
    let class = if is_negative { "p-button--negative" } else { "p-button--positive" };
    let actions = move || {
        view! {
            <CloseButton open label=words::CANCEL />
            <button type="button" class=format!("{class} u-no-margin--bottom") on:click=confirm>
                {action}
            </button>
        }
    };
    view! {
        <Dialog open id title actions>
            {children()}
        </Dialog>
    }
}
