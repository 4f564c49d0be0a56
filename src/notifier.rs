//! Notifications of the browser: the only user of its `Notification`.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission};

use crate::words;

/// Whether the browser can notify: over plain HTTP none does, and not every one does at all.
pub fn is_there() -> bool {
    window().is_secure_context() && js_sys::Reflect::has(&window(), &JsValue::from_str("Notification")).unwrap_or(false)
}

/// Asks the person for their leave, by the browser's own means; whether they gave it.
pub async fn ask() -> bool {
    let Ok(asked) = Notification::request_permission() else { return false };
    JsFuture::from(asked).await.is_ok() && Notification::permission() == NotificationPermission::Granted
}

/// The browser shows it beside the page, or not at all: the person has the last word.
pub fn notify(text: &str) {
    let options = NotificationOptions::new();
    options.set_body(text);
    let _ = Notification::new_with_options(words::APP_NAME, &options);
}
