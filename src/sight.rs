//! Which parts of a long page are in sight, so that nothing is asked for what nobody looks at.

use std::collections::HashMap;

use js_sys::{Array, Map};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches elements of a page. Lives in the page's context.
#[derive(Clone, Copy)]
pub struct Sight(StoredValue<Watch, LocalStorage>);

#[derive(Default)]
struct Watch {
    /// `None` where the browser has none: then everything is in sight.
    observer: Option<IntersectionObserver>,
    on_change: Option<Closure<dyn FnMut(Array)>>,
    /// The number of each element.
    numbers: Map,
    watched: HashMap<u32, (Element, RwSignal<bool>)>,
    next: u32,
}

/// A directive of views: tells whether the element is in sight. It is where the page watches nothing.
pub fn in_sight(element: Element, is_seen: RwSignal<bool>) {
    match use_context::<Sight>() {
        Some(sight) => {
            let number = sight.watch(element, is_seen);
            on_cleanup(move || sight.leave(number));
        }
        None => is_seen.set(true),
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Sight {
    /// Watches nothing yet. It ends with what calls this.
    pub fn start() -> Self {
        let sight = Self(StoredValue::new_local(Watch::default()));
        let on_change = Closure::new(move |entries: Array| sight.tell(&entries));
        let observer = IntersectionObserver::new(on_change.as_ref().unchecked_ref()).ok();
        sight.0.update_value(|watch| {
            watch.observer = observer;
            watch.on_change = Some(on_change);
        });
        sight
    }

    fn watch(self, element: Element, is_seen: RwSignal<bool>) -> u32 {
        let (number, observer) = self
            .0
            .try_update_value(|watch| {
                watch.next += 1;
                watch.numbers.set(&element, &JsValue::from(watch.next));
                watch.watched.insert(watch.next, (element.clone(), is_seen));
                (watch.next, watch.observer.clone())
            })
            .unwrap_or_default();
        match observer {
            Some(observer) => observer.observe(&element),
            None => is_seen.set(true),
        }
        number
    }

    fn leave(self, number: u32) {
        let _ = self.0.try_update_value(|watch| {
            if let Some((element, _)) = watch.watched.remove(&number) {
                watch.numbers.delete(&element);
                if let Some(observer) = &watch.observer {
                    observer.unobserve(&element);
                }
            }
        });
    }

    fn tell(self, entries: &Array) {
        let changes = self.0.try_with_value(|watch| entries.iter().filter_map(|entry| watch.change(entry)).collect());
        // Not while it is open: what is in sight now may come to watch more.
        let changes: Vec<(RwSignal<bool>, bool)> = changes.unwrap_or_default();
        for (is_seen, is) in changes {
            if is_seen.try_get_untracked() == Some(!is) {
                is_seen.set(is);
            }
        }
    }
}

impl Watch {
    fn change(&self, entry: JsValue) -> Option<(RwSignal<bool>, bool)> {
        let entry: IntersectionObserverEntry = entry.dyn_into().ok()?;
        let number = whole(self.numbers.get(&entry.target()).as_f64()?);
        self.watched.get(&number).map(|(_, is_seen)| (*is_seen, entry.is_intersecting()))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a u32 when it was put there")]
fn whole(number: f64) -> u32 {
    number as u32
}
