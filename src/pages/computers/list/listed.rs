//! What is listed: one part of what was asked for, or why nothing could be asked.

use std::sync::Arc;

use crate::api::client::Client;
use crate::api::computer::Computer;
use crate::api::computer::query::{ComputerQuery, QueryProblem};
use crate::api::error::ApiError;
use crate::api::id::ComputerId;
use crate::api::row::Unreadable;
use crate::computer_filter::ComputerFilter;
use crate::words::{computers_page, errors};

/// How many are asked for at once.
pub const LENGTH: usize = 50;
/// The part of the list, in the URL.
pub const PAGE: &str = "page";

/// What was asked for, and what came of it.
#[derive(PartialEq)]
pub struct Listed {
    /// What was asked for.
    pub filter: ComputerFilter,
    /// Which part of it, counted from 1.
    pub page: usize,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of asking.
#[derive(PartialEq)]
pub enum Outcome {
    /// Computers came.
    Found {
        /// What the server was asked for.
        query: ComputerQuery,
        /// Those of this part.
        computers: Arc<[Computer]>,
        /// Those of this part that could not be read.
        unreadable: Vec<Unreadable>,
        /// How many match in all.
        count: usize,
        /// How many rows came and how many the server counts for this part, where that differs.
        other_count: Option<(usize, usize)>,
    },
    /// The person's words cannot be asked for, so nothing was.
    NotAsked(QueryProblem),
    /// The server does not understand the person's words, and says so.
    NotUnderstood(String),
}

impl Listed {
    /// What is wrong with the search, as long as that is still the one that was asked for.
    pub fn problem(&self, filter: &ComputerFilter) -> Option<String> {
        match &self.outcome {
            _ if self.filter != *filter => None,
            Outcome::Found { .. } => None,
            Outcome::NotAsked(QueryProblem::MixesOr) => Some(computers_page::MIXES_OR.to_owned()),
            Outcome::NotAsked(QueryProblem::TooLong) => Some(computers_page::TOO_LONG.to_owned()),
            Outcome::NotUnderstood(words) => Some(words.clone()),
        }
    }

    /// The computers of this part.
    pub fn ids(&self) -> Vec<ComputerId> {
        match &self.outcome {
            Outcome::Found { computers, .. } => computers.iter().map(|computer| computer.id).collect(),
            Outcome::NotAsked(_) | Outcome::NotUnderstood(_) => Vec::new(),
        }
    }

    /// What to ask for to get all that match, and how many those are, where they are more than are shown.
    pub fn more(&self) -> Option<(ComputerQuery, usize)> {
        match &self.outcome {
            Outcome::Found { query, computers, count, .. } if *count > computers.len() => Some((query.clone(), *count)),
            _ => None,
        }
    }
}

/// Asks for a part. Words that cannot be asked for, or that the server refuses, are an answer too: they are told where they
/// were typed.
pub async fn read(client: Client, (filter, page): (ComputerFilter, usize)) -> Result<Listed, ApiError> {
    let query = match filter.to_server() {
        Ok(query) => query,
        Err(problem) => return Ok(Listed { filter, page, outcome: Outcome::NotAsked(problem) }),
    };
    let offset = (page - 1).saturating_mul(LENGTH);
    let has_words = !filter.text.trim().is_empty();
    let outcome = match client.computers(&query, LENGTH, offset).await {
        Ok(part) => {
            let least = offset.saturating_add(part.came());
            let count = part.count.map_or(least, |count| usize::try_from(count).unwrap_or(usize::MAX));
            let other_count = part.other_count(offset, LENGTH);
            Outcome::Found { query, computers: part.results.into(), unreadable: part.unreadable, count, other_count }
        }
        Err(error @ ApiError::Rejected { .. }) if has_words => Outcome::NotUnderstood(refusal(&error)),
        Err(error) => return Err(error),
    };
    Ok(Listed { filter, page, outcome })
}

fn refusal(error: &ApiError) -> String {
    error.server_words().map_or_else(|| error.to_string(), errors::refused_field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    fn listed(outcome: Outcome) -> Listed {
        Listed { filter: ComputerFilter::of(&Query::parse("?query=x")), page: 1, outcome }
    }

    #[test]
    fn a_problem_is_told_as_long_as_the_search_is_the_same() {
        let refused = listed(Outcome::NotUnderstood("no".to_owned()));
        assert_eq!(refused.problem(&refused.filter).as_deref(), Some("no"));
        assert_eq!(refused.problem(&ComputerFilter::default()), None);
        let too_long = listed(Outcome::NotAsked(QueryProblem::TooLong));
        assert!(too_long.problem(&too_long.filter).is_some());
    }

    #[test]
    fn the_servers_own_words_are_told() {
        let rejected = |message| ApiError::Rejected { status: 400, message };
        assert_eq!(refusal(&rejected(Some("odd".to_owned()))), "The server refused this: “odd”");
        assert_eq!(refusal(&rejected(None)), "The Landscape server refused the request (status 400).");
    }

    #[test]
    fn all_that_match_are_offered_where_they_are_more_than_are_shown() {
        let found = |many: i64, count| {
            let computer = |id| serde_json::from_value(serde_json::json!({"id": id})).expect("it is a computer");
            let computers = (1..=many).map(computer).collect();
            let (query, unreadable) = (ComputerQuery::default(), Vec::new());
            listed(Outcome::Found { query, computers, unreadable, count, other_count: None })
        };
        assert_eq!(found(2, 2).more(), None);
        assert_eq!(found(2, 3).more(), Some((ComputerQuery::default(), 3)));
        assert_eq!(found(2, 3).ids(), [ComputerId(1), ComputerId(2)]);
        assert_eq!(listed(Outcome::NotAsked(QueryProblem::MixesOr)).more(), None);
    }
}
