//! Computers, as far as licensing needs them.

pub mod pro;
pub mod query;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::api::client::Client;
use crate::api::computer::pro::UbuntuProInfo;
use crate::api::computer::query::{ComputerQuery, Selector};
use crate::api::date::ApiDate;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::interpret::FromAnswer;
use crate::api::lenient;
use crate::api::page::{Count, List, Page};
use crate::api::row::Row;
use crate::words::errors;

/// A computer registered with Landscape. All but its id can be null or missing.
///
/// It says nothing of its license: that is asked by a [`Selector`].
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Computer {
    /// Its number.
    pub id: ComputerId,
    /// Its title in Landscape.
    #[serde(default, deserialize_with = "lenient::text")]
    pub title: Option<String>,
    /// Its name on the network. Several computers may have the same.
    #[serde(default, deserialize_with = "lenient::text")]
    pub hostname: Option<String>,
    /// Its tags.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub tags: Vec<String>,
    /// The access group that it belongs to.
    #[serde(default, deserialize_with = "lenient::text")]
    pub access_group: Option<String>,
    /// Its release, such as `24.04`; none for Windows.
    #[serde(default, deserialize_with = "lenient::text")]
    pub distribution: Option<String>,
    /// When it was heard of last: clients ping every half minute or so.
    #[serde(default)]
    pub last_ping_time: Option<ApiDate>,
    /// Whether it is an instance of the Windows Subsystem for Linux.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_wsl_instance: bool,
    /// Whether a cloud runs it: its `cloud_instance_metadata` says something.
    #[serde(default, rename = "cloud_instance_metadata", deserialize_with = "says_something")]
    pub is_in_cloud: bool,
    /// What is known of Ubuntu Pro on it; `null` where nothing is, or where it could not be read.
    #[serde(default, deserialize_with = "lenient::part")]
    pub ubuntu_pro_info: Option<UbuntuProInfo>,
}

impl Row for Computer {
    type Id = ComputerId;

    fn id(&self) -> &ComputerId {
        &self.id
    }
}

impl Computer {
    /// What to call it: its title, else its hostname; `None` where it has neither.
    pub fn name(&self) -> Option<&str> {
        [&self.title, &self.hostname].into_iter().flatten().map(|text| text.trim()).find(|text| !text.is_empty())
    }

    /// Whether a Pro token is attached.
    pub fn is_attached(&self) -> bool {
        self.ubuntu_pro_info.as_ref().is_some_and(|info| info.attached)
    }
}

fn says_something<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(value.as_object().is_some_and(|fields| fields.values().any(|field| !field.is_null())))
}

/// As many computers as are asked for by their ids in one request: Apache cuts a request line at 8 KB, and ids of the
/// longest kind take 28 bytes each once they are encoded.
pub const IDS_AT_ONCE: usize = 50;

impl Client {
    /// `GET /computers?query=…`: a part of the computers that match, WSL instances included, in an order that stays.
    ///
    /// # Errors
    /// [`ApiError::Rejected`] (400, `InvalidQueryError`) where the server does not understand the query.
    pub async fn computers(
        &self,
        query: &ComputerQuery,
        limit: usize,
        offset: usize,
    ) -> Result<Page<Computer>, ApiError> {
        self.listed(query, limit, offset).await.map(|page: Page<Computer>| page.at(offset))
    }

    /// How many computers match, by `GET /computers?query=…&limit=1`.
    ///
    /// # Errors
    /// As [`Client::computers`], and [`ApiError::Undecodable`] where the server does not count them.
    pub async fn computer_count(&self, query: &ComputerQuery) -> Result<usize, ApiError> {
        let Count(count) = self.listed(query, 1, 0).await?;
        count.and_then(|count| usize::try_from(count).ok()).ok_or_else(undecodable)
    }

    async fn listed<T: FromAnswer>(&self, query: &ComputerQuery, limit: usize, offset: usize) -> Result<T, ApiError> {
        let (limit, from) = (limit.to_string(), offset.to_string());
        let mut parameters = vec![("limit", limit.as_str()), ("offset", from.as_str()), ("root_only", "false")];
        if !query.as_str().is_empty() {
            parameters.insert(0, ("query", query.as_str()));
        }
        self.get("/computers", &parameters).await
    }

    /// One computer, by `GET /computers?query=id:<id>`.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where there is no such computer.
    pub async fn computer(&self, id: ComputerId) -> Result<Computer, ApiError> {
        let found = self.computers(&ComputerQuery::of(&Selector::Id(id)), 1, 0).await?;
        let is_odd = !found.unreadable.is_empty();
        let missing = if is_odd { undecodable() } else { ApiError::NotFound(None) };
        found.results.into_iter().find(|computer| computer.id == id).ok_or(missing)
    }

    /// `GET /computers?query=id:1 OR id:2 …`, WSL instances included. At most [`IDS_AT_ONCE`] ids; those that are no
    /// computer's are missing in the answer.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn computers_of_ids(&self, ids: &[ComputerId]) -> Result<List<Computer>, ApiError> {
        let selectors: Vec<_> = ids.iter().copied().map(Selector::Id).collect();
        let mut found = List { results: Vec::new(), unreadable: Vec::new() };
        for query in ComputerQuery::any_of(&selectors) {
            let page = self.computers(&query, ids.len(), 0).await?;
            found.results.extend(page.results);
            found.unreadable.extend(page.unreadable);
        }
        Ok(found)
    }
}

fn undecodable() -> ApiError {
    ApiError::Undecodable { detail: errors::OTHER_THAN_DOCUMENTED.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn computer(json: &str) -> Computer {
        serde_json::from_str(json).expect("it is a computer")
    }

    #[test]
    fn a_computer_that_says_next_to_nothing_is_one() {
        for json in [
            r#"{"id": 1}"#,
            r#"{"id": 1, "title": null, "hostname": null, "tags": null, "cloud_instance_metadata": null,
                "is_wsl_instance": null, "ubuntu_pro_info": null, "last_ping_time": null}"#,
            r#"{"id": 1, "title": " ", "cloud_instance_metadata": {"provider": null}, "tags": []}"#,
        ] {
            let computer = computer(json);
            assert_eq!((computer.name(), computer.is_attached(), computer.is_in_cloud), (None, false, false), "{json}");
        }
    }

    #[test]
    fn a_computer_is_called_by_its_title_or_its_hostname() {
        assert_eq!(computer(r#"{"id": 1, "title": "Birch", "hostname": "b"}"#).name(), Some("Birch"));
        assert_eq!(computer(r#"{"id": 1, "title": "", "hostname": "b"}"#).name(), Some("b"));
    }

    #[test]
    fn a_cloud_is_told_by_its_words() {
        assert!(computer(r#"{"id": 1, "cloud_instance_metadata": {"provider": "aws"}}"#).is_in_cloud);
    }
}
