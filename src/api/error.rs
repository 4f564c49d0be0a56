//! What can go wrong with a request: one variant for each stage that failed, as plain data.

use std::fmt;

/// Why a request gave no answer that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No answer came: no connection, a dropped one, or a refused redirect.
    Network,
    /// No answer came in time.
    Timeout,
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
    /// An answer came that is not what the documentation says.
    Undecodable {
        /// What is wrong with it, and where.
        detail: String,
    },
}

impl ApiError {
    /// Whether asking again may help. Only ever used to offer a button.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Network
            | Self::Timeout
            | Self::RateLimited { .. }
            | Self::Server { .. }
            | Self::Undecodable { .. } => true,
            Self::Unauthorized(_) | Self::Forbidden(_) | Self::NotFound(_) | Self::Rejected { .. } => false,
        }
    }

    /// Whether a write that failed so may have been carried out all the same.
    ///
    /// A server that failed may have failed after it had queued the request, and a proxy's 502, 503 or 504 says nothing of
    /// the server behind it.
    pub fn leaves_outcome_unknown(&self) -> bool {
        matches!(self, Self::Network | Self::Timeout | Self::Undecodable { .. } | Self::Server { .. })
    }

    /// The server's own words, where it said any.
    pub fn server_words(&self) -> Option<&str> {
        match self {
            Self::Unauthorized(message)
            | Self::Forbidden(message)
            | Self::NotFound(message)
            | Self::Rejected { message, .. }
            | Self::Server { message, .. } => message.as_deref(),
            _ => None,
        }
    }

    fn sentence(&self) -> String {
        match self {
            Self::Network => "The Landscape server could not be reached.".to_owned(),
            Self::Timeout => "The Landscape server did not answer in time.".to_owned(),
            Self::Unauthorized(_) => "The Landscape server did not accept the session.".to_owned(),
            Self::Forbidden(_) => "You do not have permission to do this on this account.".to_owned(),
            Self::NotFound(_) => {
                "The Landscape server does not know this. It may be older than 25.10, or not offer this to this account."
                    .to_owned()
            }
            Self::Rejected { status, .. } => format!("The Landscape server refused the request (status {status})."),
            Self::RateLimited { retry_after: Some(seconds) } => {
                format!("Too many requests. Try again in {seconds} s.")
            }
            Self::RateLimited { retry_after: None } => "Too many requests. Try again in a minute.".to_owned(),
            Self::Server { status, .. } => format!("The Landscape server failed (status {status})."),
            Self::Undecodable { detail } => {
                format!("The Landscape server gave an answer that could not be read: {detail}.")
            }
        }
    }
}

/// One or two sentences for the person, the server's own words included.
impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sentence())?;
        match self.server_words() {
            Some(words) => write!(formatter, " It said: “{words}”"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ApiError {}
