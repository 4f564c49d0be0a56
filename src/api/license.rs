//! Legacy licenses.

use serde::Deserialize;

use crate::api::client::Client;
use crate::api::date::ApiDate;
use crate::api::error::ApiError;
use crate::api::id::LicenseId;
use crate::api::lenient;
use crate::api::page::List;
use crate::api::row::Row;

/// A legacy license of the account. The API tells the seats left, not the seats in all.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct License {
    /// Its number.
    pub id: LicenseId,
    /// Seats that no computer holds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub available_seats: Option<i64>,
    /// The day it ends; `null` stands for never.
    #[serde(default)]
    pub expiration_date: Option<ApiDate>,
}

impl Row for License {
    type Id = LicenseId;

    fn id(&self) -> &LicenseId {
        &self.id
    }
}

/// Which licenses are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LicenseFilter {
    /// Only those that have not expired.
    pub active_only: bool,
    /// Only those with open seats.
    pub available_only: bool,
}

impl LicenseFilter {
    /// The parameters of the request, which are the app's own too. The documentation names no value: `true`, or none.
    pub fn parameters(self) -> Vec<(&'static str, &'static str)> {
        let wanted = [("active_only", self.active_only), ("available_only", self.available_only)];
        wanted.into_iter().filter(|(_, on)| *on).map(|(name, _)| (name, "true")).collect()
    }
}

impl Client {
    /// `GET /legacy-licenses`.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn licenses(&self, filter: LicenseFilter) -> Result<List<License>, ApiError> {
        self.get("/legacy-licenses", &filter.parameters()).await
    }

    /// `GET /legacy-licenses/<int:id>`.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] where there is no such license.
    pub async fn license(&self, id: LicenseId) -> Result<License, ApiError> {
        self.get(&format!("/legacy-licenses/{id}"), &[]).await
    }
}
