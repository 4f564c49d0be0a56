use jiff::{Timestamp, civil, tz::TimeZone};

use crate::{
    api::refusal::Refusal,
    query::{Query, invalid, number},
    world::{activity::Activity, user},
};

/// One condition on an activity.
#[derive(Debug)]
pub(crate) enum Criterion {
    Id(u64),
    ParentId(u64),
    Type(String),
    Status(String),
    Computer(u64),
    Creator(String),
    CreatedAfter(Timestamp),
}

pub(crate) fn parse(text: &str) -> Result<Query<Criterion>, Refusal> {
    Query::parse(text, criterion)
}

fn criterion(selector: Option<&str>, value: &str) -> Result<Criterion, Refusal> {
    match selector {
        Some("id") => Ok(Criterion::Id(number(value)?)),
        Some("parent-id") => Ok(Criterion::ParentId(number(value)?)),
        Some("type") => Ok(Criterion::Type(value.to_owned())),
        Some("status") => Ok(Criterion::Status(value.to_owned())),
        Some("computer") => computer(value),
        Some("creator") => Ok(Criterion::Creator(value.to_owned())),
        Some("created-after") => Ok(Criterion::CreatedAfter(moment(value)?)),
        Some(other) => Err(invalid(format!("Invalid query term `{other}:{value}`."))),
        None => Err(invalid(format!("Invalid query term `{value}`."))),
    }
}

/// Landscape takes any computer query here; only `computer:id:5` is understood.
fn computer(value: &str) -> Result<Criterion, Refusal> {
    match value.strip_prefix("id:") {
        Some(id) => Ok(Criterion::Computer(number(id)?)),
        None => Err(invalid(format!("Invalid computer query `{value}`."))),
    }
}

/// "Specified with the ISO-8601 format" (documentation of the legacy `GetActivities`): a day, or a time in UTC.
fn moment(value: &str) -> Result<Timestamp, Refusal> {
    let time = value.parse::<civil::DateTime>().map_err(|_| invalid(format!("`{value}` is not a date.")))?;
    TimeZone::UTC.to_timestamp(time).map_err(|_| invalid(format!("`{value}` is out of range.")))
}

impl Criterion {
    /// `status` is the activity's status by now.
    pub fn accepts(&self, activity: &Activity, status: &str) -> bool {
        match self {
            Self::Id(id) => activity.id == *id,
            Self::ParentId(id) => activity.parent_id == Some(*id),
            Self::Type(kind) => activity.kind == kind,
            Self::Status(wanted) => status == wanted || (status == "queued" && wanted == "undelivered"),
            Self::Computer(id) => activity.computer_id == Some(*id),
            Self::Creator(email) => user::EMAIL == email,
            Self::CreatedAfter(time) => activity.creation >= *time,
        }
    }
}
