//! A field that filters what is shown.

use landscape_licensing::components::search::SearchField;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::events::{enter, value};
use crate::page::Page;
use crate::wait::until;

#[wasm_bindgen_test]
async fn what_is_typed_is_told_and_what_the_url_says_is_shown() {
    let page = Page::new();
    let (filter, asked) = (RwSignal::new("ada".to_owned()), RwSignal::new(Vec::new()));
    page.show(move || {
        let on_change = Callback::new(move |text| asked.update(|asked| asked.push(text)));
        view! { <SearchField label="Filter contracts" value=filter on_change /> }
    });
    let field = page.find("searchbox", "Filter contracts");
    until(|| value(&field) == "ada").await;
    enter(&field, "grace ");
    assert_eq!(asked.get_untracked(), ["grace "]);
    filter.set(String::new());
    until(|| value(&field).is_empty()).await;
}
