//! A text is copied, and the page says whether it was.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use landscape_licensing::components::copy_button::CopyButton;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, said};
use crate::wait::until;

type WriteText = Closure<dyn Fn(String) -> Promise>;

/// Puts a clipboard in the place of the browser's, and keeps what is written to it.
fn clipboard(answer: fn() -> Promise) -> Rc<RefCell<Vec<String>>> {
    let written = Rc::new(RefCell::new(Vec::new()));
    let keep = Rc::clone(&written);
    let write_text: WriteText = Closure::new(move |text| {
        keep.borrow_mut().push(text);
        answer()
    });
    let clipboard = Object::new();
    set(&clipboard, "writeText", &write_text.into_js_value());
    put_clipboard(&clipboard);
    written
}

fn put_clipboard(clipboard: &JsValue) {
    let descriptor = Object::new();
    set(&descriptor, "configurable", &JsValue::TRUE);
    set(&descriptor, "value", clipboard);
    Object::define_property(&window().navigator(), &"clipboard".into(), &descriptor);
}

fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a plain object takes any property");
}

fn show_button() -> Page {
    let page = Page::new();
    page.show(|| view! { <CopyButton text="3, 4".to_owned() describes="Invalid computer IDs" /> });
    page
}

#[wasm_bindgen_test]
async fn a_press_copies_the_text_and_says_so() {
    let written = clipboard(|| Promise::resolve(&JsValue::UNDEFINED));
    let page = show_button();
    assert_eq!(said(), "");
    page.press("Copy");
    until(|| said() == "Copied").await;
    assert_eq!(*written.borrow(), ["3, 4"]);
}

#[wasm_bindgen_test]
async fn a_refused_copy_is_told() {
    clipboard(|| Promise::reject(&JsValue::from("no permission")));
    let page = show_button();
    page.press("Copy");
    until(|| said() == "Could not be copied: select and copy it by hand").await;
}

/// Over plain HTTP browsers have no clipboard at all.
#[wasm_bindgen_test]
async fn a_missing_clipboard_is_told() {
    put_clipboard(&JsValue::UNDEFINED);
    let page = show_button();
    page.press("Copy");
    until(|| said() == "Could not be copied: select and copy it by hand").await;
}
