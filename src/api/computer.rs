//! Computers, as far as licensing needs them.

use serde::Deserialize;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::page::Page;

/// A computer registered with Landscape.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Computer {
    /// Its number.
    pub id: ComputerId,
    /// Its title in Landscape.
    #[serde(default)]
    pub title: Option<String>,
    /// Its name on the network.
    #[serde(default)]
    pub hostname: Option<String>,
    /// What is known of Ubuntu Pro on it; `null` where nothing is.
    #[serde(default)]
    pub ubuntu_pro_info: Option<UbuntuProInfo>,
}

/// The state of Ubuntu Pro on a computer. Every field but `attached` can be missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UbuntuProInfo {
    /// Whether a token is attached: this decides, whatever the other fields say.
    #[serde(default)]
    pub attached: bool,
    /// When it ends: a text that may be `"n/a"`.
    #[serde(default)]
    pub expires: Option<String>,
}

/// As many computers as are asked for by their ids in one request: Apache cuts a request line at 8 KB, and ids of the
/// longest kind take 28 bytes each once they are encoded.
pub const IDS_AT_ONCE: usize = 50;

impl Client {
    /// `GET /computers?query=id:1 OR id:2 …`, WSL instances included. At most [`IDS_AT_ONCE`] ids; those that are no
    /// computer's are missing in the answer.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn computers_of_ids(&self, ids: &[ComputerId]) -> Result<Vec<Computer>, ApiError> {
        let query = ids.iter().map(|id| format!("id:{id}")).collect::<Vec<_>>().join(" OR ");
        let limit = ids.len().to_string();
        let page: Page<Computer> =
            self.get("/computers", &[("query", &query), ("limit", &limit), ("root_only", "false")]).await?;
        Ok(page.results)
    }
}
