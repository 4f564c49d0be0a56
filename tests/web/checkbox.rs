//! A choice of yes or no.

use landscape_licensing::components::checkbox::Checkbox;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::page::{Page, within};
use crate::wait::until;

#[wasm_bindgen_test]
async fn a_press_asks_for_the_other_choice_and_the_url_decides() {
    let page = Page::new();
    let (checked, asked) = (RwSignal::new(false), RwSignal::new(Vec::new()));
    page.show(move || {
        let on_change = Callback::new(move |on| asked.update(|asked| asked.push(on)));
        view! { <Checkbox label="Active only" checked on_change /> }
    });
    let label = page.find("label", "Active only");
    let input: HtmlInputElement = within(&label, "checkbox").remove(0).unchecked_into();
    assert!(!input.checked());
    label.click();
    assert_eq!(asked.get_untracked(), [true]);
    checked.set(true);
    checked.set(false);
    until(|| !input.checked()).await;
    checked.set(true);
    until(|| input.checked()).await;
    label.click();
    assert_eq!(asked.get_untracked(), [true, false]);
}
