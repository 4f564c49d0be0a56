//! The envelopes of the API's lists.

use std::collections::HashSet;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::api::error::ApiError;
use crate::api::interpret::FromAnswer;
use crate::api::lenient;
use crate::api::row::{self, Row, Unreadable};
use crate::words;

/// `{results: […]}`: everything at once. Contracts and licenses come so, without a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    /// Every row that could be read, each id once.
    pub results: Vec<T>,
    /// The others.
    pub unreadable: Vec<Unreadable>,
}

/// `{count, results, next, previous}`: a part of a longer list. Its links are not followed: paging is by offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// How many there are in all, where the server says so.
    pub count: Option<u64>,
    /// The rows of this part that could be read, each id once.
    pub results: Vec<T>,
    /// The others.
    pub unreadable: Vec<Unreadable>,
}

/// How many rows a longer list has in all, where the server says so. None of them is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub Option<u64>);

/// What a list comes in.
#[derive(Deserialize)]
struct Envelope<Rows> {
    #[serde(default, deserialize_with = "lenient::number")]
    count: Option<u64>,
    results: Rows,
}

impl<T> From<Page<T>> for List<T> {
    fn from(page: Page<T>) -> Self {
        Self { results: page.results, unreadable: page.unreadable }
    }
}

impl<T> Page<T> {
    /// A part of which every row could be read.
    pub fn new(count: Option<u64>, results: Vec<T>) -> Self {
        Self { count, results, unreadable: Vec::new() }
    }

    /// How many rows came, those that could not be read among them: the next part begins behind them.
    pub fn came(&self) -> usize {
        self.results.len() + self.unreadable.len()
    }

    /// How many rows came and how many the server counts for this part, which was to have `length` rows from `offset` on;
    /// nothing where that is the same, and where it counts none.
    pub fn other_count(&self, offset: usize, length: usize) -> Option<(usize, usize)> {
        let count = usize::try_from(self.count?).unwrap_or(usize::MAX);
        let counted = count.saturating_sub(offset).min(length);
        (self.came() != counted).then(|| (self.came(), counted))
    }

    /// The part that begins behind so many rows.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Self {
        self.unreadable.iter_mut().for_each(|row| row.place = row.place.saturating_add(offset));
        self
    }
}

/// Where not all rows are well, the list is read once more, one by one.
impl<T: Row> FromAnswer for Page<T> {
    fn read(text: &str) -> serde_json::Result<Self> {
        if let Ok(Envelope { count, results }) = serde_json::from_str::<Envelope<Vec<T>>>(text)
            && row::are_all_different(&results)
        {
            return Ok(Self::new(count, results));
        }
        let Envelope { count, results } = serde_json::from_str(text)?;
        let (results, unreadable) = row::one_by_one(results);
        Ok(Self { count, results, unreadable })
    }
}

impl<T: Row> FromAnswer for List<T> {
    fn read(text: &str) -> serde_json::Result<Self> {
        Page::read(text).map(Page::into)
    }
}

impl FromAnswer for Count {
    fn read(text: &str) -> serde_json::Result<Self> {
        serde_json::from_str::<Envelope<Vec<IgnoredAny>>>(text).map(|envelope| Self(envelope.count))
    }
}

/// Reads every part of a list, one after another, from the first row on. `ask` is called with the row to begin at, `take`
/// with each part. Rows can come twice, or be missed, where the list changes meanwhile.
///
/// A part that brings nothing new is not taken, and is the last: a server that ignores where to begin has no end otherwise.
///
/// # Errors
/// What `ask` fails with, and [`ApiError::Undecodable`] where the server gives fewer rows than it counts.
pub async fn read_every<T: Row>(
    ask: impl AsyncFn(u64) -> Result<Page<T>, ApiError>,
    mut take: impl FnMut(Page<T>),
) -> Result<(), ApiError> {
    let mut offset: u64 = 0;
    let (mut rows, mut unreadable) = (HashSet::new(), HashSet::new());
    loop {
        let part = ask(offset).await?;
        let count = part.count;
        let new_rows = part.results.iter().filter(|row| rows.insert(row.id().clone())).count();
        let new_others =
            part.unreadable.iter().filter(|row| unreadable.insert((row.id.clone(), row.reason.clone()))).count();
        if new_rows + new_others == 0 {
            return match count {
                Some(count) if offset < count => {
                    Err(ApiError::Undecodable { detail: words::csv::ends_early(offset, count) })
                }
                _ => Ok(()),
            };
        }
        offset = offset.saturating_add(u64::try_from(part.came()).unwrap_or(u64::MAX));
        take(part);
        if count.is_some_and(|count| offset >= count) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    impl Row for u64 {
        type Id = Self;

        fn id(&self) -> &Self {
            self
        }
    }

    fn ready<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("it waits for nothing"),
        }
    }

    /// What comes of a list of `rows`, of which the server counts `count` and gives two at most at once; which parts were
    /// asked for.
    fn read(rows: u64, count: Option<u64>) -> (Result<(), ApiError>, Vec<u64>, Vec<u64>) {
        let (asked, mut taken) = (RefCell::new(Vec::new()), Vec::new());
        let ask = async |offset: u64| {
            asked.borrow_mut().push(offset);
            Ok(Page::new(count, (offset..rows.min(offset + 2)).collect()))
        };
        let result = ready(read_every(ask, |part: Page<u64>| taken.extend(part.results)));
        (result, asked.into_inner(), taken)
    }

    #[test]
    fn every_row_is_read_part_by_part() {
        assert_eq!(read(5, Some(5)), (Ok(()), vec![0, 2, 4], vec![0, 1, 2, 3, 4]));
        assert_eq!(read(4, Some(4)), (Ok(()), vec![0, 2], vec![0, 1, 2, 3]));
        assert_eq!(read(0, Some(0)), (Ok(()), vec![0], vec![]));
        assert_eq!(read(3, None), (Ok(()), vec![0, 2, 3], vec![0, 1, 2]));
    }

    #[test]
    fn fewer_rows_than_the_server_counts_are_no_list() {
        let (result, ..) = read(3, Some(7));
        let detail = "it ends after 3 of 7 rows".to_owned();
        assert_eq!(result, Err(ApiError::Undecodable { detail }));
    }

    /// What comes of a server that gives the same part whatever is asked for, and how often it was asked.
    fn read_the_same(part: &Page<u64>) -> (Result<(), ApiError>, usize) {
        let asked = RefCell::new(0);
        let ask = async |offset: u64| {
            *asked.borrow_mut() += 1;
            assert!(*asked.borrow() < 10, "it has no end");
            Ok(part.clone().at(usize::try_from(offset).expect("it is small")))
        };
        let mut taken = 0;
        let result = ready(read_every(ask, |part: Page<u64>| taken += part.came()));
        assert_eq!(taken, part.came(), "what comes twice is taken once");
        (result, asked.into_inner())
    }

    #[test]
    fn a_server_that_gives_the_same_part_for_ever_is_not_asked_for_ever() {
        assert_eq!(read_the_same(&Page::new(None, vec![1, 2])), (Ok(()), 2));
        let detail = "it ends after 2 of 7 rows".to_owned();
        assert_eq!(read_the_same(&Page::new(Some(7), vec![1, 2])), (Err(ApiError::Undecodable { detail }), 2));
        let odd = Unreadable { place: 1, id: None, reason: String::new() };
        assert_eq!(read_the_same(&Page { count: None, results: vec![1], unreadable: vec![odd] }), (Ok(()), 2));
    }

    #[test]
    fn another_count_than_came_is_told() {
        let part = |count, rows| Page::new(count, (0..rows).collect::<Vec<u64>>());
        assert_eq!(part(Some(70), 4).other_count(0, 50), Some((4, 50)));
        assert_eq!(part(Some(70), 4).other_count(50, 50), Some((4, 20)));
        assert_eq!(part(Some(2), 4).other_count(0, 50), Some((4, 2)));
        assert_eq!(part(Some(70), 20).other_count(50, 50), None);
        assert_eq!(part(None, 4).other_count(50, 50), None);
    }

    #[test]
    fn the_first_failure_ends_it() {
        let ask = async |offset| match offset {
            0 => Ok(Page::new(Some(9), vec![0_u64])),
            _ => Err(ApiError::Timeout),
        };
        let mut parts = 0;
        let result = ready(read_every(ask, |_| parts += 1));
        assert_eq!((result, parts), (Err(ApiError::Timeout), 1));
    }
}
