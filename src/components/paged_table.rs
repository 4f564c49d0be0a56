//! A table of a list that has come whole, of which a part stands on the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::data_table::rows::Sorted;
use crate::components::data_table::sort::Sort;
use crate::components::data_table::{Column, DataTable};
use crate::components::pagination::{Pagination, page_of, page_text};
use crate::effects::effect;
use crate::frame::{after_frame, painted};
use crate::navigation::use_navigation;
use crate::tasks::spawn;

/// The part that is shown, in the URL. Whoever changes which rows there are, or their order, takes it out.
pub const PAGE: &str = "page";
/// How many rows stand on the page at once, as in the list of computers: few enough that they are there at once.
const LENGTH: usize = 50;
/// How high a row is, and what is above the first one, in pixels.
const ROW: f64 = 40.0;
const ABOVE: f64 = 200.0;
/// How many of them are made at first where the window is low, or does not tell how high it is.
const FEWEST: usize = 10;

/// A [`DataTable`] in parts, with the ways from one to the next where there are several.
#[component]
pub fn PagedTable<Row>(
    /// Its name.
    caption: &'static str,
    /// Its columns.
    columns: &'static [Column<Row>],
    /// All rows, sorted.
    rows: Memo<Sorted<Row>>,
    /// By which column they are sorted.
    #[prop(into)]
    sort: Signal<Sort>,
    /// Called with the sort that a header was pressed for.
    on_sort: Callback<Sort>,
) -> impl IntoView
where
    Row: Send + Sync + 'static,
{
    let navigation = use_navigation();
    let query = navigation.query();
    let total = Memo::new(move |_| rows.read().len());
    let asked = Memo::new(move |_| page_of(query.read().get(PAGE)));
    let page = Memo::new(move |_| within(asked.get(), total.get()));
    let part = Memo::new(move |before: Option<&Part<Row>>| Part::of(&rows.read(), asked.get(), before));
    // The part that may be there whole.
    let whole = RwSignal::new(None);
    let shown = Memo::new_with_compare(
        move |before: Option<&Vec<Arc<Row>>>| {
            let part = part.read();
            if whole.get() == Some(part.number) {
                return part.rows.clone();
            }
            // What is there beyond the first rows stays until the others come, so that the table stays as long.
            let first = seen();
            let left = before.into_iter().flatten().take(part.rows.len()).skip(first);
            part.rows.iter().take(first).chain(left).cloned().collect()
        },
        |_, _| true,
    );
    effect(move || {
        let number = part.read().number;
        after_frame(move || {
            let _ = whole.try_set(Some(number));
        });
    });
    prepare_orders(rows);
    let on_page = Callback::new(move |page| {
        navigation.push_query(query.get_untracked().with(PAGE, &page_text(page)));
    });
    view! {
        <DataTable caption columns rows=shown sort on_sort />
        <Pagination label=caption page length=LENGTH total on_page />
    }
}

/// Prepares the orders by other columns, so that a list of any length is there in them at once: each behind a frame, where
/// somebody sees them.
fn prepare_orders<Row: Send + Sync + 'static>(sorted: Memo<Sorted<Row>>) {
    effect(move || {
        let rows = Arc::downgrade(sorted.read().rows());
        spawn(async move {
            painted().await;
            while rows.upgrade().is_some_and(|rows| rows.prepare()) {
                painted().await;
            }
        });
    });
}

/// What stands on the page. Each has another number, so that what grows knows when it is another one.
struct Part<Row> {
    number: u32,
    rows: Vec<Arc<Row>>,
}

impl<Row> PartialEq for Part<Row> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<Row: Send + Sync + 'static> Part<Row> {
    fn of(all: &Sorted<Row>, asked: usize, before: Option<&Self>) -> Self {
        let number = before.map_or(0, |before| before.number.wrapping_add(1));
        Self { number, rows: all.iter().skip((within(asked, all.len()) - 1) * LENGTH).take(LENGTH).cloned().collect() }
    }
}

/// How many rows the window shows, or a few more.
fn seen() -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let tops = std::iter::successors(Some(ABOVE), |top| Some(top + ROW));
    tops.take(LENGTH).take_while(|top| *top < height).count().max(FEWEST)
}

/// The part that is asked for, or the last one where there are fewer.
fn within(page: usize, total: usize) -> usize {
    page.min(total.div_ceil(LENGTH)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_not_there_is_the_last_one() {
        for (asked, total, page) in [(1, 0, 1), (7, 0, 1), (1, LENGTH, 1), (2, LENGTH, 1), (2, LENGTH + 1, 2)] {
            assert_eq!(within(asked, total), page, "part {asked} of {total} rows");
        }
    }
}
