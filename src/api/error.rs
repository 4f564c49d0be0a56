//! What can go wrong with a request: one variant for each stage that failed, as plain data.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::words::errors;

/// Why a request gave no answer that can be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApiError {
    /// No answer came: no connection, a dropped one, or a refused redirect.
    Network,
    /// No answer came in time.
    Timeout,
    /// The page was reloaded or closed before an answer came.
    Interrupted,
    /// 401: the session has ended, or the sign-in was refused.
    Unauthorized(Option<String>),
    /// 403: no permission, a disabled account, or a feature that is off.
    Forbidden(Option<String>),
    /// 404: there is no such thing.
    NotFound(Option<String>),
    /// Any other 4xx: the request was refused.
    Rejected {
        /// The HTTP status.
        status: u16,
        /// The server's own words.
        message: Option<String>,
    },
    /// 429: too many requests.
    RateLimited {
        /// Seconds to wait, where the server said so.
        retry_after: Option<u32>,
    },
    /// 5xx, from Landscape or from a proxy in front of it.
    Server {
        /// The HTTP status.
        status: u16,
        /// The server's own words.
        message: Option<String>,
    },
    /// 5xx, with the server's word for when it will be back.
    Unavailable {
        /// The HTTP status.
        status: u16,
        /// The server's own words.
        message: Option<String>,
        /// Seconds to wait.
        retry_after: u32,
    },
    /// An answer came that is not what the documentation says.
    Undecodable {
        /// What is wrong with it, and where.
        detail: String,
    },
}

impl ApiError {
    /// Whether asking again may help. What is repeated by itself is less: [`crate::api::retry`].
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Network
            | Self::Timeout
            | Self::Interrupted
            | Self::RateLimited { .. }
            | Self::Server { .. }
            | Self::Unavailable { .. }
            | Self::Undecodable { .. } => true,
            Self::Unauthorized(_) | Self::Forbidden(_) | Self::NotFound(_) | Self::Rejected { .. } => false,
        }
    }

    /// Whether a write that failed so may have been carried out all the same.
    ///
    /// A server that failed may have failed after it had queued the request, and a proxy's 502, 503 or 504 says nothing of
    /// the server behind it.
    pub fn leaves_outcome_unknown(&self) -> bool {
        let is_lost = matches!(self, Self::Network | Self::Timeout | Self::Interrupted);
        is_lost || matches!(self, Self::Undecodable { .. } | Self::Server { .. } | Self::Unavailable { .. })
    }

    /// Seconds to wait before the next try, where the server said so.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::RateLimited { retry_after } => *retry_after,
            Self::Unavailable { retry_after, .. } => Some(*retry_after),
            _ => None,
        }
    }

    /// The server's own words, where it said any.
    pub fn server_words(&self) -> Option<&str> {
        match self {
            Self::Unauthorized(message)
            | Self::Forbidden(message)
            | Self::NotFound(message)
            | Self::Rejected { message, .. }
            | Self::Server { message, .. }
            | Self::Unavailable { message, .. } => message.as_deref(),
            _ => None,
        }
    }

    /// The same without the server's own words, which may repeat what was sent.
    #[must_use]
    pub fn without_server_words(mut self) -> Self {
        match &mut self {
            Self::Unauthorized(message)
            | Self::Forbidden(message)
            | Self::NotFound(message)
            | Self::Rejected { message, .. }
            | Self::Server { message, .. }
            | Self::Unavailable { message, .. } => *message = None,
            _ => {}
        }
        self
    }

    fn sentence(&self) -> String {
        match self {
            Self::Network => errors::NETWORK.to_owned(),
            Self::Timeout => errors::TIMEOUT.to_owned(),
            Self::Interrupted => errors::INTERRUPTED.to_owned(),
            Self::Unauthorized(_) => errors::UNAUTHORIZED.to_owned(),
            Self::Forbidden(_) => errors::FORBIDDEN.to_owned(),
            Self::NotFound(_) => errors::NOT_FOUND.to_owned(),
            Self::Rejected { status, .. } => errors::rejected(*status),
            Self::RateLimited { retry_after: Some(seconds) } => errors::rate_limited_for(*seconds),
            Self::RateLimited { retry_after: None } => errors::RATE_LIMITED.to_owned(),
            Self::Server { status, .. } => errors::server(*status),
            Self::Unavailable { status, retry_after, .. } => errors::unavailable(*status, *retry_after),
            Self::Undecodable { detail } => errors::undecodable(detail),
        }
    }
}

/// One or two sentences for the person, the server's own words included.
impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.server_words() {
            Some(words) => formatter.write_str(&errors::it_said(&self.sentence(), words)),
            None => formatter.write_str(&self.sentence()),
        }
    }
}

impl std::error::Error for ApiError {}
