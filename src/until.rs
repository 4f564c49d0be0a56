//! Waiting for what signals say.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::effects::effect;

/// Waits until signals say so. It waits for ever where their owner is gone before: whoever waits is dropped with it.
pub async fn until(is_so: impl Fn() -> bool + 'static) {
    let is_so = Rc::new(is_so);
    let promise = Promise::new(&mut |resolve, _| {
        let is_so = Rc::clone(&is_so);
        effect(move || {
            if is_so() {
                // A promise's own function, which refuses nothing.
                let _ = resolve.call0(&JsValue::UNDEFINED);
            }
        });
    });
    // It is never refused.
    let _ = JsFuture::from(promise).await;
}
