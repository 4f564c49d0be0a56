//! Keys that act by themselves: "/" and "?".

use leptos::ev::keydown;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::components::checkbox::Checkbox;
use crate::components::dialog::{CloseButton, Dialog};
use crate::components::ornament::Ornament;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::words::{self, shortcuts};

/// Where a key is text, or leads to an entry of a list.
const TAKES_TEXT: &str = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
/// The first control of the page's filter.
const FILTER: &str = "main [role=search] input";

/// A button that opens the list of the shortcuts, and the shortcuts themselves. They can be switched off there, for those
/// who speak to their computer or press keys by mistake (WCAG 2.1.4).
#[component]
pub fn Shortcuts() -> impl IntoView {
    let about = use_navigation().href(&Route::About);
    let (open, in_use) = (RwSignal::new(false), RwSignal::new(true));
    let listener = window_event_listener(keydown, move |event| {
        if !in_use.get_untracked() || !is_for_a_shortcut(&event) {
            return;
        }
        match event.key().as_str() {
            "/" if focus_filter() => event.prevent_default(),
            "?" => {
                event.prevent_default();
                open.set(true);
            }
            _ => {}
        }
    });
    on_cleanup(move || listener.remove());
    let actions = move || view! { <CloseButton open label=words::CLOSE /> };
    view! {
        <button
            type="button"
            class="p-button--base is-dense has-icon u-no-margin--bottom"
            title=shortcuts::BUTTON
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            <Ornament class="p-icon--help" />
            <span class="u-off-screen">{shortcuts::BUTTON}</span>
        </button>
        <Dialog open id="shortcuts" title=Signal::stored(shortcuts::BUTTON.to_owned()) actions>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{shortcuts::KEY}</th>
                        <th scope="col">{shortcuts::WHAT}</th>
                    </tr>
                </thead>
                <tbody>{rows()}</tbody>
            </table>
            <Checkbox label=shortcuts::USE checked=in_use on_change=Callback::new(move |on| in_use.set(on)) />
            <p class="u-text--muted">{shortcuts::NOTE}</p>
            <p>
                <a href=about.clone() on:click=move |_| open.set(false)>
                    {shortcuts::ABOUT}
                </a>
            </p>
        </Dialog>
    }
}

fn rows() -> impl IntoView {
    let row = |(key, what)| {
        view! {
            <tr>
                <th scope="row">
                    <kbd>{key}</kbd>
                </th>
                <td>{what}</td>
            </tr>
        }
    };
    [("/", shortcuts::FILTER), ("?", shortcuts::HELP), (shortcuts::ESCAPE_KEY, shortcuts::ESCAPE)]
        .map(row)
        .collect_view()
}

/// Whether a key is pressed alone, where it is no text, and no dialog is open.
fn is_for_a_shortcut(event: &KeyboardEvent) -> bool {
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let takes_text = target.is_some_and(|target| target.closest(TAKES_TEXT).ok().flatten().is_some());
    let dialog = document().query_selector("dialog[open]").ok().flatten();
    !event.default_prevented() && !modified && !takes_text && dialog.is_none()
}

/// Moves the focus to the page's filter, and whether there is one.
fn focus_filter() -> bool {
    let Some(filter) = document().query_selector(FILTER).ok().flatten() else { return false };
    if let Some(text) = filter.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "search") {
        text.select();
    }
    filter.dyn_into::<HtmlElement>().is_ok_and(|filter| filter.focus().is_ok())
}
