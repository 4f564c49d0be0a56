//! A table sorts by every column, and says so.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use landscape_licensing::components::data_table::cell::{Cell, Piece};
use landscape_licensing::components::data_table::rows::{Key, Rows};
use landscape_licensing::components::data_table::sort::{Direction, Sort};
use landscape_licensing::components::data_table::{Column, DataTable, sortable};
use landscape_licensing::components::paged_table::PagedTable;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, name, within};
use crate::pages::open;
use crate::wait::{settle, until};

struct License {
    name: &'static str,
    seats: u32,
}

static COLUMNS: [Column<License>; 2] = [
    Column {
        key: "name",
        label: "License",
        is_numeric: false,
        sort_key: Some(|license| Key::Text(license.name)),
        cell: Cell::Pieces(|license| vec![Piece::text(license.name)]),
    },
    Column {
        key: "seats",
        label: "Available seats",
        is_numeric: true,
        sort_key: Some(|license| Key::Number(license.seats.into())),
        cell: Cell::Pieces(|license| vec![Piece::text(license.seats.to_string())]),
    },
];

const DESCENDING_BY_SEATS: Sort = Sort { column: "seats", direction: Direction::Descending };

struct Table {
    page: Page,
    rows: RwSignal<Vec<Arc<License>>>,
    sort: RwSignal<Sort>,
    asked: RwSignal<Vec<Sort>>,
}

async fn show_table(sort: Sort) -> Table {
    let page = Page::new();
    let licenses = [("Hopper", 4), ("Ada", 12), ("Turing", 4)].map(|(name, seats)| Arc::new(License { name, seats }));
    let (rows, sort, asked) = (RwSignal::new(licenses.to_vec()), RwSignal::new(sort), RwSignal::new(Vec::new()));
    page.show(move || {
        let on_sort = Callback::new(move |sort| asked.update(|asked| asked.push(sort)));
        view! { <DataTable caption="Licenses" columns=&COLUMNS rows sort on_sort /> }
    });
    // Rows are written once they are there.
    settle().await;
    Table { page, rows, sort, asked }
}

impl Table {
    fn aria_sorts(&self) -> Vec<Option<String>> {
        self.page.all("columnheader").iter().map(|header| header.get_attribute("aria-sort")).collect()
    }
}

/// What is not known of every row yet.
static PLAIN: [Column<License>; 2] = [
    Column {
        key: "name",
        label: "License",
        is_numeric: false,
        sort_key: Some(|license| Key::Text(license.name)),
        cell: Cell::Pieces(|license| vec![Piece::text(license.name)]),
    },
    Column {
        key: "computers",
        label: "Computers",
        is_numeric: true,
        sort_key: None,
        cell: Cell::View(|_| "…".into_any()),
    },
];

#[wasm_bindgen_test]
fn a_column_that_nothing_sorts_by_has_a_plain_header() {
    let page = Page::new();
    let rows = [("Turing", 4), ("Ada", 12)].map(|(name, seats)| Arc::new(License { name, seats }));
    let by_computers = Sort { column: "computers", direction: Direction::Descending };
    assert_eq!(sortable(&PLAIN), ["name"]);
    let all = Arc::new(Rows::new(rows.to_vec(), &PLAIN));
    let names: Vec<_> = all.sorted(by_computers).iter().map(|license| license.name).collect();
    assert_eq!(names, ["Turing", "Ada"]);
    page.show(move || {
        let on_sort = Callback::new(|_| {});
        view! { <DataTable caption="Licenses" columns=&PLAIN rows=Signal::stored(rows.to_vec()) sort=by_computers on_sort /> }
    });
    assert_eq!(page.names("columnheader"), ["License", "Computers"]);
    assert_eq!(page.names("button"), ["License"]);
    assert_eq!(page.all("columnheader")[1].get_attribute("aria-sort"), None);
}

#[wasm_bindgen_test]
async fn a_table_has_a_name_and_its_headers_have_a_scope() {
    let Table { page, .. } = show_table(Sort::by("name")).await;
    assert_eq!(page.names("caption"), ["Licenses"]);
    assert_eq!(page.names("columnheader"), ["License", "Available seats"]);
    assert_eq!(page.all("th").len(), 2 + 3);
}

#[wasm_bindgen_test]
async fn the_first_cell_names_its_row() {
    let Table { page, .. } = show_table(Sort::by("name")).await;
    assert_eq!(page.names("rowheader"), ["Hopper", "Ada", "Turing"]);
    assert_eq!(page.names("td"), ["4", "12", "4"]);
}

#[wasm_bindgen_test]
async fn rows_stand_in_the_order_that_they_are_given_in() {
    let Table { page, rows, .. } = show_table(Sort::by("name")).await;
    assert_eq!(page.names("rowheader"), ["Hopper", "Ada", "Turing"]);
    rows.update(|rows| rows.reverse());
    until(|| page.names("rowheader") == ["Turing", "Ada", "Hopper"]).await;
    rows.update(|rows| drop(rows.remove(1)));
    until(|| page.names("rowheader") == ["Turing", "Hopper"]).await;
    assert_eq!(page.names("td"), ["4", "4"]);
}

#[wasm_bindgen_test]
async fn only_the_header_of_the_sort_says_its_direction() {
    let table = show_table(Sort::by("name")).await;
    assert_eq!(table.aria_sorts(), [Some("ascending".to_owned()), None]);
    table.sort.set(DESCENDING_BY_SEATS);
    until(|| table.aria_sorts() == [None, Some("descending".to_owned())]).await;
}

#[wasm_bindgen_test]
async fn a_header_asks_for_its_column_and_then_for_the_other_direction() {
    let table = show_table(Sort::by("name")).await;
    let asked_last = |button: &str| {
        table.page.press(button);
        table.asked.get_untracked().pop()
    };
    assert_eq!(asked_last("Available seats"), Some(Sort::by("seats")));
    assert_eq!(asked_last("License"), Some(Sort { column: "name", direction: Direction::Descending }));
    table.sort.set(DESCENDING_BY_SEATS);
    assert_eq!(asked_last("Available seats"), Some(Sort::by("seats")));
    assert_eq!(table.asked.get_untracked().len(), 3);
    assert_eq!(table.page.names("rowheader"), ["Hopper", "Ada", "Turing"], "it sorts nothing by itself");
}

#[wasm_bindgen_test]
async fn numbers_stand_right() {
    let Table { page, .. } = show_table(Sort::by("name")).await;
    let right = page.all(".u-align--right");
    let right: Vec<_> = right.iter().map(|cell| name(cell)).collect();
    assert_eq!(right, ["Available seats", "4", "12", "4"]);
}

#[wasm_bindgen_test]
async fn a_wide_table_can_be_scrolled_by_keyboard() {
    let Table { page, .. } = show_table(Sort::by("name")).await;
    let region = page.find("[role=region]", "Licenses table");
    assert_eq!(region.tab_index(), 0);
    assert_eq!(within(&region, "table").len(), 1);
}

/// Hopper and Turing have the same key.
#[wasm_bindgen_test]
async fn rows_with_equal_keys_are_all_shown() {
    let Table { page, .. } = show_table(Sort::by("name")).await;
    assert_eq!(page.names("rowheader"), ["Hopper", "Ada", "Turing"]);
    assert_eq!(page.names("td"), ["4", "12", "4"]);
}

#[wasm_bindgen_test]
async fn rows_with_equal_keys_follow_another_order() {
    let Table { page, rows, .. } = show_table(Sort::by("name")).await;
    rows.update(|rows| rows.reverse());
    settle().await;
    assert_eq!(page.names("rowheader"), ["Turing", "Ada", "Hopper"]);
    rows.update(|rows| rows.rotate_left(1));
    settle().await;
    assert_eq!(page.names("rowheader"), ["Ada", "Hopper", "Turing"]);
}

#[wasm_bindgen_test]
async fn of_rows_with_equal_keys_the_right_one_stays() {
    let Table { page, rows, .. } = show_table(Sort::by("name")).await;
    rows.update(|rows| drop(rows.remove(0)));
    settle().await;
    assert_eq!(page.names("rowheader"), ["Ada", "Turing"]);
    rows.update(|rows| drop(rows.remove(1)));
    settle().await;
    assert_eq!(page.names("rowheader"), ["Ada"]);
}

/// A link, and more where there are many seats.
static LINKED: [Column<License>; 2] = [
    Column {
        key: "name",
        label: "License",
        is_numeric: false,
        sort_key: None,
        cell: Cell::Pieces(|license| {
            vec![Piece::element("a", license.name).with("href", format!("#{}", license.name))]
        }),
    },
    Column {
        key: "seats",
        label: "Available seats",
        is_numeric: true,
        sort_key: None,
        cell: Cell::Pieces(|license| match license.seats {
            ..10 => vec![Piece::text(license.seats.to_string())],
            many => vec![
                Piece::element("b", many.to_string()).with("title", "many"),
                Piece::text(", "),
                Piece::element("i", "enough"),
            ],
        }),
    },
];

async fn show_linked(licenses: &[(&'static str, u32)]) -> (Page, RwSignal<Vec<Arc<License>>>) {
    let (page, rows) = (Page::new(), RwSignal::new(of(licenses)));
    page.show(move || {
        view! { <DataTable caption="Licenses" columns=&LINKED rows sort=Sort::by("name") on_sort=Callback::new(|_| {}) /> }
    });
    settle().await;
    (page, rows)
}

fn of(licenses: &[(&'static str, u32)]) -> Vec<Arc<License>> {
    licenses.iter().map(|(name, seats)| Arc::new(License { name, seats: *seats })).collect()
}

#[wasm_bindgen_test]
async fn another_row_is_written_over_the_one_that_stood_there() {
    let (page, rows) = show_linked(&[("Hopper", 4), ("Ada", 12)]).await;
    let links = page.all("link");
    rows.set(of(&[("Turing", 7), ("Liskov", 15)]));
    settle().await;
    assert!(links == page.all("link"), "the nodes are the same");
    assert_eq!(page.names("link"), ["Turing", "Liskov"]);
    let addresses: Vec<_> = links.iter().filter_map(|link| link.get_attribute("href")).collect();
    assert_eq!(addresses, ["#Turing", "#Liskov"]);
    assert_eq!(page.names("td"), ["7", "15, enough"]);
}

#[wasm_bindgen_test]
async fn what_is_not_alike_is_made_anew() {
    let (page, rows) = show_linked(&[("Hopper", 4), ("Ada", 12)]).await;
    assert_eq!(page.names("td"), ["4", "12, enough"]);
    rows.set(of(&[("Turing", 70), ("Liskov", 1)]));
    settle().await;
    assert_eq!(page.names("td"), ["70, enough", "1"]);
    assert_eq!(page.all("b").iter().map(|it| it.get_attribute("title")).collect::<Vec<_>>(), [Some("many".to_owned())]);
}

#[wasm_bindgen_test]
async fn rows_come_and_go_behind_those_that_stay() {
    let (page, rows) = show_linked(&[("Hopper", 4)]).await;
    let lists: [&[(&str, u32)]; 4] =
        [&[("Ada", 1), ("Turing", 2), ("Liskov", 3)], &[("Turing", 2)], &[("Ada", 1), ("Hopper", 4)], &[]];
    for licenses in lists {
        rows.set(of(licenses));
        settle().await;
        assert_eq!(page.names("rowheader"), licenses.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        assert_eq!(page.names("td"), licenses.iter().map(|(_, seats)| seats.to_string()).collect::<Vec<_>>());
    }
}

/// How often it was asked by what a license is sorted by.
static ASKED: AtomicUsize = AtomicUsize::new(0);

static ASKING: [Column<License>; 1] = [Column {
    key: "seats",
    label: "Available seats",
    is_numeric: true,
    sort_key: Some(|license| {
        ASKED.fetch_add(1, Ordering::Relaxed);
        Key::Number(license.seats.into())
    }),
    cell: Cell::Pieces(|license| vec![Piece::text(license.seats.to_string())]),
}];

#[wasm_bindgen_test]
async fn the_order_by_a_column_is_prepared_before_anybody_asks_for_it() {
    let page = open("/contracts");
    page.show(|| {
        // By a column that it does not have: as they came.
        let sort = Sort::by("name");
        let rows = Memo::new(move |_| Arc::new(Rows::new(of(&[("Ada", 12), ("Hopper", 4)]), &ASKING)).sorted(sort));
        let sort = Signal::stored(sort);
        view! { <PagedTable caption="Licenses" columns=&ASKING rows sort on_sort=Callback::new(|_| ()) /> }
    });
    until(|| ASKED.load(Ordering::Relaxed) == 2).await;
    settle().await;
    assert_eq!(ASKED.load(Ordering::Relaxed), 2, "once for each row");
}
