//! Asking before something is done.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::words;

/// A dialog that asks. Escape and "Cancel" close it; focus then returns to where it was.
#[component]
pub fn Confirm(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Signal<String>,
    /// The word on the button that does it.
    action: &'static str,
    /// Called when the person wants it done.
    on_confirm: Callback<()>,
    /// What it means.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // The event comes late: by then the dialog may be open again.
    let closed = move || {
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    let confirm = move |_| {
        open.set(false);
        on_confirm.run(());
    };
    view! {
        <dialog
            node_ref=dialog
            class="confirm"
            aria-labelledby="confirm-title"
            aria-describedby="confirm-text"
            on:close=move |_| closed()
        >
            <h2 id="confirm-title" class="p-heading--4">{title}</h2>
            <div id="confirm-text">{children()}</div>
            <div class="confirm__actions">
                <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| open.set(false)>
                    {words::CANCEL}
                </button>
                <button type="button" class="p-button--negative u-no-margin--bottom" on:click=confirm>
                    {action}
                </button>
            </div>
        </dialog>
    }
}
