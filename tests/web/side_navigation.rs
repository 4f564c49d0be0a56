//! The links beside every page.

use landscape_licensing::api::id::ActivityId;
use landscape_licensing::components::side_navigation::SideNavigation;
use landscape_licensing::navigation::{Location, Navigation};
use landscape_licensing::route::Route;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, name, within};
use crate::wait::{settle, until};

fn show_navigation() -> (Page, Navigation) {
    let page = Page::at("/licensing/", "/licensing/contracts");
    let navigation = Navigation::start();
    provide_context(navigation);
    page.show(|| view! { <SideNavigation /> });
    (page, navigation)
}

fn current(page: &Page) -> Vec<String> {
    page.all("a[aria-current=page]").iter().map(|link| name(link)).collect()
}

#[wasm_bindgen_test]
fn every_page_has_its_link() {
    let (page, _) = show_navigation();
    let navigation = page.find("nav", "Main");
    let links = within(&navigation, "link");
    let names: Vec<_> = links.iter().map(|link| name(link)).collect();
    let expected =
        ["Overview", "Contracts", "Legacy licenses", "Computers", "Attach token", "Detach token", "Activities"];
    assert_eq!(names, expected);
    let addresses: Vec<_> = links.iter().filter_map(|link| link.get_attribute("href")).collect();
    let paths = ["", "contracts", "legacy-licenses", "computers", "attach", "detach", "activities"];
    assert_eq!(addresses, paths.map(|path| format!("/licensing/{path}")));
}

#[wasm_bindgen_test]
async fn the_page_that_is_shown_is_marked_and_so_is_the_list_of_a_detail() {
    let (page, navigation) = show_navigation();
    assert_eq!(current(&page), ["Contracts"]);
    navigation.go(Location::of(Route::Attach));
    until(|| current(&page) == ["Attach token"]).await;
    navigation.go(Location::of(Route::Activity(ActivityId(113))));
    until(|| current(&page) == ["Activities"]).await;
}

#[wasm_bindgen_test]
async fn the_menu_opens_and_a_page_that_is_gone_to_closes_it() {
    let (page, navigation) = show_navigation();
    let menu = page.find("button", "Menu");
    let expanded = || menu.get_attribute("aria-expanded");
    assert_eq!(expanded().as_deref(), Some("false"));
    settle().await;
    menu.click();
    until(|| expanded().as_deref() == Some("true")).await;
    navigation.go(Location::of(Route::Detach));
    until(|| expanded().as_deref() == Some("false")).await;
}
