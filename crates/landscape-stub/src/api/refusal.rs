use axum::response::{IntoResponse, Response};

use crate::failure::Failure;

/// Anything but the answer that was hoped for.
#[derive(Debug)]
pub(crate) struct Refusal(Failure);

impl Refusal {
    /// Landscape's error body, `{error, message}`.
    pub fn error(status: u16, error: &str, message: impl Into<String>) -> Self {
        Self(Failure::json(status, error, &message.into()))
    }

    /// 400 for a parameter that is missing or of the wrong kind.
    pub fn invalid_parameter(message: impl Into<String>) -> Self {
        Self::error(400, "InvalidParameterError", message)
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Self::error(404, "NotFound", message)
    }

    pub fn unauthorized(message: impl Into<String>) -> Self {
        Self::error(401, "Unauthorized", message)
    }

    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::error(403, "Forbidden", message)
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}
