//! Attaching Pro tokens to computers, and detaching them.

use serde::{Deserialize, Serialize};

use crate::api::activity::Activity;
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::token::Secret;

/// The body of `POST /attach-token`.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct AttachRequest {
    /// The computers.
    pub computer_ids: Vec<ComputerId>,
    /// The Ubuntu Pro token.
    pub token: Secret,
}

/// The body of `POST /detach-token`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DetachRequest {
    /// The computers.
    pub computer_ids: Vec<ComputerId>,
}

/// The answer to both.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Attachment {
    /// The group of activities that was queued. Null, as far as the documentation leaves it open, where no computer was
    /// left to queue one for. An answer that does not speak of it at all is none.
    #[serde(deserialize_with = "Option::deserialize")]
    pub activity: Option<Activity>,
    /// Ids of computers that cannot carry it out.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub invalid_computer_ids: Vec<ComputerId>,
    /// Ids that are no computer's.
    #[serde(default, deserialize_with = "null_is_empty")]
    pub nonexistent_computer_ids: Vec<ComputerId>,
}

fn null_is_empty<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<ComputerId>, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

impl Client {
    /// `POST /attach-token`, sent once.
    ///
    /// # Errors
    /// Any [`ApiError`]; see [`ApiError::leaves_outcome_unknown`].
    pub async fn attach_token(&self, request: &AttachRequest) -> Result<Attachment, ApiError> {
        self.post("/attach-token", request).await
    }

    /// `POST /detach-token`, sent once. (The documentation's example posts to the other endpoint: a slip of its own.)
    ///
    /// # Errors
    /// Any [`ApiError`]; see [`ApiError::leaves_outcome_unknown`].
    pub async fn detach_token(&self, request: &DetachRequest) -> Result<Attachment, ApiError> {
        self.post("/detach-token", request).await
    }
}
