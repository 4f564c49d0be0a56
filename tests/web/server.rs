//! A server in the browser's place: what is fetched comes here, and every request is kept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Headers, Request, RequestCache, RequestCredentials, RequestRedirect, Response, ResponseInit};

thread_local! {
    /// The browser's own way to fetch.
    static FETCH: JsValue = Reflect::get(&window(), &JsValue::from("fetch")).expect("browsers fetch");
}

type Fetch = Closure<dyn Fn(Request) -> Promise>;

/// A request as it was sent.
#[derive(Clone)]
pub struct Sent {
    /// Its method, path and query, such as "GET /api/v2/contracts".
    pub line: String,
    /// Its header `Authorization`.
    pub authorization: Option<String>,
    /// Its header `Content-Type`.
    pub content_type: Option<String>,
    /// Whether it takes the origin's cookies along.
    pub has_cookies: bool,
    /// Whether its answer is kept nowhere.
    pub is_stored_nowhere: bool,
    /// Whether it fails where it is led elsewhere.
    pub refuses_redirects: bool,
    /// Its body.
    pub body: String,
}

/// Answers every request alike, until the next page is opened.
#[derive(Clone, Default)]
pub struct Server {
    sent: Rc<RefCell<Vec<Sent>>>,
    held: Rc<RefCell<Option<Promise>>>,
}

impl Server {
    /// Answers with a status and JSON.
    pub fn answering(status: u16, body: &'static str) -> Self {
        Self::start(move |_| answer(status, body))
    }

    /// Answers each request by its first line, with a status and JSON.
    pub fn answering_lines(choose: impl Fn(&str) -> (u16, &'static str) + Clone + 'static) -> Self {
        Self::start(move |line| {
            let (status, body) = choose(line);
            answer(status, body)
        })
    }

    /// Answers the first request with the first of these, and so on; the last one answers all that come later. Each is a
    /// status, a header and JSON.
    pub fn answering_in_turn(answers: &[(u16, (&'static str, &'static str), &'static str)]) -> Self {
        let (answers, turn) = (Rc::new(answers.to_vec()), Rc::new(Cell::new(0)));
        Self::start(move |_| {
            let (status, header, body) = answers[turn.get().min(answers.len() - 1)];
            turn.set(turn.get() + 1);
            answer_with(status, header, body)
        })
    }

    /// Answers nothing: no connection can be made.
    pub fn unreachable() -> Self {
        Self::start(|_| Err(JsValue::from(js_sys::TypeError::new("Failed to fetch"))))
    }

    fn start(answer: impl Fn(&str) -> Result<JsValue, JsValue> + Clone + 'static) -> Self {
        let server = Self::default();
        let (sent, held) = (Rc::clone(&server.sent), Rc::clone(&server.held));
        let fetch: Fetch = Closure::new(move |request: Request| {
            let (sent, held, answer) = (Rc::clone(&sent), Rc::clone(&held), answer.clone());
            future_to_promise(async move {
                let request = read(&request).await;
                let answer = answer(&request.line);
                sent.borrow_mut().push(request);
                let held = held.borrow().clone();
                if let Some(held) = held {
                    JsFuture::from(held).await?;
                }
                answer
            })
        });
        plug(fetch.as_ref());
        fetch.forget();
        server
    }

    /// Keeps back the answers to what is asked from now on, until the given function is called; then all come at once, in
    /// order.
    pub fn hold(&self) -> impl FnOnce() + use<> {
        let mut release = None;
        self.held.replace(Some(Promise::new(&mut |resolve, _| release = Some(resolve))));
        let held = Rc::clone(&self.held);
        move || {
            held.take();
            let release = release.expect("a promise gives its resolution at once");
            release.call0(&JsValue::NULL).expect("a resolution can be called");
        }
    }

    /// Every request, in order.
    pub fn sent(&self) -> Vec<Sent> {
        self.sent.borrow().clone()
    }

    /// The first line of every request, in order.
    pub fn lines(&self) -> Vec<String> {
        self.sent.borrow().iter().map(|sent| sent.line.clone()).collect()
    }
}

/// Gives the browser its own way to fetch back.
pub fn unplug() {
    FETCH.with(plug);
}

fn plug(fetch: &JsValue) {
    Reflect::set(&window(), &JsValue::from("fetch"), fetch).expect("it can be replaced");
}

async fn read(request: &Request) -> Sent {
    let url = web_sys::Url::new(&request.url()).expect("a request has an address");
    let header = |name| request.headers().get(name).ok().flatten();
    let body = JsFuture::from(request.text().expect("it was not read before")).await.expect("a body is text");
    Sent {
        line: format!("{} {}{}", request.method(), url.pathname(), url.search()),
        authorization: header("Authorization"),
        content_type: header("Content-Type"),
        has_cookies: request.credentials() != RequestCredentials::Omit,
        is_stored_nowhere: request.cache() == RequestCache::NoStore,
        refuses_redirects: request.redirect() == RequestRedirect::Error,
        body: body.as_string().unwrap_or_default(),
    }
}

fn answer(status: u16, body: &str) -> Result<JsValue, JsValue> {
    answer_with(status, ("Content-Type", "application/json"), body)
}

fn answer_with(status: u16, (name, value): (&str, &str), body: &str) -> Result<JsValue, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    headers.set(name, value)?;
    let init = ResponseInit::new();
    init.set_status(status);
    init.set_headers(&headers);
    Response::new_with_opt_str_and_init(Some(body), &init).map(JsCast::unchecked_into)
}
