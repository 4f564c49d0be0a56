//! Starts the app: says so where it fails for good, and mounts it.

use landscape_licensing::app::App;
use leptos::prelude::*;

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
    if let (Some(link), Ok(here)) = (document().get_element_by_id("reload"), window().location().href()) {
        let _ = link.set_attribute("href", &here);
    }
    if let Some(crash) = document().get_element_by_id("crash") {
        let _ = crash.remove_attribute("hidden");
    }
}
