//! The field for a list of computers, with its note and its messages.

use landscape_licensing::api::id::ComputerId;
use landscape_licensing::components::computer_ids_field::{ComputerIdsField, read_computer_ids};
use landscape_licensing::components::form::Problems;
use landscape_licensing::computer_ids::ComputerIdList;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::events::enter;
use crate::page::{Page, by_id, said, text};
use crate::wait::until;

#[wasm_bindgen_test]
async fn a_note_follows_what_is_typed() {
    let page = Page::new();
    let (ids, problems) = (RwSignal::default(), Problems::new());
    page.show(move || view! { <ComputerIdsField value=ids problems /> });
    let field = page.field("Computer IDs");
    assert_eq!(said(), "");
    for (typed, note) in [
        ("1", "1 computer."),
        ("1, 2\n3", "3 computers."),
        ("1 2 1", "2 computers. 1 duplicate was folded."),
        ("", ""),
        ("x", ""),
    ] {
        enter(&field, typed);
        assert_eq!(ids.get_untracked(), typed);
        until(|| said() == note && page.text().contains(note)).await;
    }
}

#[wasm_bindgen_test]
async fn what_is_no_id_is_named_at_the_field() {
    let page = Page::new();
    let (ids, problems) = (RwSignal::new("1, two".to_owned()), Problems::new());
    page.show(move || view! { <ComputerIdsField value=ids problems /> });
    let field = page.field("Computer IDs");
    problems.tell(read_computer_ids(&ids.get_untracked()).err().into_iter().collect());
    until(|| field.get_attribute("aria-invalid").as_deref() == Some("true")).await;
    let described = field.get_attribute("aria-describedby").expect("it is described");
    let told: Vec<_> = described.split(' ').map(|id| text(&by_id(id))).collect();
    let message = "“two” is not a computer ID. IDs are whole numbers, such as 17.";
    assert_eq!(told, ["Separate them by commas, spaces or lines.", message]);
    assert!(page.text().contains("1 computer."));
}

#[wasm_bindgen_test]
fn every_id_is_read_once_in_its_order() {
    let ids = vec![ComputerId(7), ComputerId(3), ComputerId(5)];
    assert_eq!(read_computer_ids("7, 3\n7 5"), Ok(ComputerIdList { ids, duplicates: 1, bad: vec![] }));
}
