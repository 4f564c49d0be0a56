//! What whoever hosts the app can set: `<meta>` elements of `index.html`, see docs/settings.md.

use leptos::prelude::document;

/// What is set under a name, if anything.
pub fn of_page(name: &str) -> Option<String> {
    let meta = document().query_selector(&format!("meta[name={name}]")).ok().flatten();
    meta?.get_attribute("content")
}
