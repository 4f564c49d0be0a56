//! What `public/ahead.js` asks the server for while the app itself is still on its way: the list that the first page shows.

use std::cell::RefCell;

use js_sys::{Date, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Response};

use crate::api::life::Life;

/// Milliseconds after which it is asked anew: the answer to any reading may take so long to begin.
const GOOD_FOR: f64 = 15_000.0;

thread_local! {
    static AHEAD: RefCell<Option<Ahead>> = const { RefCell::new(None) };
}

/// A request that is under way.
pub struct Ahead {
    /// The session that it is of.
    life: Life,
    address: String,
    asked_at: f64,
    controller: AbortController,
    response: Promise,
}

/// Takes over what the page has asked for, for the session that it began with: the request ends with it.
pub fn take_over(life: Life) {
    let ahead = Ahead::of_page(life);
    AHEAD.set(ahead.filter(|ahead| life.admit(&ahead.controller)));
}

/// Calls it off: what it asks for is not what is wanted any more.
pub fn call_off() {
    if let Some(ahead) = AHEAD.take() {
        ahead.controller.abort();
    }
}

/// The request of a session for `address`, where there is one. It is given once.
pub(crate) fn take(address: &str, life: Life) -> Option<Ahead> {
    let is_it = |ahead: &mut Ahead| {
        ahead.life == life && ahead.address == address && (0.0..GOOD_FOR).contains(&(Date::now() - ahead.asked_at))
    };
    AHEAD.with_borrow_mut(|ahead| ahead.take_if(is_it))
}

impl Ahead {
    fn of_page(life: Life) -> Option<Self> {
        let page = property(&js_sys::global(), "landscapeLicensing")?;
        let asked = property(&page, "asked")?;
        Some(Self {
            life,
            address: property(&asked, "address")?.as_string()?,
            asked_at: property(&asked, "at")?.as_f64()?,
            controller: property(&asked, "controller")?.dyn_into().ok()?,
            response: property(&asked, "response")?.dyn_into().ok()?,
        })
    }

    /// What aborts it.
    pub fn controller(&self) -> AbortController {
        self.controller.clone()
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// Where the connection fails.
    pub async fn response(self) -> Result<Response, JsValue> {
        JsFuture::from(self.response).await?.dyn_into()
    }
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_null_or_undefined())
}
