use axum::{
    body::Body,
    http::{Request, StatusCode},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;

use crate::stub::Shared;

/// Where browsers report what the policy of a page has forbidden.
pub(crate) const PATH: &str = "/policy-violations";

const LIMIT: usize = 64 * 1024;

/// Writes a report down, as it was sent.
pub(crate) async fn take(stub: &Shared, request: Request<Incoming>) -> Response {
    match Limited::new(request.into_body(), LIMIT).collect().await {
        Ok(report) => {
            stub.violations().push(String::from_utf8_lossy(&report.to_bytes()).into_owned());
            StatusCode::NO_CONTENT.into_response()
        }
        Err(_) => (StatusCode::PAYLOAD_TOO_LARGE, Body::empty()).into_response(),
    }
}
