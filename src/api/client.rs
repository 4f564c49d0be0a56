//! The one door to the server: the only user of `gloo_net`.
//!
//! A request is sent once. Nothing is repeated by itself: a read is repeated when the person asks, a write never.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestRedirect};

use crate::api::error::ApiError;
use crate::api::interpret::{AnswerHeaders, check_status, interpret};
use crate::api::life::{self, Life};
use crate::api::server_clock;
use crate::api::token::Jwt;

/// Where the API is, on the app's own origin: Landscape allows no other by default.
const BASE: &str = "/api/v2";
const READ_TIMEOUT_MILLISECONDS: u32 = 30_000;
const WRITE_TIMEOUT_MILLISECONDS: u32 = 120_000;

/// Sends requests, authorized by a session's token or, to sign in, by none.
#[derive(Clone)]
pub struct Client {
    authorization: Option<Authorization>,
}

/// Whether a request takes the cookies of its origin along.
///
/// What authorizes a request is the session's token alone: all requests leave cookies out, so that nothing depends on them
/// and none is set. The two exceptions are about the cookie itself: `GET /me` asks whose session the browser has with
/// Landscape, and `POST /logout` ends it.
#[derive(Clone, Copy)]
pub(crate) enum Cookies {
    /// None is sent, and none is set.
    Omitted,
    /// Those of the origin are sent, and may be set.
    SameOrigin,
}

impl Cookies {
    fn credentials(self) -> RequestCredentials {
        match self {
            Self::Omitted => RequestCredentials::Omit,
            Self::SameOrigin => RequestCredentials::SameOrigin,
        }
    }
}

#[derive(Clone)]
struct Authorization {
    token: Jwt,
    life: Option<Life>,
    on_unauthorized: Arc<dyn Fn() + Send + Sync>,
}

impl Client {
    /// A client without a session, to sign in with.
    pub fn anonymous() -> Self {
        Self { authorization: None }
    }

    /// A client that authorizes its requests with `token`, and calls `on_unauthorized` when the server answers 401.
    pub fn authorized(token: Jwt, on_unauthorized: impl Fn() + Send + Sync + 'static) -> Self {
        let on_unauthorized = Arc::new(on_unauthorized);
        Self { authorization: Some(Authorization { token, life: None, on_unauthorized }) }
    }

    /// The same, whose requests end with `life`.
    #[must_use]
    pub fn living(mut self, life: Life) -> Self {
        if let Some(authorization) = &mut self.authorization {
            authorization.life = Some(life);
        }
        self
    }

    fn may_send(&self, request: &AbortController) -> bool {
        let life = self.authorization.as_ref().and_then(|authorization| authorization.life);
        life.is_none_or(|life| life.admit(request))
    }

    /// Reads from `path`, which starts with a slash and is percent-encoded already, with parameters that are not.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str, query: &[(&str, &str)]) -> Result<T, ApiError> {
        self.get_with(path, query, Cookies::Omitted).await
    }

    /// The same, with or without cookies.
    pub(crate) async fn get_with<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &[(&str, &str)],
        cookies: Cookies,
    ) -> Result<T, ApiError> {
        // Not as part of the path: the builder would add a `&` to it.
        let request = RequestBuilder::new(&format!("{BASE}{path}")).method(Method::GET).query(query.iter().copied());
        let answer = self.send(request, None, READ_TIMEOUT_MILLISECONDS, cookies).await?;
        self.heed(interpret(answer.status, &answer.headers, &answer.body))
    }

    /// Writes to `path`, once.
    pub(crate) async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, ApiError> {
        let body = serde_json::to_string(body).expect("request bodies are plain structs, which always serialize");
        let request = RequestBuilder::new(&format!("{BASE}{path}")).method(Method::POST);
        let answer = self.send(request, Some(body), WRITE_TIMEOUT_MILLISECONDS, Cookies::Omitted).await?;
        self.heed(interpret(answer.status, &answer.headers, &answer.body))
    }

    /// Writes to `path`, once, where there is nothing to say and nothing comes back.
    pub(crate) async fn post_nothing(&self, path: &str, cookies: Cookies) -> Result<(), ApiError> {
        let request = RequestBuilder::new(&format!("{BASE}{path}")).method(Method::POST);
        let answer = self.send(request, Some("{}".to_owned()), WRITE_TIMEOUT_MILLISECONDS, cookies).await?;
        self.heed(check_status(answer.status, &answer.headers, &answer.body))
    }

    fn heed<T>(&self, result: Result<T, ApiError>) -> Result<T, ApiError> {
        if let (Err(ApiError::Unauthorized(_)), Some(authorization)) = (&result, &self.authorization) {
            (authorization.on_unauthorized)();
        }
        result
    }

    async fn send(
        &self,
        request: RequestBuilder,
        body: Option<String>,
        limit: u32,
        cookies: Cookies,
    ) -> Result<Answer, ApiError> {
        if life::is_stopped() {
            // Nobody is there any more whom an answer could serve.
            std::future::pending::<()>().await;
        }
        let deadline = Deadline::after(limit).ok_or(ApiError::Network)?;
        if !self.may_send(&deadline.controller) {
            return Err(ApiError::Network);
        }
        let mut request = request
            .header("Accept", "application/json")
            .abort_signal(Some(&deadline.controller.signal()))
            .cache(RequestCache::NoStore)
            .credentials(cookies.credentials())
            .redirect(RequestRedirect::Error);
        if let Some(Authorization { token, .. }) = &self.authorization {
            request = request.header("Authorization", &format!("Bearer {}", token.expose_secret()));
        }
        let answer = fetch(request, body).await;
        answer.map_err(|_| if deadline.passed.get() { ApiError::Timeout } else { ApiError::Network })
    }
}

struct Answer {
    status: u16,
    headers: AnswerHeaders,
    body: String,
}

async fn fetch(request: RequestBuilder, body: Option<String>) -> Result<Answer, gloo_net::Error> {
    let request: Request = match body {
        Some(body) => request.header("Content-Type", "application/json").body(body)?,
        None => request.build()?,
    };
    let response: Response = request.send().await?;
    server_clock::learn(response.headers().get("date").as_deref(), now_seconds());
    let headers = AnswerHeaders {
        content_type: response.headers().get("content-type"),
        retry_after: response.headers().get("retry-after"),
    };
    Ok(Answer { status: response.status(), headers, body: response.text().await? })
}

/// Seconds since 1970 by this computer's clock.
#[expect(clippy::cast_possible_truncation, reason = "the clock's milliseconds fit")]
fn now_seconds() -> i64 {
    (js_sys::Date::now() / 1000.0).floor() as i64
}

/// Aborts a request when its time is over, and when nobody waits for it any more.
struct Deadline {
    controller: AbortController,
    passed: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl Deadline {
    fn after(milliseconds: u32) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let passed = Rc::new(Cell::new(false));
        let timer = Timeout::new(milliseconds, {
            let (controller, passed) = (controller.clone(), Rc::clone(&passed));
            move || {
                passed.set(true);
                controller.abort();
            }
        });
        Some(Self { controller, passed, _timer: timer })
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        self.controller.abort();
    }
}
