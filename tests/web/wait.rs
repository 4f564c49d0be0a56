//! Waiting for what is to come.

use std::future::Future;
use std::panic::Location;

use js_sys::{Date, Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What has not come by then does not come.
const PATIENCE_MILLISECONDS: f64 = 5_000.0;
const POLLED_EVERY_MILLISECONDS: i32 = 10;

/// Waits until `condition` holds.
#[track_caller]
pub fn until(mut condition: impl FnMut() -> bool) -> impl Future<Output = ()> {
    let caller = Location::caller();
    async move {
        let deadline = Date::now() + PATIENCE_MILLISECONDS;
        while !condition() {
            assert!(Date::now() < deadline, "what {caller} waits for has not come");
            turn(POLLED_EVERY_MILLISECONDS).await;
        }
    }
}

/// Lets everything that is due happen: effects, and tasks that wait for nothing.
pub async fn settle() {
    turn(0).await;
    turn(0).await;
}

/// Lets the next frame be drawn, with what the page before has put off until then: it may take the focus.
pub async fn frame() {
    let drawn = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).expect("browsers draw frames");
    });
    let _ = JsFuture::from(drawn).await;
}

/// Draws no frame until [`release_frames`].
pub fn hold_frames() {
    run(
        "window.drawn = requestAnimationFrame; window.held = []; window.requestAnimationFrame = (call) => held.push(call)",
    );
}

/// Draws those that were held.
pub fn release_frames() {
    run("window.requestAnimationFrame = drawn; held.forEach((call) => requestAnimationFrame(call))");
}

fn run(script: &str) {
    Function::new_no_args(script).call0(&JsValue::UNDEFINED).expect("it fails nowhere");
}

async fn turn(milliseconds: i32) {
    let turned = Promise::new(&mut |resolve, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .expect("browsers have timers");
    });
    JsFuture::from(turned).await.expect("it is never rejected");
}
