use jiff::{Timestamp, ToSpan, civil::Date};

use crate::{
    api::refusal::Refusal,
    query::{Query, invalid, number},
    world::{
        Account,
        clock::day,
        computer::{Client, Computer, License},
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
    Anywhere(String),
    LicenseType(LicenseType),
    Contract(String),
    LicenseId(u64),
    ContractExpiresWithin(i64),
    LicenseExpiresWithin(i64),
    HasProManagement(bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LicenseType {
    Unlicensed,
    Pro,
    FreePro,
    Legacy,
}

pub(crate) fn parse(text: &str) -> Result<Query<Criterion>, Refusal> {
    Query::parse(text, criterion)
}

fn criterion(selector: Option<&str>, value: &str) -> Result<Criterion, Refusal> {
    let lower = value.to_lowercase();
    Ok(match selector {
        None | Some("search") => Criterion::Anywhere(lower),
        Some("id") => Criterion::Id(number(value)?),
        Some("title") => Criterion::Title(lower),
        Some("hostname") => Criterion::Hostname(lower),
        Some("tag") => Criterion::Tag(value.to_owned()),
        Some("access-group") => Criterion::AccessGroup(value.to_owned()),
        Some("distribution") => Criterion::Distribution(value.to_owned()),
        Some("license-type") => Criterion::LicenseType(license_type(value)?),
        Some("contract") => Criterion::Contract(value.to_owned()),
        Some("license-id") => Criterion::LicenseId(number(value)?),
        Some("needs") if value == "license" => Criterion::LicenseType(LicenseType::Unlicensed),
        Some("contract-expires-within-days") => Criterion::ContractExpiresWithin(days(value)?),
        Some("license-expires-within-days") => Criterion::LicenseExpiresWithin(days(value)?),
        Some("has-pro-management") => Criterion::HasProManagement(truth(value)?),
        Some(other) => return Err(invalid(format!("Invalid query term `{other}:{value}`."))),
    })
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

fn truth(value: &str) -> Result<bool, Refusal> {
    number::<bool>(value).map_err(|_| invalid(format!("`{value}` is neither true nor false.")))
}

impl Criterion {
    pub fn accepts(&self, computer: &Computer, account: &Account, now: Timestamp) -> bool {
        let contains = |text: &str, part: &str| text.to_lowercase().contains(part);
        match self {
            Self::Id(id) => computer.id == *id,
            Self::Title(part) => contains(&computer.title, part),
            Self::Hostname(part) => contains(&computer.hostname, part),
            Self::Tag(tag) => computer.tags.contains(tag),
            Self::AccessGroup(group) => computer.access_group == *group,
            Self::Distribution(version) => computer.distribution.as_ref() == Some(version),
            Self::Anywhere(part) => contains(&computer.title, part) || contains(&computer.hostname, part),
            Self::LicenseType(wanted) => LicenseType::of(&computer.license) == *wanted,
            Self::Contract(id) => matches!(&computer.license, License::Pro(contract) if contract == id),
            Self::LicenseId(id) => computer.license == License::Legacy(*id),
            Self::ContractExpiresWithin(days) => is_within(contract_end(computer, account), *days, now),
            Self::LicenseExpiresWithin(days) => is_within(license_end(computer, account), *days, now),
            Self::HasProManagement(wanted) => {
                matches!(computer.client, Client::Manageable | Client::Offline) == *wanted
            }
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

fn contract_end(computer: &Computer, account: &Account) -> Option<Date> {
    match &computer.license {
        License::Pro(id) => account.contract(id).map(|contract| contract.expiration),
        _ => None,
    }
}

fn license_end(computer: &Computer, account: &Account) -> Option<Date> {
    match computer.license {
        License::Legacy(id) => account.license(id)?.expiration,
        _ => None,
    }
}

/// Whether the day is today or one of the next so many.
fn is_within(end: Option<Date>, days: i64, now: Timestamp) -> bool {
    let today = day(now);
    end.is_some_and(|end| today <= end && end <= today.saturating_add(days.days()))
}
