//! What a list of activities can be asked for.

use jiff::civil::DateTime;

use crate::api::date::print_minute;

/// Terms of the query language that is documented for the legacy `GetActivities` and used by Landscape's dashboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityQuery {
    /// Groups alone.
    pub is_of_groups: bool,
    /// A status, in the documented words: `undelivered`, `delivered`, `succeeded` and so on.
    pub status: Option<&'static str>,
    /// Made at that time in UTC, or later.
    pub created_after: Option<DateTime>,
}

impl ActivityQuery {
    /// The query as the server reads it: a space means "and". Nothing where it asks for everything.
    pub fn print(&self) -> String {
        let group = self.is_of_groups.then(|| "type:ActivityGroup".to_owned());
        let status = self.status.map(|status| format!("status:{status}"));
        let after = self.created_after.map(|time| format!("created-after:{}", print_minute(time)));
        [group, status, after].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_joined_by_spaces() {
        assert_eq!(ActivityQuery::default().print(), "");
        let created_after = Some(jiff::civil::datetime(2026, 11, 23, 18, 5, 59, 0));
        let query = ActivityQuery { is_of_groups: true, status: Some("failed"), created_after };
        assert_eq!(query.print(), "type:ActivityGroup status:failed created-after:2026-11-23T18:05");
    }
}
