//! Whether the server has another release of the app than the one that runs in this tab.
//!
//! It is asked when the person comes back to the tab or goes to another page, once an hour at most and never while the tab is
//! hidden. What runs goes on either way: the person alone reloads.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::api::client::Client;
use crate::api::release::Release;
use crate::effects::effect;
use crate::format::now_seconds;
use crate::navigation::Navigation;
use crate::route::Route;

/// How long an answer is good for, in seconds.
const GOOD_FOR: u64 = 60 * 60;

/// Asks for the release from now on, and says whether it is another.
pub fn look_for_release(navigation: Navigation) -> Signal<bool> {
    let is_there = RwSignal::new(false);
    let Some(running) = running() else { return is_there.into() };
    let running = StoredValue::new(running);
    // The page itself has just come.
    let asked_at = StoredValue::new(now_seconds());
    let address = navigation.href(&Route::Overview);
    let look = move || {
        let is_good = now_seconds().abs_diff(asked_at.get_value()) < GOOD_FOR;
        if is_good || document().hidden() || is_there.get_untracked() {
            return;
        }
        asked_at.set_value(now_seconds());
        let address = address.clone();
        spawn_local(async move {
            // Whoever gives no answer is asked another time.
            let served = Client::anonymous().release(&address).await.ok().flatten();
            let is_other =
                served.is_some_and(|served| running.try_get_value().is_some_and(|running| running != served));
            let _ = is_there.try_set(is_other);
        });
    };
    let on_return = window_event_listener_untyped("visibilitychange", {
        let look = look.clone();
        move |_| look()
    });
    on_cleanup(move || on_return.remove());
    let route = navigation.route();
    effect(move || {
        // Not only tracked: what nobody has read follows nothing.
        drop(route.read());
        look();
    });
    is_there.into()
}

/// The release that this page has started.
fn running() -> Option<Release> {
    let vouched = document().query_selector_all("[integrity]").ok()?;
    let elements = (0..vouched.length()).filter_map(|index| vouched.item(index)?.dyn_into::<Element>().ok());
    Release::of(elements.filter_map(|element| element.get_attribute("integrity")))
}
