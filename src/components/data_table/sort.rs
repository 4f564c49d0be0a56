//! By which column a table is sorted, and how that stands in the URL.

use crate::query::Query;

const COLUMN: &str = "sort";
const ORDER: &str = "order";
const DESCENDING: &str = "descending";

/// The direction of a sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest, soonest or first in the alphabet on top.
    Ascending,
    /// The other way round.
    Descending,
}

impl Direction {
    /// The word of `aria-sort`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => DESCENDING,
        }
    }
}

/// By which column a table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column's key.
    pub column: &'static str,
    /// The direction.
    pub direction: Direction,
}

impl Sort {
    /// Ascending by a column.
    pub const fn by(column: &'static str) -> Self {
        Self { column, direction: Direction::Ascending }
    }

    /// Reads `?sort=…&order=descending`; `default` where it names none of the columns.
    pub fn from_query(query: &Query, columns: &[&'static str], default: Self) -> Self {
        let named = query.get(COLUMN).and_then(|name| columns.iter().find(|column| **column == name));
        let descending = query.get(ORDER) == Some(DESCENDING);
        let direction = if descending { Direction::Descending } else { Direction::Ascending };
        match named {
            Some(column) => Self { column, direction },
            None if descending => Self { direction, ..default },
            None => default,
        }
    }

    /// Writes itself into a query, as short as it goes.
    pub fn to_query(self, query: &Query, default: Self) -> Query {
        let column = if self.column == default.column { "" } else { self.column };
        let order = if self.direction == Direction::Descending { DESCENDING } else { "" };
        query.with(COLUMN, column).with(ORDER, order)
    }

    /// What a press on a column's header leads to: the other direction, or ascending by that column.
    #[must_use]
    pub fn pressed(self, column: &'static str) -> Self {
        match self.direction {
            Direction::Ascending if self.column == column => Self { column, direction: Direction::Descending },
            _ => Self::by(column),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 2] = ["id", "expires"];
    const DEFAULT: Sort = Sort::by("expires");

    #[track_caller]
    fn check(query: &str, column: &str, direction: Direction) {
        let query = Query::parse(query);
        let sort = Sort::from_query(&query, &COLUMNS, DEFAULT);
        assert_eq!((sort.column, sort.direction), (column, direction));
        assert_eq!(Sort::from_query(&sort.to_query(&query, DEFAULT), &COLUMNS, DEFAULT), sort);
    }

    #[test]
    fn the_sort_is_read_from_the_url_and_written_back() {
        check("", "expires", Direction::Ascending);
        check("?sort=id", "id", Direction::Ascending);
        check("?sort=id&order=descending", "id", Direction::Descending);
        check("?order=descending", "expires", Direction::Descending);
        check("?sort=nonsense&order=sideways", "expires", Direction::Ascending);
    }

    #[test]
    fn the_default_leaves_the_url_clean() {
        assert_eq!(DEFAULT.to_query(&Query::parse("?filter=x&sort=id&order=descending"), DEFAULT).print(), "?filter=x");
    }

    #[test]
    fn a_second_press_turns_the_order_and_a_third_turns_it_back() {
        let once = DEFAULT.pressed("id");
        assert_eq!(once, Sort::by("id"));
        let twice = once.pressed("id");
        assert_eq!(twice, Sort { column: "id", direction: Direction::Descending });
        assert_eq!(twice.pressed("id"), Sort::by("id"));
    }
}
