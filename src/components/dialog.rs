//! Something that is told or asked before anything else goes on.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::effects::effect;

/// A modal dialog. Escape closes it; focus then returns to where it was. While it is closed there is nothing in it.
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
    #[prop(into)]
    actions: ViewFn,
    /// What it tells.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let is_ours = StoredValue::new(false);
    let follow = move || {
        let Some(dialog) = dialog.try_get_untracked().flatten() else { return };
        match (open.try_get_untracked().unwrap_or_default(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => {
                is_ours.set_value(true);
                dialog.close();
            }
            _ => {}
        }
    };
    effect(move || {
        if open.get() {
            // Once its content is there, which takes the focus.
            set_timeout(follow, Duration::ZERO);
        } else {
            // At once: what comes of it may take the focus, which a late close would take back.
            follow();
        }
    });
    // The event comes late: by then the dialog may be asked for again. What the browser closed is closed here too.
    let closed = move || {
        if !is_ours.try_update_value(std::mem::take).unwrap_or(true) {
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
            {move || {
                open.get()
                    .then(|| {
                        view! {
                            <h2 id=format!("{id}-title") class="p-heading--4">{title}</h2>
                            <div id=format!("{id}-text")>{children()}</div>
                            <div class="dialog__actions">{actions.run()}</div>
                        }
                    })
            }}
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
