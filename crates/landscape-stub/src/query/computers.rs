use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan, civil::Date};

use crate::{
    api::refusal::Refusal,
    query::{Query, invalid, number},
    world::{
        Account,
        clock::day,
        computer::{Client, Computer, License},
        saved_search,
    },
};

/// One condition on a computer, by the selectors of Landscape's search.
#[derive(Debug)]
pub(crate) enum Criterion {
    Id(u64),
    Title(String),
    Hostname(String),
    Tag(String),
    AccessGroup(String),
    Distribution(String),
    /// A word without a selector: a part of the title or the hostname.
    Keyword(String),
    LicenseType(LicenseType),
    Contract(String),
    LicenseId(u64),
    AnyContract(BTreeSet<String>),
    AnyLicense(BTreeSet<u64>),
    HasProManagement(bool),
    Saved(Query<Self>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LicenseType {
    Unlicensed,
    Pro,
    FreePro,
    Legacy,
}

/// Parses a query on the account's computers. What ends within so many days is looked up here, once for all computers.
pub(crate) fn parse(text: &str, account: &Account, now: Timestamp) -> Result<Query<Criterion>, Refusal> {
    Query::parse(text, |selector, value| match selector {
        Some("search") => {
            let saved = saved_search::find(value).ok_or_else(|| invalid(format!("No search is named `{value}`.")))?;
            let query = Query::parse(saved, |selector, value| criterion(selector, value, account, now))?;
            Ok(Criterion::Saved(query))
        }
        _ => criterion(selector, value, account, now),
    })
}

fn criterion(selector: Option<&str>, value: &str, account: &Account, now: Timestamp) -> Result<Criterion, Refusal> {
    Ok(match selector {
        None => Criterion::Keyword(value.to_lowercase()),
        Some("id") => Criterion::Id(number(value)?),
        Some("title") => Criterion::Title(value.to_lowercase()),
        Some("hostname") => Criterion::Hostname(value.to_lowercase()),
        Some("tag") => Criterion::Tag(value.to_owned()),
        Some("access-group") => Criterion::AccessGroup(value.to_owned()),
        Some("distribution") => Criterion::Distribution(version(value).to_owned()),
        Some("license-type") => Criterion::LicenseType(license_type(value)?),
        Some("contract") => Criterion::Contract(value.to_owned()),
        Some("needs") if value == "license" => Criterion::LicenseType(LicenseType::Unlicensed),
        Some("license-id") if value == "none" => Criterion::LicenseType(LicenseType::Unlicensed),
        Some("license-id") => Criterion::LicenseId(number(value)?),
        Some("contract-expires-within-days") => Criterion::AnyContract(contracts_within(days(value)?, account, now)),
        Some("license-expires-within-days") => Criterion::AnyLicense(licenses_within(days(value)?, account, now)),
        Some("has-pro-management") => Criterion::HasProManagement(truth(value)?),
        Some(other) => return Err(invalid(format!("Invalid query term `{other}:{value}`."))),
    })
}

/// A release may be called by its code name, too.
fn version(release: &str) -> &str {
    match release {
        "focal" => "20.04",
        "jammy" => "22.04",
        "noble" => "24.04",
        version => version,
    }
}

fn license_type(value: &str) -> Result<LicenseType, Refusal> {
    match value {
        "unlicensed" => Ok(LicenseType::Unlicensed),
        "pro" => Ok(LicenseType::Pro),
        "free_pro" => Ok(LicenseType::FreePro),
        "legacy" => Ok(LicenseType::Legacy),
        other => Err(invalid(format!("`{other}` is not a license type."))),
    }
}

/// A century at most, so that no date overflows.
fn days(value: &str) -> Result<i64, Refusal> {
    let days: i64 = number(value)?;
    if (0..=36_500).contains(&days) { Ok(days) } else { Err(invalid("So many days cannot be looked ahead.")) }
}

/// The words are those that Landscape's dashboard lets through.
fn truth(value: &str) -> Result<bool, Refusal> {
    match value {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        other => Err(invalid(format!("`{other}` is neither true nor false."))),
    }
}

fn contracts_within(days: i64, account: &Account, now: Timestamp) -> BTreeSet<String> {
    let ending = account.contracts.iter().filter(|contract| is_within(contract.expiration, days, now));
    ending.map(|contract| contract.contract_id.clone()).collect()
}

fn licenses_within(days: i64, account: &Account, now: Timestamp) -> BTreeSet<u64> {
    let ends = |end: Option<Date>| end.is_some_and(|end| is_within(end, days, now));
    account.licenses.iter().filter(|license| ends(license.expiration)).map(|license| license.id).collect()
}

/// Whether the day is today or one of the next so many.
fn is_within(end: Date, days: i64, now: Timestamp) -> bool {
    let today = day(now);
    today <= end && end <= today.saturating_add(days.days())
}

impl Criterion {
    pub fn accepts(&self, computer: &Computer) -> bool {
        let contains = |text: &str, part: &str| text.to_lowercase().contains(part);
        match self {
            Self::Id(id) => computer.id == *id,
            Self::Title(title) => computer.title.to_lowercase() == *title,
            Self::Hostname(hostname) => computer.hostname.to_lowercase() == *hostname,
            Self::Tag(tag) => computer.tags.contains(tag),
            Self::AccessGroup(group) => computer.access_group == *group,
            Self::Distribution(version) => computer.distribution.as_ref() == Some(version),
            Self::Keyword(part) => contains(&computer.title, part) || contains(&computer.hostname, part),
            Self::LicenseType(wanted) => LicenseType::of(&computer.license) == *wanted,
            Self::Contract(id) => matches!(&computer.license, License::Pro(contract) if contract == id),
            Self::LicenseId(id) => computer.license == License::Legacy(*id),
            Self::AnyContract(ids) => matches!(&computer.license, License::Pro(contract) if ids.contains(contract)),
            Self::AnyLicense(ids) => matches!(&computer.license, License::Legacy(license) if ids.contains(license)),
            Self::HasProManagement(wanted) => {
                matches!(computer.client, Client::Manageable | Client::Offline) == *wanted
            }
            Self::Saved(query) => query.accepts(|criterion| criterion.accepts(computer)),
        }
    }
}

impl LicenseType {
    fn of(license: &License) -> Self {
        match license {
            License::Unlicensed => Self::Unlicensed,
            License::Pro(_) => Self::Pro,
            License::FreePro => Self::FreePro,
            License::Legacy(_) => Self::Legacy,
        }
    }
}
