//! Back and Forward lead to where the person was on a page, not only to the page.
//!
//! Each entry of the browser's history keeps how far its page was scrolled and which link had the focus. What was there
//! comes back once the page has read its data again, unless the person has moved on meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, ScrollRestoration};

use crate::format::now_seconds;

/// What scrolls: all that stands beside the navigation.
const SCROLLER: &str = ".l-main";
/// How long a page may take to be as it was.
const GIVE_UP_AFTER_SECONDS: i64 = 10;

/// Where the person was on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Pixels from the top.
    scroll: i32,
    /// The address of the link that had the focus.
    link: Option<String>,
}

/// Takes the scrolling at Back and Forward over from the browser, which does it before there is anything to scroll.
pub fn take_over() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Keeps in the current entry of the history where the person is.
pub fn keep() {
    let focused =
        document().active_element().filter(|element| element.closest(SCROLLER).is_ok_and(|found| found.is_some()));
    let link = focused.and_then(|element| element.get_attribute("href"));
    let scroll = element(SCROLLER).map_or(0, |scroller| scroller.scroll_top());
    if let (Ok(state), Ok(history)) = (serde_json::to_string(&Place { scroll, link }), window().history()) {
        let _ = history.replace_state(&JsValue::from_str(&state), "");
    }
}

/// Where the person was on the page of the current entry, if they were there before.
pub fn kept() -> Option<Place> {
    let state = window().history().ok()?.state().ok()?.as_string()?;
    serde_json::from_str(&state).ok()
}

/// Brings a place back as soon as the page is long enough and the link is there.
pub fn restore(place: Place) {
    let moved_on = Rc::new(Cell::new(false));
    let listeners = ["keydown", "pointerdown", "wheel"].map(|event| {
        let moved_on = Rc::clone(&moved_on);
        window_event_listener_untyped(event, move |_| moved_on.set(true))
    });
    let until = now_seconds() + GIVE_UP_AFTER_SECONDS;
    go_on(Attempt { place, moved_on, until, listeners });
}

struct Attempt {
    place: Place,
    moved_on: Rc<Cell<bool>>,
    until: i64,
    listeners: [WindowListenerHandle; 3],
}

fn go_on(attempt: Attempt) {
    let is_over = attempt.moved_on.get() || now_seconds() > attempt.until;
    if is_over || bring_back(&attempt.place) {
        attempt.listeners.into_iter().for_each(WindowListenerHandle::remove);
    } else {
        request_animation_frame(move || go_on(attempt));
    }
}

/// Whether the page is as it was.
fn bring_back(place: &Place) -> bool {
    let Some(scroller) = element(SCROLLER) else { return false };
    let link = place.link.as_ref().map(|href| find_link(&scroller, href));
    if scroller.scroll_height() - scroller.client_height() < place.scroll || link == Some(None) {
        return false;
    }
    scroller.set_scroll_top(place.scroll);
    if let Some(Some(link)) = link {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = link.focus_with_options(&options);
    }
    true
}

/// Addresses come from the server's ids: they are compared, never made part of a selector.
fn find_link(scroller: &Element, href: &str) -> Option<HtmlElement> {
    let links = scroller.query_selector_all("a[href]").ok()?;
    (0..links.length())
        .filter_map(|index| links.get(index)?.dyn_into::<HtmlElement>().ok())
        .find(|link| link.get_attribute("href").as_deref() == Some(href))
}

fn element(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}
