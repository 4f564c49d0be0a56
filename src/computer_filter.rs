//! Which computers are listed, as the URL has it: the list, and every number that links to what explains it.

use crate::api::computer::query::{ComputerQuery, LicenseType, QueryProblem, Selector};
use crate::api::id::{ContractId, LicenseId};
use crate::navigation::Location;
use crate::query::Query;
use crate::route::Route;

/// The person's own words, in Landscape's query syntax.
pub const TEXT: &str = "query";
/// How they are licensed, by the word of `license-type:`.
pub const LICENSE: &str = "license";
/// The contract that they are attached to.
pub const CONTRACT: &str = "contract";
/// The legacy license whose seats they hold.
pub const LEGACY_LICENSE: &str = "license_id";
/// `true`: only those that can be attached and detached.
pub const PRO_MANAGEMENT: &str = "pro_management";
/// Within how many days their contract ends.
pub const EXPIRES_WITHIN: &str = "expires_within";

/// What is asked for. Nothing asks for all computers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComputerFilter {
    /// How they are licensed.
    pub license: Option<LicenseType>,
    /// The contract that they are attached to.
    pub contract: Option<ContractId>,
    /// The legacy license whose seats they hold.
    pub legacy_license: Option<LicenseId>,
    /// Only those that can be attached and detached.
    pub pro_management: bool,
    /// Only those whose contract ends within so many days.
    pub expires_within: Option<u16>,
    /// The person's own words, as typed.
    pub text: String,
}

impl ComputerFilter {
    /// Reads it of the URL; what cannot be read filters nothing.
    pub fn of(query: &Query) -> Self {
        let named = |name| query.get(name).filter(|value| !value.is_empty());
        Self {
            license: named(LICENSE).and_then(LicenseType::of_word),
            contract: named(CONTRACT).map(|id| ContractId(id.to_owned())),
            legacy_license: named(LEGACY_LICENSE).and_then(LicenseId::parse),
            pro_management: query.is_true(PRO_MANAGEMENT),
            expires_within: named(EXPIRES_WITHIN).and_then(|days| days.parse().ok()),
            text: named(TEXT).unwrap_or_default().to_owned(),
        }
    }

    /// How it stands in the URL: the first part of the list.
    pub fn to_query(&self) -> Query {
        let printed = |value: Option<String>| value.unwrap_or_default();
        Query::default()
            .with(TEXT, &self.text)
            .with(LICENSE, self.license.map(LicenseType::word).unwrap_or_default())
            .with(CONTRACT, &printed(self.contract.as_ref().map(ToString::to_string)))
            .with(LEGACY_LICENSE, &printed(self.legacy_license.map(|id| id.to_string())))
            .with_switch(PRO_MANAGEMENT, self.pro_management)
            .with(EXPIRES_WITHIN, &printed(self.expires_within.map(|days| days.to_string())))
    }

    /// The list of computers with it, for a link.
    pub fn location(&self) -> Location {
        Location { route: Route::Computers, query: self.to_query() }
    }

    /// What it asks for beside the person's own words.
    pub fn selectors(&self) -> Vec<Selector> {
        [
            self.license.map(Selector::License),
            self.contract.clone().map(Selector::Contract),
            self.legacy_license.map(Selector::LegacyLicense),
            self.pro_management.then_some(Selector::ProManagement(true)),
            self.expires_within.map(Selector::ContractExpiresWithin),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What the server is asked for.
    ///
    /// # Errors
    /// A [`QueryProblem`] where the person's words cannot be asked for so.
    pub fn to_server(&self) -> Result<ComputerQuery, QueryProblem> {
        ComputerQuery::composed(&self.text, &self.selectors())
    }

    /// Whether it leaves any computer out.
    pub fn is_narrow(&self) -> bool {
        !self.text.trim().is_empty() || !self.selectors().is_empty()
    }
}

// Properties are tried on the host alone.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
