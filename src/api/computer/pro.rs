//! What a computer says of Ubuntu Pro: `ubuntu_pro_info`, as `pro status` prints it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::api::date::ApiDate;
use crate::api::id::ContractId;
use crate::api::lenient;

/// The state of Ubuntu Pro on a computer. Every field but `attached` can be missing, and a text can be empty.
///
/// Clients tell it every 15 minutes: it may lag behind an activity that has succeeded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct UbuntuProInfo {
    /// Whether a token is attached: this decides, whatever the other fields say.
    #[serde(default, deserialize_with = "attached")]
    pub attached: bool,
    /// When it ends: a date, or a text such as `"n/a"`.
    #[serde(default)]
    pub expires: Option<ApiDate>,
    /// The contract that the token belongs to.
    #[serde(default, deserialize_with = "lenient::part")]
    pub contract: Option<ProContract>,
    /// Who holds the contract.
    #[serde(default, deserialize_with = "lenient::part")]
    pub account: Option<ProAccount>,
    /// What the contract offers, and what of it is switched on.
    #[serde(default, deserialize_with = "lenient::parts")]
    pub services: Vec<ProService>,
    /// What went wrong when the Pro client was asked.
    #[serde(default, deserialize_with = "lenient::parts")]
    pub errors: Vec<ProError>,
}

/// Whether it is attached decides what is done with a computer: an answer that is neither yes nor no says nothing of it.
fn attached<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match lenient::text(deserializer)?.as_deref() {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(_) => Err(D::Error::custom("neither yes nor no")),
    }
}

impl UbuntuProInfo {
    /// The id of the contract, where it says one.
    pub fn contract_id(&self) -> Option<&ContractId> {
        self.contract.as_ref()?.id.as_ref().filter(|id| !id.0.is_empty())
    }

    /// Whether a service whose name begins so is switched on: `fips` stands for `fips-updates` and others too.
    pub fn has_enabled(&self, name: &str) -> bool {
        self.services.iter().any(|service| service.is_enabled() && service.name.starts_with(name))
    }
}

/// The contract of an attached token.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ProContract {
    /// The string id, as in `GET /contracts`.
    #[serde(default)]
    pub id: Option<ContractId>,
    /// What it is called.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// What it covers.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub products: Vec<String>,
}

/// The account of a contract, at Canonical.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ProAccount {
    /// Its id.
    #[serde(default, deserialize_with = "lenient::text")]
    pub id: Option<String>,
    /// What it is called.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: Option<String>,
}

/// A service of Ubuntu Pro, such as `esm-apps`. The words are those of the Pro client.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ProService {
    /// Its name.
    pub name: String,
    /// `enabled`, `disabled`, `n/a` or another word. Neither of the latter is an error.
    #[serde(default, deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// `yes` where the computer can have it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub available: Option<String>,
    /// `yes` where the contract gives it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub entitled: Option<String>,
    /// What it does.
    #[serde(default, deserialize_with = "lenient::text")]
    pub description: Option<String>,
}

impl ProService {
    /// Whether it is switched on.
    pub fn is_enabled(&self) -> bool {
        self.status.as_deref() == Some("enabled")
    }
}

/// Something that the Pro client reported.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ProError {
    /// In its own words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub message: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(json: &str) -> UbuntuProInfo {
        serde_json::from_str(json).expect("it is the state of Ubuntu Pro")
    }

    #[test]
    fn every_field_can_be_missing_null_or_empty() {
        for json in [
            "{}",
            r#"{"attached": null, "expires": null, "contract": null, "services": null, "errors": null, "account": {}}"#,
            r#"{"contract": {"id": "", "products": null}, "expires": "n/a", "services": []}"#,
        ] {
            let info = info(json);
            assert!(!info.attached && info.contract_id().is_none() && info.services.is_empty(), "{json}");
        }
    }

    #[test]
    fn a_service_is_found_by_the_beginning_of_its_name_where_it_is_on() {
        let info = info(
            r#"{"services": [{"name": "fips-updates", "status": "enabled"}, {"name": "livepatch",
            "status": "disabled"}, {"name": "ros", "status": "n/a"}, {"name": "esm-apps"}]}"#,
        );
        let on = ["fips", "livepatch", "ros", "esm-apps", "landscape"].map(|name| info.has_enabled(name));
        assert_eq!(on, [true, false, false, false, false]);
    }
}
