//! The theme is the system's, or the one that was chosen, which is remembered.

use landscape_licensing::components::theme_choice::ThemeChoice;
use landscape_licensing::theme::Theme;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::events::choose;
use crate::page::{Page, local_storage, storage};

fn show_choice() -> (Page, HtmlSelectElement) {
    let page = Page::new();
    page.show(|| view! { <ThemeChoice /> });
    let select = page.find("combobox", "Theme").unchecked_into();
    (page, select)
}

fn in_use() -> Option<String> {
    document().document_element().expect("a document has one").get_attribute("data-theme")
}

#[wasm_bindgen_test]
fn a_chosen_theme_is_put_to_use_and_remembered() {
    let (page, select) = show_choice();
    assert_eq!(page.names("option"), ["System theme", "Light theme", "Dark theme"]);
    for theme in ["dark", "light"] {
        choose(&select, theme);
        assert_eq!(in_use().as_deref(), Some(theme));
        let key = local_storage().key(0).ok().flatten().expect("the choice is remembered");
        assert_eq!(local_storage().get_item(&key), Ok(Some(theme.to_owned())));
    }
    assert_eq!((local_storage().length(), storage().length()), (Ok(1), Ok(0)));
}

#[wasm_bindgen_test]
fn the_systems_theme_is_remembered_as_no_choice() {
    let (_page, select) = show_choice();
    choose(&select, "dark");
    choose(&select, "system");
    assert_eq!((in_use(), local_storage().length()), (None, Ok(0)));
}

#[wasm_bindgen_test]
fn the_choice_starts_with_the_theme_in_use() {
    assert_eq!(show_choice().1.value(), "system");
    let page = Page::new();
    Theme::Dark.choose();
    page.show(|| view! { <ThemeChoice /> });
    assert_eq!(page.find("combobox", "Theme").unchecked_into::<HtmlSelectElement>().value(), "dark");
}
