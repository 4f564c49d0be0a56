//! Rows that could not be read are counted, named and explained, as text.

use landscape_licensing::api::row::Unreadable;
use landscape_licensing::components::unreadable_rows::UnreadableRows;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, said};
use crate::wait::until;

fn row(place: usize, id: Option<&str>) -> Unreadable {
    Unreadable { place, id: id.map(str::to_owned), reason: "it is odd".to_owned() }
}

fn show(rows: Vec<Unreadable>, other_count: Option<(usize, usize)>) -> Page {
    let page = Page::new();
    page.show(move || view! { <UnreadableRows rows other_count /> });
    page
}

#[wasm_bindgen_test]
async fn odd_rows_are_counted_and_named() {
    let page = show(vec![row(7, Some("<b>12</b>")), row(1_200, None)], None);
    assert_eq!(page.names("heading"), ["2 rows could not be read"]);
    assert_eq!(page.names("li"), ["Row 7, id “<b>12</b>”: it is odd.", "Row 1,200: it is odd."]);
    until(|| said() == "2 rows could not be read").await;
}

#[wasm_bindgen_test]
fn a_list_of_nothing_else_is_not_told_row_by_row() {
    let page = show((1..=5_000).map(|place| row(place, None)).collect(), None);
    assert_eq!(page.names("heading"), ["5,000 rows could not be read"]);
    let named = page.names("li");
    assert_eq!((named.len(), named.last().map(String::as_str)), (51, Some("… and 4,950 more.")));
}

#[wasm_bindgen_test]
fn a_count_that_is_another_than_that_of_the_rows_is_told() {
    let page = show(Vec::new(), Some((3, 50)));
    assert_eq!(page.names("heading"), ["The list is not whole"]);
    assert!(page.text().contains("The server counts 50 rows for this part of the list, and gave 3."));
}

#[wasm_bindgen_test]
fn nothing_is_told_where_all_is_well() {
    assert_eq!(show(Vec::new(), None).text(), "");
}
