//! The one door to the server: the only user of `gloo_net`.
//!
//! A write is sent once. A read is tried again where its failure may pass, as [`retry`](crate::api::retry) says, unless whoever
//! asks looks again of their own accord.

use std::future::Future;
use std::sync::Arc;

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use js_sys::{Date, Math};
use serde::Serialize;
use web_sys::{RequestCache, RequestCredentials, RequestRedirect};
use zeroize::Zeroizing;

use crate::api::ahead::{self, Ahead};
use crate::api::base;
use crate::api::body;
use crate::api::error::ApiError;
use crate::api::interpret::{AnswerHeaders, FromAnswer, check_status, interpret};
use crate::api::life::{self, Life};
use crate::api::retry::{Retries, http_date};
use crate::api::server_clock;
use crate::api::token::Jwt;
use crate::api::turnstile::{Place, Rank, Turnstile};
use crate::api::waiting::{Deadline, pause, within};

/// How long the answer to one request may take: its beginning, then its end.
#[derive(Clone, Copy)]
struct Limits {
    headers: u32,
    body: u32,
}

const READ: Limits = Limits { headers: 15_000, body: 45_000 };
const WRITE: Limits = Limits { headers: 120_000, body: 120_000 };

thread_local! {
    /// What all requests of the page pass through.
    static TURNSTILE: Turnstile = Turnstile::default();
}

/// Sends requests, authorized by a session's token or, to sign in, by none.
#[derive(Clone)]
pub struct Client {
    authorization: Option<Authorization>,
    tries_again: bool,
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
        Self { authorization: None, tries_again: true }
    }

    /// A client that authorizes its requests with `token`, and calls `on_unauthorized` when the server answers 401.
    pub fn authorized(token: Jwt, on_unauthorized: impl Fn() + Send + Sync + 'static) -> Self {
        let authorization = Authorization { token, life: None, on_unauthorized: Arc::new(on_unauthorized) };
        Self { authorization: Some(authorization), tries_again: true }
    }

    /// The same, for whoever looks again of their own accord, and for what can do without an answer: no read is tried twice.
    #[must_use]
    pub fn once(self) -> Self {
        Self { tries_again: false, ..self }
    }

    /// The same, whose requests end with `life`.
    #[must_use]
    pub fn living(mut self, life: Life) -> Self {
        if let Some(authorization) = &mut self.authorization {
            authorization.life = Some(life);
        }
        self
    }

    fn life(&self) -> Option<Life> {
        self.authorization.as_ref()?.life
    }

    /// Reads from `path`, which starts with a slash and is percent-encoded already, with parameters that are not.
    pub(crate) async fn get<T: FromAnswer>(&self, path: &str, query: &[(&str, &str)]) -> Result<T, ApiError> {
        self.get_with(path, query, Cookies::Omitted).await
    }

    /// The same, with or without cookies.
    pub(crate) async fn get_with<T: FromAnswer>(
        &self,
        path: &str,
        query: &[(&str, &str)],
        cookies: Cookies,
    ) -> Result<T, ApiError> {
        let mut retries = Retries::default();
        loop {
            let address = base::address(path);
            let failed = match self.read(&address, query, cookies).await {
                // It was too slow for a minute. It would be again.
                Err(Lost::Body) => return Err(ApiError::Timeout),
                Err(Lost::Session) => return Err(ApiError::Network),
                Err(lost) => lost.error(),
                Ok(answer) => match self.heed(interpret(answer.status, &answer.headers, &answer.body)) {
                    Err(error) => error,
                    value => return value,
                },
            };
            let wait = retries.wait(&failed, Math::random()).filter(|_| self.tries_again);
            pause(wait.ok_or(failed)?).await;
        }
    }

    async fn read(&self, address: &str, query: &[(&str, &str)], cookies: Cookies) -> Result<Answer, Lost> {
        if query.is_empty()
            && let Some(life) = self.life()
            && let Some(ahead) = ahead::take(address, life)
        {
            return self.take_over(ahead).await;
        }
        // Not as part of the path: the builder would add a `&` to it.
        let request = RequestBuilder::new(address).method(Method::GET).query(query.iter().copied());
        self.send(request, None, READ, cookies).await
    }

    /// Goes on with a request that was sent before the app was there, as if it was sent now.
    async fn take_over(&self, ahead: Ahead) -> Result<Answer, Lost> {
        let (_place, deadline) =
            self.begin(Rank::Read, || Some(Deadline::of(ahead.controller(), READ.headers))).await?;
        receive(async { ahead.response().await.ok().map(Response::from) }, &deadline, READ).await
    }

    /// Reads a page of the app itself at an address of its origin, once; `None` where there is none.
    pub(crate) async fn page(&self, address: &str) -> Result<Option<String>, ApiError> {
        let request = RequestBuilder::new(address).method(Method::GET);
        let answer = self.send(request, None, READ, Cookies::Omitted).await.map_err(Lost::error)?;
        Ok((answer.status == 200).then(|| String::from_utf8_lossy(&answer.body).into_owned()))
    }

    /// Writes to `path`, once.
    pub(crate) async fn post<T: FromAnswer>(&self, path: &str, body: &impl Serialize) -> Result<T, ApiError> {
        #[expect(clippy::expect_used, reason = "request bodies are plain structs, which always serialize")]
        let body = Zeroizing::new(serde_json::to_string(body).expect("a plain struct serializes"));
        let request = RequestBuilder::new(&base::address(path)).method(Method::POST);
        let answer = self.send(request, Some(&body), WRITE, Cookies::Omitted).await.map_err(Lost::error)?;
        self.heed(interpret(answer.status, &answer.headers, &answer.body))
    }

    /// Writes to `path`, once, where there is nothing to say and nothing comes back.
    pub(crate) async fn post_nothing(&self, path: &str, cookies: Cookies) -> Result<(), ApiError> {
        let request = RequestBuilder::new(&base::address(path)).method(Method::POST);
        let answer = self.send(request, Some("{}"), WRITE, cookies).await.map_err(Lost::error)?;
        self.heed(check_status(answer.status, &answer.headers, &answer.body))
    }

    fn heed<T>(&self, result: Result<T, ApiError>) -> Result<T, ApiError> {
        if let (Err(ApiError::Unauthorized(_)), Some(authorization)) = (&result, &self.authorization) {
            (authorization.on_unauthorized)();
        }
        result
    }

    /// Waits until a request may be under way, and gives it its time.
    async fn begin(&self, rank: Rank, deadline: impl FnOnce() -> Option<Deadline>) -> Result<(Place, Deadline), Lost> {
        let place = TURNSTILE.with(|turnstile| turnstile.enter(rank)).await;
        if life::is_stopped() {
            // Nobody is there any more whom an answer could serve.
            std::future::pending::<()>().await;
        }
        let deadline = deadline().ok_or(Lost::Connection)?;
        let may_send = self.life().is_none_or(|life| life.admit(deadline.controller()));
        if may_send { Ok((place, deadline)) } else { Err(Lost::Session) }
    }

    async fn send(
        &self,
        request: RequestBuilder,
        body: Option<&str>,
        limits: Limits,
        cookies: Cookies,
    ) -> Result<Answer, Lost> {
        let rank = if body.is_some() { Rank::Write } else { Rank::Read };
        let (_place, deadline) = self.begin(rank, || Deadline::after(limits.headers)).await?;
        let mut request = request
            .header("Accept", "application/json")
            .abort_signal(Some(&deadline.signal()))
            .cache(RequestCache::NoStore)
            .credentials(cookies.credentials())
            .redirect(RequestRedirect::Error);
        if let Some(Authorization { token, .. }) = &self.authorization {
            let bearer = Zeroizing::new(format!("Bearer {}", token.expose_secret()));
            request = request.header("Authorization", &bearer);
        }
        let request: Result<Request, _> = match body {
            Some(body) => request.header("Content-Type", "application/json").body(body),
            None => request.build(),
        };
        let request = request.map_err(|_| Lost::Connection)?;
        receive(async { request.send().await.ok() }, &deadline, limits).await
    }
}

struct Answer {
    status: u16,
    headers: AnswerHeaders,
    body: Vec<u8>,
}

/// Why there is no answer.
enum Lost {
    /// The connection failed.
    Connection,
    /// It did not begin in time.
    Headers,
    /// It did not end in time.
    Body,
    /// The session is over, so nothing was sent.
    Session,
}

impl Lost {
    fn error(self) -> ApiError {
        match self {
            Self::Connection | Self::Session => ApiError::Network,
            Self::Headers | Self::Body => ApiError::Timeout,
        }
    }
}

/// The answer to what is sent; no response where the connection fails.
async fn receive(
    sent: impl Future<Output = Option<Response>>,
    deadline: &Deadline,
    limits: Limits,
) -> Result<Answer, Lost> {
    let lost = |late| if deadline.has_passed() { late } else { Lost::Connection };
    let Some(response) = sent.await else {
        let lost = lost(Lost::Headers);
        // Where the page goes, that is no failure to be told or kept.
        pause(life::going()).await;
        if life::is_stopped() {
            std::future::pending::<()>().await;
        }
        return Err(lost);
    };
    deadline.restart(limits.body);
    let header = |name| response.headers().get(name);
    let date = header("date").as_deref().and_then(http_date);
    server_clock::learn(date, now_seconds());
    let headers = AnswerHeaders {
        content_type: header("content-type"),
        retry_after: header("retry-after"),
        answered_at: date.or_else(|| Some(now_seconds())),
    };
    let status = response.status();
    let body = match response.body() {
        // WebKit may leave a reading waiting for ever whose request was aborted.
        Some(stream) => within(limits.body, body::read(stream, headers.useful_length(status)))
            .await
            .ok_or(Lost::Body)?
            .map_err(|_| lost(Lost::Body))?,
        None => Vec::new(),
    };
    Ok(Answer { status, headers, body })
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn now_seconds() -> i64 {
    (Date::now() / 1_000.0) as i64
}
