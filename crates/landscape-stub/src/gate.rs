use std::{convert::Infallible, fmt, time::Duration};

use axum::{
    Router,
    body::{Body, Bytes},
    http::{
        HeaderValue, Method, Request,
        header::{CONTENT_LENGTH, DATE},
    },
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, Collected, Limited};
use hyper::body::Incoming;
use percent_encoding::percent_decode_str;
use tower::ServiceExt;

use crate::{
    app, dashboard, failure::Failure, headers, journal::Recorded, stub::Shared, violations, world::clock::in_header,
};

const STALL: Duration = Duration::from_secs(600);

/// What Landscape's Apache accepts is not documented; ten megabytes hold a million ids.
const BODY_LIMIT: usize = 10 * 1024 * 1024;

/// Apache's default `LimitRequestLine`, which Landscape's configuration leaves alone.
const REQUEST_LINE_LIMIT: usize = 8190;

/// The connection is to be closed without an answer.
#[derive(Debug)]
pub(crate) struct Dropped;

impl fmt::Display for Dropped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the connection was closed without an answer, as asked")
    }
}

impl std::error::Error for Dropped {}

/// The way of every request: Apache's own rules, then the API or the app.
pub(crate) async fn pass(stub: Shared, api: Router, request: Request<Incoming>) -> Result<Response, Dropped> {
    if request_line_length(&request) > REQUEST_LINE_LIMIT {
        return Ok(Failure::html(414).into_response());
    }
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    if path.contains("++") {
        // Landscape's Apache configuration refuses such a URL before it reaches the application.
        return Ok(Failure::html(403).into_response());
    }
    if path == "/api" || path.starts_with("/api/") {
        return answer_api(stub, api, request).await;
    }
    if stub.reports_violations && path == violations::PATH {
        return Ok(violations::take(&stub, request).await);
    }
    if stub.site().is_some() && dashboard::is_at(&path) {
        return Ok(dashboard::answer(&stub, request.method(), request.headers(), &path));
    }
    stub.visits().push(path.clone());
    let answer = app::answer(&stub, request.method(), request.uri(), &path).await;
    let is_bare = stub.app.is_none() || stub.leaves_headers_out;
    Ok(if is_bare { answer } else { headers::add(answer, stub.reports_violations) })
}

/// Of `GET /api/v2/contracts HTTP/1.1`, without the end of the line.
fn request_line_length<T>(request: &Request<T>) -> usize {
    format!("{} {} {:?}", request.method(), request.uri(), request.version()).len()
}

async fn answer_api(stub: Shared, api: Router, request: Request<Incoming>) -> Result<Response, Dropped> {
    let (parts, body) = request.into_parts();
    let Ok(body) = Limited::new(body, BODY_LIMIT).collect().await else {
        return Ok(Failure::html(413).into_response());
    };
    let (body, is_read) = (body.to_bytes(), parts.method == Method::GET);
    let entry = record(&stub, Recorded::new(&parts, &body));
    tokio::time::sleep(stub.latency).await;
    let response = match stub.take_failure(parts.method.as_str(), parts.uri.path()) {
        Some(failure @ Failure::DropAnswer) => {
            call(api, Request::from_parts(parts, body)).await;
            failure.into_response()
        }
        Some(failure) => failure.into_response(),
        None => call(api, Request::from_parts(parts, body)).await,
    };
    let mut response = act(response).await?;
    if is_read && !stub.words().is_empty() {
        response = reword(&stub, response).await;
    }
    // By the clock that tokens end by; without it, the server library would tell the computer's.
    if let Ok(date) = HeaderValue::from_str(&in_header(stub.world().clock.now())) {
        response.headers_mut().entry(DATE).or_insert(date);
    }
    if let Some(recorded) = stub.journal().get_mut(entry) {
        recorded.status = Some(response.status().as_u16());
    }
    Ok(response)
}

/// Puts the words that a test has asked for into an answer that is JSON.
async fn reword(stub: &Shared, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = body.collect().await.map(Collected::to_bytes).unwrap_or_default();
    let Ok(mut answer) = serde_json::from_slice(&body) else { return Response::from_parts(parts, Body::from(body)) };
    stub.words().put_into(&mut answer);
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(answer.to_string()))
}

fn record(stub: &Shared, recorded: Recorded) -> usize {
    let mut journal = stub.journal();
    journal.push(recorded);
    journal.len() - 1
}

async fn call(api: Router, request: Request<Bytes>) -> Response {
    let answer: Result<Response, Infallible> = api.oneshot(request.map(Body::from)).await;
    match answer {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// Carries out the failures that are more than an answer.
async fn act(response: Response) -> Result<Response, Dropped> {
    match response.extensions().get::<Failure>() {
        Some(Failure::Drop | Failure::DropAnswer) => Err(Dropped),
        Some(Failure::Stall) => {
            tokio::time::sleep(STALL).await;
            Ok(response)
        }
        _ => Ok(response),
    }
}
