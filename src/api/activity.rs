//! Activities: what Landscape was asked to do, and what came of it.

pub mod query;
pub mod status;

use serde::Deserialize;
use serde::de::value::{Error as ValueError, StrDeserializer};

use crate::api::activity::query::ActivityQuery;
use crate::api::client::Client;
use crate::api::date::ApiDate;
use crate::api::error::ApiError;
use crate::api::id::{ActivityId, ComputerId};
use crate::api::lenient;
use crate::api::page::Page;
use crate::api::row::Row;

pub use crate::api::activity::status::ActivityStatus;

/// An activity, or a group of activities. All but its id can be null or missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Activity {
    /// Its number.
    pub id: ActivityId,
    /// How far it is.
    #[serde(default)]
    pub activity_status: ActivityStatus,
    /// What it does, in Landscape's words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub summary: Option<String>,
    /// Its kind, such as `ActivityGroup`.
    #[serde(default, rename = "type", deserialize_with = "lenient::text")]
    pub kind: Option<String>,
    /// Who asked for it.
    #[serde(default, deserialize_with = "lenient::part")]
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
    #[serde(default, deserialize_with = "lenient::number")]
    pub deliver_delay_window: Option<i64>,
    /// The group that it belongs to.
    #[serde(default, deserialize_with = "lenient::number")]
    pub parent_id: Option<ActivityId>,
    /// The computer that it is for; a group has none.
    #[serde(default, deserialize_with = "lenient::number")]
    pub computer_id: Option<ComputerId>,
    /// What the client answered, as a number.
    #[serde(default, deserialize_with = "lenient::number")]
    pub result_code: Option<i64>,
    /// What the client answered, as text from outside.
    #[serde(default, deserialize_with = "lenient::text")]
    pub result_text: Option<String>,
    /// How many computers it is for (only `GET /activities/parents` says so).
    #[serde(default, deserialize_with = "lenient::number")]
    pub computer_count: Option<u64>,
    /// How many activities belong to it (only `GET /activities/parents` says so).
    #[serde(default, deserialize_with = "lenient::number")]
    pub children_count: Option<u64>,
    /// How far those are (only `GET /activities/parents` says so).
    #[serde(default, deserialize_with = "lenient::part")]
    pub children_statuses: Option<ChildrenStatuses>,
}

impl Row for Activity {
    type Id = ActivityId;

    fn id(&self) -> &ActivityId {
        &self.id
    }
}

/// How many of a group's activities went well, how many failed, and how many did neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ChildrenStatuses {
    /// Those that went well.
    #[serde(default)]
    pub good: u64,
    /// All others.
    #[serde(default)]
    pub warning: u64,
    /// Those that failed.
    #[serde(default)]
    pub bad: u64,
}

/// What computers were asked to do with a Pro token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProRequest {
    /// Attach one.
    Attach,
    /// Detach what they have.
    Detach,
}

/// The types of activities that matter here, in the server's words.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum Kind {
    ActivityGroup,
    AttachProRequest,
    DetachProRequest,
    #[serde(other)]
    Other,
}

impl Activity {
    /// Whether activities may belong to it: attaching and detaching give an `ActivityGroup`, with one for each computer.
    pub fn is_group(&self) -> bool {
        match self.known_kind() {
            Some(kind) => kind == Kind::ActivityGroup,
            None => self.computer_id.is_none() && self.parent_id.is_none(),
        }
    }

    /// What it asks for, where that is attaching or detaching: an `AttachProRequest` or a `DetachProRequest` by its type, a
    /// group of them by its documented summary, "Attach a pro token to computers" or "Detach pro token from computers".
    pub fn pro_request(&self) -> Option<ProRequest> {
        match self.known_kind() {
            Some(Kind::AttachProRequest) => return Some(ProRequest::Attach),
            Some(Kind::DetachProRequest) => return Some(ProRequest::Detach),
            _ if !self.is_group() => return None,
            _ => {}
        }
        let summary = self.summary.as_deref().unwrap_or_default().to_lowercase();
        match summary.split_whitespace().next() {
            Some("attach") if summary.contains("pro token") => Some(ProRequest::Attach),
            Some("detach") if summary.contains("pro token") => Some(ProRequest::Detach),
            _ => None,
        }
    }

    fn known_kind(&self) -> Option<Kind> {
        let kind = StrDeserializer::<ValueError>::new(self.kind.as_deref()?);
        Some(Kind::deserialize(kind).unwrap_or(Kind::Other))
    }
}

/// Who asked for an activity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Creator {
    /// Their number.
    #[serde(default, deserialize_with = "lenient::number")]
    pub id: Option<i64>,
    /// Their name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// Their email address.
    #[serde(default, deserialize_with = "lenient::text")]
    pub email: Option<String>,
}

impl Client {
    /// `GET /activities/<id>`.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where there is no such activity.
    pub async fn activity(&self, id: ActivityId) -> Result<Activity, ApiError> {
        self.get(&format!("/activities/{id}"), &[]).await
    }

    /// `GET /activities?query=parent-id:<id>`: a part of a group's activities, in an order that stays.
    ///
    /// The query is not documented for this endpoint, only used by Landscape's own dashboard.
    ///
    /// # Errors
    /// [`ApiError::Rejected`] (400, `InvalidQueryError`) where the server does not know the query.
    pub async fn activity_children(&self, id: ActivityId, limit: u64, offset: u64) -> Result<Page<Activity>, ApiError> {
        let (query, limit, from) = (format!("parent-id:{id}"), limit.to_string(), offset.to_string());
        let page: Page<_> = self.get("/activities", &[("query", &query), ("limit", &limit), ("offset", &from)]).await?;
        Ok(page.at(usize::try_from(offset).unwrap_or(usize::MAX)))
    }

    /// `GET /activities/parents`: groups and single activities, newest first, without the children of groups.
    ///
    /// # Errors
    /// [`ApiError::Rejected`] (400, `InvalidQueryError`) where the server does not know the query.
    pub async fn activity_parents(
        &self,
        query: &ActivityQuery,
        limit: u64,
        offset: u64,
    ) -> Result<Page<Activity>, ApiError> {
        let (query, limit, from) = (query.print(), limit.to_string(), offset.to_string());
        let mut parameters = vec![("limit", limit.as_str()), ("offset", from.as_str())];
        if !query.is_empty() {
            parameters.insert(0, ("query", &query));
        }
        let page: Page<_> = self.get("/activities/parents", &parameters).await?;
        Ok(page.at(usize::try_from(offset).unwrap_or(usize::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, is_group: bool, request: Option<ProRequest>) {
        let activity: Activity = serde_json::from_str(json).expect("it is an activity");
        assert_eq!((activity.is_group(), activity.pro_request()), (is_group, request), "{json}");
    }

    #[test]
    fn attaching_and_detaching_are_told_by_type_and_by_summary() {
        let (attach, detach) = (Some(ProRequest::Attach), Some(ProRequest::Detach));
        check(r#"{"id": 1, "type": "ActivityGroup", "summary": "Attach a pro token to computers"}"#, true, attach);
        check(r#"{"id": 1, "type": "ActivityGroup", "summary": "Detach pro token from computers"}"#, true, detach);
        check(r#"{"id": 1, "type": "ActivityGroup", "summary": "Attach a disk to computers"}"#, true, None);
        check(r#"{"id": 1, "summary": null}"#, true, None);
        check(r#"{"id": 1, "type": "AttachProRequest", "computer_id": 4}"#, false, attach);
        check(r#"{"id": 1, "type": "DetachProRequest"}"#, false, detach);
        let other = r#"{"id": 1, "type": "ChangePackagesRequest", "summary": "Attach a pro token to computers"}"#;
        check(other, false, None);
    }
}
