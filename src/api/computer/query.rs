//! What computers can be asked for: Landscape's query language, as far as it is documented.
//!
//! A space means "and". How `OR` and "and" bind is not documented, so nothing made here has both.

use std::borrow::Cow;

use crate::api::encode::query_string;
use crate::api::id::{ComputerId, ContractId, LicenseId};

/// As long as a query may be once it is encoded. Apache cuts a request line at 8 KB; this leaves it below 4 KB.
const LONGEST: usize = 3_500;

/// How a computer is licensed, as `license-type:` knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LicenseType {
    /// No license.
    Unlicensed,
    /// Ubuntu Pro of a contract.
    Pro,
    /// Ubuntu Pro of a free personal token.
    FreePro,
    /// A legacy license.
    Legacy,
}

impl LicenseType {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Unlicensed, Self::Pro, Self::FreePro, Self::Legacy];

    /// The documented word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unlicensed => "unlicensed",
            Self::Pro => "pro",
            Self::FreePro => "free_pro",
            Self::Legacy => "legacy",
        }
    }

    /// Reads the documented word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One condition on computers, by a documented selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// `license-type:`.
    License(LicenseType),
    /// `contract:`: those attached to a contract.
    Contract(ContractId),
    /// `license-id:`: those that hold a seat of a legacy license.
    LegacyLicense(LicenseId),
    /// `has-pro-management:`: whether the client can attach and detach, 25.10 and newer with `ProManagement` on.
    ProManagement(bool),
    /// `contract-expires-within-days:`.
    ContractExpiresWithin(u16),
    /// `license-expires-within-days:`, of a legacy license.
    LicenseExpiresWithin(u16),
    /// `id:`.
    Id(ComputerId),
    /// `hostname:`, the whole of it.
    Hostname(String),
}

impl Selector {
    fn print(&self) -> String {
        match self {
            Self::License(kind) => format!("license-type:{}", kind.word()),
            Self::Contract(id) => format!("contract:{}", value(&id.0)),
            Self::LegacyLicense(id) => format!("license-id:{id}"),
            Self::ProManagement(is_on) => format!("has-pro-management:{is_on}"),
            Self::ContractExpiresWithin(days) => format!("contract-expires-within-days:{days}"),
            Self::LicenseExpiresWithin(days) => format!("license-expires-within-days:{days}"),
            Self::Id(id) => format!("id:{id}"),
            Self::Hostname(name) => format!("hostname:{}", value(name)),
        }
    }
}

/// A value as one term. The language has no way to write a quote, so one becomes a space: it can find nothing, but never
/// become a term of its own.
fn value(text: &str) -> Cow<'_, str> {
    let is_plain = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.');
    if !text.is_empty() && text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let tame = |character: char| if character == '"' || character.is_control() { ' ' } else { character };
    Cow::Owned(format!("\"{}\"", text.chars().map(tame).collect::<String>()))
}

/// A query of `GET /computers`; an empty one asks for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComputerQuery(String);

/// Why a person's words cannot be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// They have an `OR`, and there are filters beside them.
    MixesOr,
    /// They are longer than a request may be.
    TooLong,
}

impl ComputerQuery {
    /// Those that meet one condition.
    pub fn of(selector: &Selector) -> Self {
        Self(selector.print())
    }

    /// Those that meet every condition.
    pub fn all_of(selectors: &[Selector]) -> Self {
        Self(selectors.iter().map(Selector::print).collect::<Vec<_>>().join(" "))
    }

    /// Those that meet any of the conditions: as many queries as it takes for each to be short enough.
    pub fn any_of(selectors: &[Selector]) -> Vec<Self> {
        let mut queries: Vec<Self> = Vec::new();
        for term in selectors.iter().map(Selector::print) {
            match queries.last_mut() {
                Some(last) if length(&last.0) + length(" OR ") + length(&term) <= LONGEST => {
                    last.0.push_str(" OR ");
                    last.0.push_str(&term);
                }
                _ => queries.push(Self(term)),
            }
        }
        queries
    }

    /// A person's own words, in Landscape's query syntax, narrowed by filters.
    ///
    /// # Errors
    /// A [`QueryProblem`] where they cannot be asked for so.
    pub fn composed(words: &str, filters: &[Selector]) -> Result<Self, QueryProblem> {
        let words = words.trim();
        if !filters.is_empty() && has_or(words) {
            return Err(QueryProblem::MixesOr);
        }
        // The filters come first: words that end in a `NOT` or an open quote take nothing of them.
        let terms = filters.iter().map(Selector::print).chain((!words.is_empty()).then(|| words.to_owned()));
        let query = terms.collect::<Vec<_>>().join(" ");
        if length(&query) > LONGEST { Err(QueryProblem::TooLong) } else { Ok(Self(query)) }
    }

    /// The query as the server reads it, not encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text has the word `OR` outside quotes, in any case: servers may read small letters so too. A quote that is
/// never closed hides nothing.
fn has_or(text: &str) -> bool {
    let pieces: Vec<_> = text.split('"').collect();
    let step = if pieces.len().is_multiple_of(2) { 1 } else { 2 };
    let outside: Vec<_> = pieces.into_iter().step_by(step).collect();
    outside.join("\"").split_whitespace().any(|word| word.trim_matches(['(', ')', '"']).eq_ignore_ascii_case("or"))
}

fn length(text: &str) -> usize {
    query_string(&[("", text)]).len()
}

// Properties are tried on the host alone.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
