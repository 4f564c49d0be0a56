//! Doing things once what is there is painted: people see an answer to what they did before the rest of the work is done.

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Does something once that is painted which is there now: with the frame after the next one, since what a frame is asked for
/// is still done before it is painted. So it is laid out before anything else can ask how it stands.
///
/// In a tab that nobody sees nothing is painted: it is done once somebody sees it.
pub fn after_frame(act: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(act));
}

/// Waits until that is painted which is there now; but in a tab that nobody sees.
pub async fn painted() {
    if document().hidden() {
        return;
    }
    let frame = Promise::new(&mut |resolve, _| {
        // A promise's own function, which refuses nothing.
        after_frame(move || drop(resolve.call0(&JsValue::UNDEFINED)));
    });
    // It is never refused.
    let _ = JsFuture::from(frame).await;
}
