//! The computers on one contract or license, a part at a time.

use std::sync::Arc;

use crate::api::client::Client;
use crate::api::computer::Computer;
use crate::api::computer::query::ComputerQuery;
use crate::api::error::ApiError;
use crate::api::row::Unreadable;
use crate::computer_filter::ComputerFilter;
use crate::reading::Reader;

/// How many are asked for at once.
pub const LENGTH: usize = 50;
/// The part that is shown, in the URL.
pub const PAGE: &str = "page";

/// One part of them.
#[derive(PartialEq)]
pub struct Members {
    /// Which part, counted from 1.
    pub page: usize,
    /// How many there are in all.
    pub count: usize,
    /// Those of this part.
    pub computers: Arc<[Computer]>,
    /// Those of this part that could not be read.
    pub unreadable: Vec<Unreadable>,
    /// How many rows came and how many the server counts for this part, where that differs.
    pub other_count: Option<(usize, usize)>,
}

/// Reads those that a filter finds, one part of them, counted from 1.
pub fn members(filter: &ComputerFilter, page: impl Fn() -> usize + 'static) -> Reader<Members> {
    let query = ComputerQuery::all_of(&filter.selectors());
    Reader::new(page, move |client, page| read(client, query.clone(), page))
}

async fn read(client: Client, query: ComputerQuery, page: usize) -> Result<Members, ApiError> {
    let offset = (page - 1).saturating_mul(LENGTH);
    let part = client.computers(&query, LENGTH, offset).await?;
    let least = offset.saturating_add(part.came());
    let count = part.count.map_or(least, |count| usize::try_from(count).unwrap_or(usize::MAX));
    let other_count = part.other_count(offset, LENGTH);
    Ok(Members { page, count, computers: part.results.into(), unreadable: part.unreadable, other_count })
}
