use axum::{
    body::Body,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde_json::json;

/// A way for one request to go wrong, whatever was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server answers exactly this.
    Answer {
        /// HTTP status code.
        status: u16,
        /// Value of the `Content-Type` header.
        content_type: String,
        /// The body as it is sent.
        body: String,
    },
    /// No answer for ten minutes, then 504.
    Stall,
    /// The connection closes without an answer, and nothing has been done.
    Drop,
    /// What was asked is done, and the connection closes without an answer.
    DropAnswer,
}

impl Failure {
    /// An answer with Landscape's error body `{error, message}`.
    pub fn json(status: u16, error: &str, message: &str) -> Self {
        let body = json!({ "error": error, "message": message }).to_string();
        Self::Answer { status, content_type: "application/json".to_owned(), body }
    }

    /// An HTML page, as a proxy in front of the server answers.
    pub fn html(status: u16) -> Self {
        let title = reason(status);
        let body = format!(
            "<!DOCTYPE html>\n<html><head><title>{status} {title}</title></head>\n\
             <body><h1>{title}</h1><hr><address>Apache/2.4.58 (Ubuntu)</address></body></html>\n"
        );
        Self::Answer { status, content_type: "text/html; charset=iso-8859-1".to_owned(), body }
    }

    /// A short plain text, as a load balancer answers.
    pub fn plain(status: u16) -> Self {
        let body = reason(status).to_owned();
        Self::Answer { status, content_type: "text/plain".to_owned(), body }
    }

    /// Status 200 whose JSON breaks off in the middle.
    pub fn garbage() -> Self {
        let body = r#"{"results": [{"contract_id": "contr"#.to_owned();
        Self::Answer { status: 200, content_type: "application/json".to_owned(), body }
    }
}

/// The answer itself; the failures that are more than an answer travel as an extension, for the gate to act upon.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Self::Answer { status, content_type, body } = self {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            return (status, [(CONTENT_TYPE, content_type)], body).into_response();
        }
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::GATEWAY_TIMEOUT;
        response.extensions_mut().insert(self);
        response
    }
}

fn reason(status: u16) -> &'static str {
    StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or("Error")
}
