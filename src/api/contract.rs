//! Ubuntu Pro contracts.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::api::client::Client;
use crate::api::date::ApiDate;
use crate::api::error::ApiError;
use crate::api::id::ContractId;
use crate::api::lenient;
use crate::api::page::List;
use crate::api::row::Row;

/// An Ubuntu Pro contract of the account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Contract {
    /// Landscape's number for it. Nothing is asked by it.
    #[serde(deserialize_with = "lenient::exact")]
    pub id: i64,
    /// The string by which it is asked: never empty.
    #[serde(deserialize_with = "named")]
    pub contract_id: ContractId,
    /// When it ends, without a zone in the documentation; year 3000 and later stand for no end.
    #[serde(default)]
    pub expiration_date: Option<ApiDate>,
}

fn named<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ContractId, D::Error> {
    let id = ContractId::deserialize(deserializer)?;
    if id.0.is_empty() { Err(D::Error::custom("an empty id")) } else { Ok(id) }
}

impl Row for Contract {
    type Id = ContractId;

    fn id(&self) -> &ContractId {
        &self.contract_id
    }
}

impl Client {
    /// `GET /contracts`, with `active_only=true` where only those that have not expired are wanted.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn contracts(&self, active_only: bool) -> Result<List<Contract>, ApiError> {
        let parameters: &[_] = if active_only { &[("active_only", "true")] } else { &[] };
        self.get("/contracts", parameters).await
    }

    /// `GET /contracts/<str:id>`.
    ///
    /// Landscape's documented Apache site answers 403 to any URL with `++`, and Apache by itself 404 to one with an encoded
    /// slash. So a contract whose id has to be encoded is looked for in the list where it is refused.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where there is no such contract.
    pub async fn contract(&self, id: &ContractId) -> Result<Contract, ApiError> {
        let segment = id.to_path_segment();
        match self.get(&format!("/contracts/{segment}"), &[]).await {
            Err(refused @ (ApiError::Forbidden(_) | ApiError::NotFound(_))) if segment != id.0 => {
                self.contract_from_list(id, refused).await
            }
            answer => answer,
        }
    }

    async fn contract_from_list(&self, id: &ContractId, refused: ApiError) -> Result<Contract, ApiError> {
        let contracts = self.contracts(false).await?.results;
        contracts.into_iter().find(|contract| contract.contract_id == *id).ok_or(refused)
    }
}
