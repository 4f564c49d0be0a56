//! A table that sorts by every column.

pub mod sort;

use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

use self::sort::Sort;

/// A column of a table of `Row`s.
pub struct Column<Row: 'static> {
    /// Its name in the URL.
    pub key: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// Whether it holds numbers, which stand right.
    pub is_numeric: bool,
    /// How two rows compare by it, ascending.
    pub compare: fn(&Row, &Row) -> Ordering,
    /// What stands in it.
    pub cell: fn(&Row) -> AnyView,
}

/// Sorts rows by a column. Rows that are equal keep their order.
pub fn sorted<Row>(rows: impl IntoIterator<Item = Arc<Row>>, columns: &[Column<Row>], sort: Sort) -> Vec<Arc<Row>> {
    let mut rows: Vec<_> = rows.into_iter().collect();
    if let Some(column) = columns.iter().find(|column| column.key == sort.column) {
        rows.sort_by(|left, right| sort.direction.apply((column.compare)(left, right)));
    }
    rows
}

/// Each row with its key, and with how many rows before it have the same one: the server's ids may repeat.
fn keyed<Row, Key: Clone + Eq + Hash>(rows: Vec<Arc<Row>>, key: fn(&Row) -> Key) -> Vec<((Key, usize), Arc<Row>)> {
    let mut seen = HashMap::<Key, usize>::with_capacity(rows.len());
    let with_key = |row: Arc<Row>| {
        let key = key(&row);
        let before = seen.entry(key.clone()).and_modify(|before| *before += 1).or_default();
        ((key, *before), row)
    };
    rows.into_iter().map(with_key).collect()
}

/// A table. The first column names its row.
#[component]
pub fn DataTable<Row, Key>(
    /// Its name.
    caption: &'static str,
    /// Its columns.
    columns: &'static [Column<Row>],
    /// Its rows, sorted.
    #[prop(into)]
    rows: Signal<Vec<Arc<Row>>>,
    /// What tells rows apart.
    key: fn(&Row) -> Key,
    /// By which column it is sorted.
    #[prop(into)]
    sort: Signal<Sort>,
    /// Called with the sort that a header was pressed for.
    on_sort: Callback<Sort>,
) -> impl IntoView
where
    Row: Send + Sync + 'static,
    Key: Clone + Eq + Hash + Send + 'static,
{
    let headers = columns.iter().map(|column| {
        let (key, label, is_numeric) = (column.key, column.label, column.is_numeric);
        view! { <HeaderCell column=key label is_numeric sort on_sort /> }
    });
    view! {
        <div class="data-table" role="region" aria-label=format!("{caption} table") tabindex="0">
            <table>
                <caption class="u-off-screen">{caption}</caption>
                <thead>
                    <tr>{headers.collect_view()}</tr>
                </thead>
                <tbody>
                    <For each=move || keyed(rows.get(), key) key=|(key, _)| key.clone() let((_, row))>
                        <tr>{columns.iter().enumerate().map(|(index, column)| cell(index, column, &row)).collect_view()}</tr>
                    </For>
                </tbody>
            </table>
        </div>
    }
}

fn cell<Row>(index: usize, column: &Column<Row>, row: &Row) -> AnyView {
    let class = column.is_numeric.then_some("u-align--right");
    let content = (column.cell)(row);
    match index {
        0 => view! { <th scope="row" class=class>{content}</th> }.into_any(),
        _ => view! { <td class=class>{content}</td> }.into_any(),
    }
}

/// A header with the button that sorts by its column, after the WAI-ARIA pattern for sortable tables.
#[component]
fn HeaderCell(
    column: &'static str,
    label: &'static str,
    is_numeric: bool,
    sort: Signal<Sort>,
    on_sort: Callback<Sort>,
) -> impl IntoView {
    let direction = move || Some(sort.get()).filter(|sort| sort.column == column).map(|sort| sort.direction.word());
    view! {
        <th scope="col" aria-sort=direction class:u-align--right=is_numeric>
            <button type="button" class="data-table__sort" on:click=move |_| on_sort.run(sort.get_untracked().pressed(column))>
                {label}
                <i class="data-table__arrow" aria-hidden="true"></i>
            </button>
        </th>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_the_same_key_are_told_apart() {
        let rows = [7, 8, 7, 7].map(Arc::new).to_vec();
        let keys: Vec<_> = keyed(rows, |row| *row).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, [(7, 0), (8, 0), (7, 1), (7, 2)]);
    }
}
