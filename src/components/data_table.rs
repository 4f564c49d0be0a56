//! A table that sorts by its columns.

pub mod cell;
pub mod rows;
pub mod sort;

use std::sync::Arc;

use leptos::prelude::*;

use self::cell::{Cell, Placed, written};
use self::rows::Key;
use self::sort::Sort;
use crate::components::ornament::Ornament;
use crate::effects::effect;
use crate::words;

/// A column of a table of `Row`s.
pub struct Column<Row: Send + Sync + 'static> {
    /// Its name in the URL.
    pub key: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// Whether it holds numbers, which stand right.
    pub is_numeric: bool,
    /// What a row is sorted by; nothing where the table does not sort by it.
    pub sort_key: Option<fn(&Row) -> Key<'_>>,
    /// What stands in it.
    pub cell: Cell<Row>,
}

/// The keys of the columns that a table sorts by.
pub fn sortable<Row: Send + Sync + 'static>(columns: &[Column<Row>]) -> Vec<&'static str> {
    columns.iter().filter(|column| column.sort_key.is_some()).map(|column| column.key).collect()
}

/// A table. The first column names its row. What stands in a place of it is written over when another row comes there, which
/// takes a fraction of what it takes to make a row.
#[component]
pub fn DataTable<Row>(
    /// Its name.
    caption: &'static str,
    /// Its columns.
    columns: &'static [Column<Row>],
    /// Its rows, sorted.
    #[prop(into)]
    rows: Signal<Vec<Arc<Row>>>,
    /// By which column it is sorted.
    #[prop(into)]
    sort: Signal<Sort>,
    /// Called with the sort that a header was pressed for.
    on_sort: Callback<Sort>,
) -> impl IntoView
where
    Row: Send + Sync + 'static,
{
    let headers = columns.iter().map(|column| {
        let (key, label, is_numeric) = (column.key, column.label, column.is_numeric);
        match column.sort_key {
            Some(_) => view! { <HeaderCell column=key label is_numeric sort on_sort /> }.into_any(),
            None => view! { <PlainHeaderCell label is_numeric /> }.into_any(),
        }
    });
    let places: Places<Row> = StoredValue::new(Vec::new());
    effect(move || write_over(places, &rows.read()));
    view! {
        <div class="data-table data-table--fixed" role="region" aria-label=words::table_of(caption) tabindex="0">
            <table>
                <caption class="u-off-screen">{caption}</caption>
                <thead>
                    <tr>{headers.collect_view()}</tr>
                </thead>
                <tbody>
                    <For
                        each=move || rows.get().into_iter().enumerate()
                        key=|(place, _)| *place
                        children=move |(place, row)| {
                            let row = new_place(places, place, row);
                            view! { <tr use:written=(columns, row)>{cells(columns, row)}</tr> }
                        }
                    />
                </tbody>
            </table>
        </div>
    }
}

/// What stands in each place.
type Places<Row> = StoredValue<Vec<Placed<Row>>>;

/// Another place, behind those before it.
fn new_place<Row: Send + Sync + 'static>(places: Places<Row>, place: usize, row: Arc<Row>) -> Placed<Row> {
    let row = RwSignal::new(row);
    places.update_value(|places| {
        // Those that came after it have gone.
        places.truncate(place);
        places.push(row);
    });
    row
}

/// Puts each row into its place, where another one stands there.
fn write_over<Row: Send + Sync + 'static>(places: Places<Row>, rows: &[Arc<Row>]) {
    places.with_value(|places| {
        for (place, row) in places.iter().zip(rows) {
            if place.try_with_untracked(|before| !Arc::ptr_eq(before, row)) == Some(true) {
                place.set(Arc::clone(row));
            }
        }
    });
}

/// The cells, without what the row is written with.
fn cells<Row: Send + Sync + 'static>(columns: &[Column<Row>], row: Placed<Row>) -> impl IntoView + use<Row> {
    let cells = columns.iter().enumerate().map(|(index, column)| {
        let class = column.is_numeric.then_some("u-align--right");
        let content = match column.cell {
            Cell::Pieces(_) => None,
            Cell::View(view) => Some(view(row)),
        };
        match index {
            0 => view! { <th scope="row" class=class>{content}</th> }.into_any(),
            _ => view! { <td class=class>{content}</td> }.into_any(),
        }
    });
    cells.collect_view()
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
                <Ornament class="data-table__arrow" />
            </button>
        </th>
    }
}

/// A header of a column that nothing sorts by.
#[component]
fn PlainHeaderCell(label: &'static str, is_numeric: bool) -> impl IntoView {
    view! {
        <th scope="col" class:u-align--right=is_numeric>
            <span class="data-table__plain">{label}</span>
        </th>
    }
}
