//! All rows of a table that have come whole, in the order of any of its columns: what is compared is prepared once, when the
//! order is first asked for, or before.

use std::sync::{Arc, OnceLock};

use crate::components::data_table::Column;
use crate::components::data_table::sort::{Direction, Sort};

/// What a row is sorted by. The keys of one column are of one kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key<'row> {
    /// By size.
    Number(i64),
    /// By the numbers of its characters.
    Text(&'row str),
}

/// The rows, with the orders that are prepared so far.
pub struct Rows<Row: Send + Sync + 'static> {
    all: Vec<Arc<Row>>,
    columns: &'static [Column<Row>],
    orders: Vec<OnceLock<Order>>,
}

/// Some of the rows, in the order of a sort.
pub struct Sorted<Row: Send + Sync + 'static> {
    rows: Arc<Rows<Row>>,
    places: Arc<Vec<u32>>,
}

impl<Row: Send + Sync + 'static> Clone for Sorted<Row> {
    fn clone(&self) -> Self {
        Self { rows: Arc::clone(&self.rows), places: Arc::clone(&self.places) }
    }
}

impl<Row: Send + Sync + 'static> PartialEq for Sorted<Row> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows) && self.places == other.places
    }
}

impl<Row: Send + Sync + 'static> Sorted<Row> {
    /// Those that are wanted, told by their place among all, in their order.
    #[must_use]
    pub fn among(mut self, is_wanted: impl Fn(usize, &Row) -> bool) -> Self {
        // As they lie in memory: in the order of the sort, each would have to be waited for.
        let wanted: Vec<bool> = self.rows.all.iter().enumerate().map(|(place, row)| is_wanted(place, row)).collect();
        let is_wanted = |place: &u32| wanted.get(*place as usize) == Some(&true);
        self.places = Arc::new(self.places.iter().copied().filter(is_wanted).collect());
        self
    }

    /// All rows, of which these are some.
    pub fn rows(&self) -> &Arc<Rows<Row>> {
        &self.rows
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// One behind another.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Row>> {
        self.places.iter().filter_map(|place| self.rows.all.get(*place as usize))
    }
}

/// The places of all rows, ascending by a column; rows of equal keys are a run, in which they keep their order.
struct Order {
    places: Arc<Vec<u32>>,
    /// Of each place in `places`, whether a run begins there.
    begins: Vec<bool>,
}

/// Orders say nothing that the rows do not.
impl<Row: PartialEq + Send + Sync + 'static> PartialEq for Rows<Row> {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl<Row: Send + Sync + 'static> Rows<Row> {
    /// Rows as they came.
    pub fn new(rows: Vec<Arc<Row>>, columns: &'static [Column<Row>]) -> Self {
        Self { all: rows, columns, orders: columns.iter().map(|_| OnceLock::new()).collect() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// As they came.
    pub fn as_they_came(&self) -> &[Arc<Row>] {
        &self.all
    }

    /// All of them in the order of a sort. Rows that are equal keep their order, also downwards.
    pub fn sorted(self: &Arc<Self>, sort: Sort) -> Sorted<Row> {
        let places = match self.order(sort.column) {
            None => Arc::new((0..).take(self.all.len()).collect()),
            Some(order) => order.places(sort.direction),
        };
        Sorted { rows: Arc::clone(self), places }
    }

    /// Prepares the order by one more column that nobody has asked for so far. Tells whether there was one.
    pub fn prepare(&self) -> bool {
        let is_left = |place: &usize| self.orders.get(*place).is_some_and(|order| order.get().is_none());
        (0..self.columns.len()).filter(is_left).any(|place| self.order_at(place).is_some())
    }

    /// The order by a column, unless nothing sorts by it.
    fn order(&self, key: &str) -> Option<&Order> {
        self.order_at(self.columns.iter().position(|column| column.key == key)?)
    }

    fn order_at(&self, place: usize) -> Option<&Order> {
        let sort_key = self.columns.get(place)?.sort_key?;
        let order = self.orders.get(place)?;
        Some(order.get_or_init(|| Order::of(self.all.iter().map(|row| sort_key(row)))))
    }
}

impl Order {
    fn of<'row>(keys: impl Iterator<Item = Key<'row>>) -> Self {
        let mut keys: Vec<(Key, u32)> = keys.zip(0..).collect();
        // Lists come in some order, of which a stable sort makes use.
        keys.sort();
        let mut before = None;
        let begins = keys.iter().map(|(key, _)| before.replace(*key) != Some(*key)).collect();
        Self { places: Arc::new(keys.into_iter().map(|(_, place)| place).collect()), begins }
    }

    /// All places: downwards run by run, each run upwards.
    fn places(&self, direction: Direction) -> Arc<Vec<u32>> {
        if direction == Direction::Ascending {
            return Arc::clone(&self.places);
        }
        let (mut places, mut end) = (Vec::with_capacity(self.places.len()), self.places.len());
        for (start, _) in self.begins.iter().enumerate().rev().filter(|(_, begins)| **begins) {
            places.extend_from_slice(self.places.get(start..end).unwrap_or_default());
            end = start;
        }
        Arc::new(places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::data_table::cell::{Cell, Piece};

    struct License(&'static str, i64);

    static COLUMNS: [Column<License>; 3] = [
        Column {
            key: "name",
            label: "License",
            is_numeric: false,
            sort_key: Some(|license| Key::Text(license.0)),
            cell: Cell::Pieces(|license| vec![Piece::text(license.0)]),
        },
        Column {
            key: "seats",
            label: "Seats",
            is_numeric: true,
            sort_key: Some(|license| Key::Number(license.1)),
            cell: Cell::Pieces(|license| vec![Piece::text(license.1.to_string())]),
        },
        Column {
            key: "computers",
            label: "Computers",
            is_numeric: true,
            sort_key: None,
            cell: Cell::Pieces(|_| vec![Piece::text("…")]),
        },
    ];

    fn rows() -> Arc<Rows<License>> {
        let licenses = [("Hopper", 4), ("Ada", 12), ("Turing", 4), ("Liskov", 12), ("Babbage", -1)];
        Arc::new(Rows::new(licenses.map(|(name, seats)| Arc::new(License(name, seats))).to_vec(), &COLUMNS))
    }

    #[track_caller]
    fn check(column: &'static str, direction: Direction, expected: [&str; 5]) {
        let rows = rows();
        for _ in 0..2 {
            let names: Vec<_> = rows.sorted(Sort { column, direction }).iter().map(|row| row.0).collect();
            assert_eq!(names, expected, "by {column}, {direction:?}");
        }
    }

    #[test]
    fn rows_stand_in_the_order_of_a_column() {
        check("name", Direction::Ascending, ["Ada", "Babbage", "Hopper", "Liskov", "Turing"]);
        check("name", Direction::Descending, ["Turing", "Liskov", "Hopper", "Babbage", "Ada"]);
    }

    #[test]
    fn rows_that_are_equal_keep_their_order_both_ways() {
        check("seats", Direction::Ascending, ["Babbage", "Hopper", "Turing", "Ada", "Liskov"]);
        check("seats", Direction::Descending, ["Ada", "Liskov", "Hopper", "Turing", "Babbage"]);
    }

    #[test]
    fn what_nothing_sorts_by_leaves_them_as_they_came() {
        check("computers", Direction::Descending, ["Hopper", "Ada", "Turing", "Liskov", "Babbage"]);
        check("nonsense", Direction::Ascending, ["Hopper", "Ada", "Turing", "Liskov", "Babbage"]);
    }

    #[test]
    fn every_order_is_prepared_once() {
        let rows = rows();
        drop(rows.sorted(Sort::by("seats")));
        assert!(rows.prepare(), "by name");
        assert!(!rows.prepare(), "nothing sorts by the last column");
        assert_eq!(rows.orders.iter().map(|order| order.get().is_some()).collect::<Vec<_>>(), [true, true, false]);
    }

    #[test]
    fn only_those_that_are_wanted_are_there_by_their_place_among_all() {
        let wanted = rows().sorted(Sort::by("name")).among(|place, license| place != 1 && license.1 > 0);
        assert_eq!(wanted.iter().map(|license| license.0).collect::<Vec<_>>(), ["Hopper", "Liskov", "Turing"]);
        assert_eq!(wanted.len(), 3);
    }

    #[test]
    fn the_same_rows_in_the_same_order_are_the_same() {
        let rows = rows();
        let by = |column| rows.sorted(Sort::by(column));
        assert!(by("name") == by("name").among(|_, _| true));
        assert!(by("name") != by("seats"));
        assert!(by("name") != by("name").among(|place, _| place > 0));
    }

    #[test]
    fn no_rows_have_an_order_too() {
        let none: Arc<Rows<License>> = Arc::new(Rows::new(Vec::new(), &COLUMNS));
        assert!(none.is_empty());
        assert!(none.sorted(Sort { column: "seats", direction: Direction::Descending }).is_empty());
    }
}
