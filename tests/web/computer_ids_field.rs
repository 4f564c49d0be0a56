//! The field for a list of computers, with its note and its messages.

use std::sync::Arc;

use landscape_licensing::components::computer_ids_field::{ComputerIdsField, read_mentions};
use landscape_licensing::components::form::Problems;
use landscape_licensing::lasting::Lasting;
use landscape_licensing::preflight::mention::{Mentions, print};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::events::{enter, leave_field};
use crate::page::{Page, by_id, said, text};
use crate::wait::until;

fn read(ids: Lasting<String>) -> Memo<Arc<Mentions>> {
    Memo::new(move |_| Arc::new(Mentions::parse(&ids.read())))
}

#[wasm_bindgen_test]
async fn a_note_follows_what_is_typed() {
    let page = Page::new();
    let (ids, problems) = (Lasting::default(), Problems::new());
    page.show(move || view! { <ComputerIdsField value=ids mentions=read(ids) problems /> });
    let field = page.field("Computer IDs");
    assert_eq!(said(), "");
    for (typed, note) in [
        ("1", "1 computer."),
        ("1, 2\n3", "3 computers."),
        ("1 2 1", "2 computers. 1 duplicate was folded."),
        ("", ""),
        ("1 birch", "2 computers, 1 of them by hostname."),
        ("-x", ""),
    ] {
        enter(&field, typed);
        assert_eq!(ids.get_untracked(), typed);
        until(|| said() == note && page.text().contains(note)).await;
    }
}

#[wasm_bindgen_test]
async fn what_names_no_computer_is_named_at_the_field() {
    let page = Page::new();
    let (ids, problems) = (Lasting::new("1, -2".to_owned()), Problems::new());
    page.show(move || view! { <ComputerIdsField value=ids mentions=read(ids) problems /> });
    let field = page.field("Computer IDs");
    problems.tell(read_mentions(&ids.get_untracked()).err().into_iter().collect());
    until(|| field.get_attribute("aria-invalid").as_deref() == Some("true")).await;
    let described = field.get_attribute("aria-describedby").expect("it is described");
    let told: Vec<_> = described.split(' ').map(|id| text(&by_id(id))).collect();
    let hint =
        "IDs or hostnames, separated by commas, spaces or lines; or a pasted table with a column “id” or “hostname”.";
    let message = "“-2” is neither a computer ID nor a hostname. IDs are whole numbers, such as 17.";
    assert_eq!(told, [hint, message]);
    assert!(page.text().contains("1 computer."));
}

#[wasm_bindgen_test]
fn every_computer_is_read_once_in_its_order() {
    let read = read_mentions("7, birch\n3 7 Birch 5").expect("it is good");
    assert_eq!((print(&read.all).as_str(), read.duplicates), ("7, birch, 3, 5", 2));
}

/// A field that is left has checked itself before it says so.
#[wasm_bindgen_test]
async fn leaving_the_field_is_told_after_its_check() {
    let page = Page::new();
    let (ids, problems, left) = (Lasting::default(), Problems::new(), RwSignal::new(None));
    let on_leave = Callback::new(move |()| left.set(Some(problems.of("computer-ids").get_untracked().is_some())));
    page.show(move || view! { <ComputerIdsField value=ids mentions=read(ids) problems on_leave /> });
    let field = page.field("Computer IDs");
    enter(&field, "-x");
    leave_field(&field);
    until(|| left.get_untracked() == Some(true)).await;
}
