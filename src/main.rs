//! Starts the app: says so where it fails for good, and mounts it.

use std::panic::PanicHookInfo;

use landscape_licensing::api::life;
use landscape_licensing::app::App;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTemplateElement;

/// What went wrong where nothing more is known than that WebAssembly stopped.
const TRAP: &str = "RuntimeError";

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        show_crash(&place_of(panic));
    }));
    // The last resort: what stops WebAssembly without a panic, such as no memory.
    let _ = window_event_listener_untyped("error", |event| {
        if is_trap(&event) {
            show_crash(TRAP);
        }
    });
    for id in ["boot", "boot-failed"] {
        if let Some(element) = document().get_element_by_id(id) {
            element.remove();
        }
    }
    mount_to_body(App);
}

/// Where it happened in the source: all that an error's id is made of.
fn place_of(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map(ToString::to_string).unwrap_or_default()
}

fn is_trap(event: &JsValue) -> bool {
    let property = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let name = property(event, "error").filter(|error| !error.is_null_or_undefined());
    name.and_then(|error| property(&error, "name")).is_some_and(|name| name.as_string().as_deref() == Some(TRAP))
}

/// Shows the static words of index.html in place of a page that no longer answers; its link leads to the same page.
fn show_crash(place: &str) {
    life::stop();
    let words = document().get_element_by_id("crash").and_then(|crash| crash.dyn_into::<HtmlTemplateElement>().ok());
    if let (Some(words), Some(body)) = (words, document().body()) {
        // A second panic has nothing to add.
        words.remove();
        let _ = body.append_child(&words.content());
        let _ = body.set_attribute("data-crashed", "");
        if let Some(id) = document().get_element_by_id("crash-id") {
            id.set_text_content(Some(&error_id(place)));
        }
    }
    if let (Some(link), Ok(here)) = (document().get_element_by_id("reload"), window().location().href()) {
        let _ = link.set_attribute("href", &here);
    }
}

/// The same for the same fault of the same build, and nothing that anybody typed: FNV-1a of the place.
fn error_id(place: &str) -> String {
    let hash = place.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08X}")
}
