//! What is said to people who do not see the page: one polite live region for the whole app, so that nothing talks over
//! anything else.

use std::time::Duration;

use leptos::prelude::*;

/// Words that follow each other faster than this are said once, the last of them.
const SAID_AFTER: Duration = Duration::from_millis(200);
/// When what was said is taken out of the page again: by then it was read, and whoever walks the page is not told twice.
const KEPT_FOR: Duration = Duration::from_secs(5);

/// The app's voice. Lives in the context.
#[derive(Clone, Copy)]
pub struct Announcer {
    text: RwSignal<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Announcer {
    /// Nothing said yet.
    pub fn new() -> Self {
        Self { text: RwSignal::default(), timer: StoredValue::new(None) }
    }

    /// What is said now.
    pub fn text(&self) -> String {
        self.text.get()
    }

    /// Says a text, in place of one that was not said yet. The same text twice is said twice.
    pub fn say(&self, text: String) {
        self.text.set(String::new());
        let announcer = *self;
        self.later(SAID_AFTER, move || {
            announcer.text.set(text);
            announcer.later(KEPT_FOR, move || announcer.text.set(String::new()));
        });
    }

    /// Takes back what was said and what was to be: it is not for who comes now.
    pub fn hush(&self) {
        self.timer.update_value(|waiting| {
            if let Some(waiting) = waiting.take() {
                waiting.clear();
            }
        });
        self.text.set(String::new());
    }

    fn later(&self, after: Duration, act: impl FnOnce() + 'static) {
        let timer = set_timeout_with_handle(act, after).ok();
        self.timer.update_value(|waiting| {
            if let Some(waiting) = std::mem::replace(waiting, timer) {
                waiting.clear();
            }
        });
    }
}

impl Default for Announcer {
    fn default() -> Self {
        Self::new()
    }
}

/// Says a text when it comes, and whenever it changes, as long as what shows it is there. Nothing is not said.
pub fn announce(text: impl Fn() -> String + 'static) {
    start(Box::new(text));
}

fn start(text: Box<dyn Fn() -> String>) {
    let Some(announcer) = use_context::<Announcer>() else { return };
    Effect::new(move |before: Option<String>| {
        let now = text();
        if !now.is_empty() && before.as_ref() != Some(&now) {
            announcer.say(now.clone());
        }
        now
    });
}
