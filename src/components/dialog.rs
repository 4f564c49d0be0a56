//! Something that is told or asked before anything else goes on.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog. Escape closes it; focus then returns to where it was.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its id, unique on its page.
    id: &'static str,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The buttons at its foot.
    actions: AnyView,
    /// What it tells.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
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
    view! {
        <dialog
            node_ref=dialog
            id=id
            class="dialog"
            aria-labelledby=format!("{id}-title")
            aria-describedby=format!("{id}-text")
            on:close=move |_| closed()
        >
            <h2 id=format!("{id}-title") class="p-heading--4">{title}</h2>
            <div id=format!("{id}-text")>{children()}</div>
            <div class="dialog__actions">{actions}</div>
        </dialog>
    }
}

/// The button that closes a dialog.
#[component]
pub fn CloseButton(
    /// The dialog's state.
    open: RwSignal<bool>,
    /// What it says.
    label: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" class="p-button u-no-margin--bottom" on:click=move |_| open.set(false)>
            {label}
        </button>
    }
}
