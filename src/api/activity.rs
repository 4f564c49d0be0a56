//! Activities: what Landscape was asked to do, and what came of it.

use serde::{Deserialize, Deserializer};

use crate::api::client::Client;
use crate::api::date::ApiDate;
use crate::api::error::ApiError;
use crate::api::id::{ActivityId, ComputerId};
use crate::api::page::Page;

/// An activity, or a group of activities. All but its id can be null or missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Activity {
    /// Its number.
    pub id: ActivityId,
    /// How far it is.
    #[serde(default)]
    pub activity_status: ActivityStatus,
    /// What it does, in Landscape's words.
    #[serde(default)]
    pub summary: Option<String>,
    /// Its kind, such as `ActivityGroup`.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// Who asked for it.
    #[serde(default)]
    pub creator: Option<Creator>,
    /// When it was asked for.
    #[serde(default)]
    pub creation_time: Option<ApiDate>,
    /// When it was approved.
    #[serde(default)]
    pub approval_time: Option<ApiDate>,
    /// When it ended.
    #[serde(default)]
    pub completion_time: Option<ApiDate>,
    /// Minutes over which its delivery is spread.
    #[serde(default)]
    pub deliver_delay_window: Option<i64>,
    /// The group that it belongs to.
    #[serde(default)]
    pub parent_id: Option<ActivityId>,
    /// The computer that it is for; a group has none.
    #[serde(default)]
    pub computer_id: Option<ComputerId>,
    /// What the client answered, as a number.
    #[serde(default)]
    pub result_code: Option<i64>,
    /// What the client answered, as text from outside.
    #[serde(default)]
    pub result_text: Option<String>,
    /// How many computers it is for (only `GET /activities/parents` says so).
    #[serde(default)]
    pub computer_count: Option<u64>,
}

/// Who asked for an activity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Creator {
    /// Their number.
    #[serde(default)]
    pub id: Option<i64>,
    /// Their name.
    #[serde(default)]
    pub name: Option<String>,
    /// Their email address.
    #[serde(default)]
    pub email: Option<String>,
}

/// The word of the server for how far an activity is. Every word is taken: the documentation's own pages differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityStatus(Option<String>);

impl ActivityStatus {
    /// The server's word; `None` where it said nothing.
    pub fn word(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl<'de> Deserialize<'de> for ActivityStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Option::<String>::deserialize(deserializer)?;
        Ok(Self(word.filter(|word| !word.trim().is_empty())))
    }
}

impl Client {
    /// `GET /activities/<id>`.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where there is no such activity.
    pub async fn activity(&self, id: ActivityId) -> Result<Activity, ApiError> {
        self.get(&format!("/activities/{id}"), &[]).await
    }

    /// `GET /activities/parents`: groups and single activities, without the children of groups, at most `limit`.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn recent_activities(&self, limit: u32) -> Result<Page<Activity>, ApiError> {
        self.get("/activities/parents", &[("limit", &limit.to_string()), ("offset", "0")]).await
    }
}
