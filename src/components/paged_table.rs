//! A table of a list that has come whole, of which a part stands on the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::data_table::sort::Sort;
use crate::components::data_table::{Column, DataTable};
use crate::components::pagination::{Pagination, page_of, page_text};
use crate::navigation::use_navigation;

/// The part that is shown, in the URL. Whoever changes which rows there are, or their order, takes it out.
pub const PAGE: &str = "page";
/// How many rows stand on the page at once: as many as are made without a pause that anybody notices.
const LENGTH: usize = 200;

/// A [`DataTable`] in parts, with the ways from one to the next where there are several.
#[component]
pub fn PagedTable<Row>(
    /// Its name.
    caption: &'static str,
    /// Its columns.
    columns: &'static [Column<Row>],
    /// All rows, sorted.
    rows: Memo<Vec<Arc<Row>>>,
    /// By which column they are sorted.
    #[prop(into)]
    sort: Signal<Sort>,
    /// Called with the sort that a header was pressed for.
    on_sort: Callback<Sort>,
) -> impl IntoView
where
    Row: PartialEq + Send + Sync + 'static,
{
    let navigation = use_navigation();
    let query = navigation.query();
    let total = Memo::new(move |_| rows.read().len());
    let page = Memo::new(move |_| within(page_of(query.read().get(PAGE)), total.get()));
    let part = Signal::derive(move || {
        let before = (page.get() - 1) * LENGTH;
        rows.read().iter().skip(before).take(LENGTH).cloned().collect::<Vec<_>>()
    });
    let on_page = Callback::new(move |page| {
        navigation.push_query(query.get_untracked().with(PAGE, &page_text(page)));
    });
    view! {
        <DataTable caption columns rows=part sort on_sort />
        <Pagination label=caption page length=LENGTH total on_page />
    }
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
