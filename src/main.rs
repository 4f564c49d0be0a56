//! Starts the app: says so where it fails for good, and mounts it.

use landscape_licensing::app::App;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTemplateElement;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        show_crash();
    }));
    for id in ["boot", "boot-failed"] {
        if let Some(element) = document().get_element_by_id(id) {
            element.remove();
        }
    }
    mount_to_body(App);
}

/// Shows the static words of index.html in place of a page that no longer answers; its link leads to the same page.
fn show_crash() {
    let words = document().get_element_by_id("crash").and_then(|crash| crash.dyn_into::<HtmlTemplateElement>().ok());
    if let (Some(words), Some(body)) = (words, document().body()) {
        // A second panic has nothing to add.
        words.remove();
        let _ = body.append_child(&words.content());
    }
    if let (Some(link), Ok(here)) = (document().get_element_by_id("reload"), window().location().href()) {
        let _ = link.set_attribute("href", &here);
    }
}
