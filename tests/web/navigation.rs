//! Links lead to pages of the app without a reload; all others are the browser's.

use std::cell::Cell;
use std::rc::Rc;

use landscape_licensing::navigation::{Location, Navigation};
use landscape_licensing::query::Query;
use landscape_licensing::route::Route;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use crate::events::press;
use crate::page::{Page, address};
use crate::wait::{settle, until};

fn start() -> (Page, Navigation) {
    let page = Page::at("/licensing/", "/licensing/contracts");
    let navigation = Navigation::start();
    (page, navigation)
}

fn place(navigation: Navigation) -> String {
    untrack(|| navigation.location()).print()
}

/// Presses the first thing within a link, and keeps the browser from following it. Whether the app had taken it.
fn is_taken(page: &Page, link: &str, properties: &[(&str, JsValue)]) -> bool {
    let taken = Rc::new(Cell::new(false));
    let tell = Rc::clone(&taken);
    let listener = window_event_listener(ev::click, move |event| {
        tell.set(event.default_prevented());
        event.prevent_default();
    });
    let holder = document().create_element("div").expect("it is a tag");
    page.root().append_child(&holder).expect("a div takes a div");
    holder.set_inner_html(link);
    let target: Element = holder.query_selector("a *").ok().flatten().or(holder.first_element_child()).expect("a link");
    press(&target, properties);
    listener.remove();
    taken.get()
}

#[track_caller]
fn check_followed(link: &str, expected: &str) {
    let (page, navigation) = start();
    assert!(is_taken(&page, link, &[]), "{link}");
    assert_eq!((place(navigation), address()), (expected.to_owned(), format!("/licensing{expected}")), "{link}");
}

#[track_caller]
fn check_left(link: &str, properties: &[(&str, JsValue)]) {
    let (page, navigation) = start();
    assert!(!is_taken(&page, link, properties), "{link} {properties:?}");
    assert_eq!((place(navigation).as_str(), address().as_str()), ("/contracts", "/licensing/contracts"), "{link}");
}

#[wasm_bindgen_test]
fn a_press_on_a_link_within_the_app_goes_there_without_a_reload() {
    check_followed(r#"<a href="/licensing/attach">Attach</a>"#, "/attach");
    check_followed(r#"<a href="/licensing/attach"><b>Attach</b></a>"#, "/attach");
    check_followed(r#"<a href="attach">Attach</a>"#, "/attach");
    let query = "/contracts?active_only=true";
    check_followed(&format!(r#"<a href="/licensing{query}">Active</a>"#), query);
    check_followed(r#"<a href="/licensing/contracts/a%2Fb%2B%2B">One</a>"#, "/contracts/a%2Fb%2B%2B");
}

#[wasm_bindgen_test]
fn a_link_to_elsewhere_is_left_to_the_browser() {
    check_left(r#"<a href="https://example.com/licensing/attach">Elsewhere</a>"#, &[]);
    check_left(r#"<a href="/new_dashboard">The dashboard</a>"#, &[]);
    check_left(r#"<a href="/licensing-other/attach">Another app</a>"#, &[]);
    check_left(r#"<a href="mailto:ada@example.com">Ada</a>"#, &[]);
    check_left(r#"<a href="/licensing/attach" target="_blank">In a new tab</a>"#, &[]);
    check_left(r#"<a href="/licensing/attach" download>To keep</a>"#, &[]);
    check_left("<a>No link</a>", &[]);
    check_left("<p>No link</p>", &[]);
}

#[wasm_bindgen_test]
fn a_press_for_a_new_tab_is_left_to_the_browser() {
    let link = r#"<a href="/licensing/attach">Attach</a>"#;
    for key in ["ctrlKey", "metaKey", "shiftKey", "altKey"] {
        check_left(link, &[(key, JsValue::TRUE)]);
    }
    check_left(link, &[("button", JsValue::from(1))]);
}

#[wasm_bindgen_test]
fn a_press_that_was_taken_already_is_not_followed() {
    let (page, navigation) = start();
    page.show(|| {
        view! { <a href="/licensing/attach" on:click=move |event| event.prevent_default()>"Attach"</a> }
    });
    page.find("link", "Attach").click();
    assert_eq!(place(navigation), "/contracts");
}

#[wasm_bindgen_test]
async fn back_and_forward_are_followed() {
    let (_page, navigation) = start();
    let route = navigation.route();
    navigation.go(Location::of(Route::Attach));
    navigation.go(Location::of(Route::Detach));
    assert_eq!(address(), "/licensing/detach");
    let history = window().history().expect("browsers have a history");
    history.back().expect("there is a page before");
    until(|| place(navigation) == "/attach").await;
    assert_eq!(route.get_untracked(), Route::Attach);
    history.back().expect("there is a page before");
    until(|| place(navigation) == "/contracts").await;
    history.forward().expect("there is a page after");
    until(|| place(navigation) == "/attach").await;
}

#[wasm_bindgen_test]
async fn replacing_leaves_no_step_to_go_back_to() {
    let (_page, navigation) = start();
    let history = window().history().expect("browsers have a history");
    navigation.go(Location::of(Route::Attach));
    let steps = history.length().expect("steps are counted");
    navigation.replace(Location::of(Route::Detach));
    navigation.replace_query(Query::parse("?active_only=true"));
    assert_eq!(address(), "/licensing/detach?active_only=true");
    assert_eq!(history.length().expect("steps are counted"), steps);
    history.back().expect("there is a page before");
    until(|| place(navigation) == "/contracts").await;
}

#[wasm_bindgen_test]
async fn a_pushed_query_is_a_step_to_go_back_from() {
    let (_page, navigation) = start();
    let history = window().history().expect("browsers have a history");
    navigation.go(Location::of(Route::LegacyLicenses));
    let steps = history.length().expect("steps are counted");
    navigation.push_query(Query::parse("?active_only=true"));
    assert_eq!(address(), "/licensing/legacy-licenses?active_only=true");
    assert_eq!(history.length().expect("steps are counted"), steps + 1);
    navigation.push_query(Query::parse("?active_only=true"));
    assert_eq!(history.length().expect("steps are counted"), steps + 1, "the same query is no step");
    history.back().expect("there is a page before");
    until(|| place(navigation) == "/legacy-licenses").await;
    history.forward().expect("there is a page after");
    until(|| place(navigation) == "/legacy-licenses?active_only=true").await;
}

#[wasm_bindgen_test]
fn going_to_where_one_is_makes_no_step() {
    let (page, navigation) = start();
    let history = window().history().expect("browsers have a history");
    navigation.go(Location::of(Route::Attach));
    let steps = history.length().expect("steps are counted");
    navigation.go(Location::of(Route::Attach));
    assert!(is_taken(&page, r#"<a href="/licensing/attach">Attach</a>"#, &[]));
    assert_eq!(history.length().expect("steps are counted"), steps);
}

#[wasm_bindgen_test]
async fn a_changed_query_keeps_the_page() {
    let (_page, navigation) = start();
    let (route, changes) = (navigation.route(), RwSignal::new(0));
    Effect::new(move |_| {
        route.track();
        changes.update_untracked(|changes| *changes += 1);
    });
    settle().await;
    navigation.replace_query(Query::parse("?filter=ad"));
    settle().await;
    navigation.push_query(Query::parse("?filter=ada"));
    settle().await;
    assert_eq!(navigation.query().get_untracked().get("filter"), Some("ada"));
    assert_eq!(changes.get_untracked(), 1);
    assert_eq!(place(navigation), "/contracts?filter=ada");
}

#[track_caller]
fn check_base(base: &str, path: &str, route: &Route, attach: &str) {
    let _page = Page::at(base, path);
    let navigation = Navigation::start();
    assert_eq!(untrack(|| navigation.location()).route, *route, "{base} {path}");
    assert_eq!(navigation.href(&Route::Attach), attach, "{base} {path}");
}

#[wasm_bindgen_test]
fn the_base_path_is_the_documents() {
    check_base("/licensing/", "/licensing/contracts", &Route::Contracts, "/licensing/attach");
    check_base("/licensing/", "/licensing/", &Route::Overview, "/licensing/attach");
    check_base("/", "/contracts", &Route::Contracts, "/attach");
    check_base("/a/b/", "/a/b/detach", &Route::Detach, "/a/b/attach");
    check_base("/licensing/", "/elsewhere", &not_found("/"), "/licensing/attach");
}

fn not_found(path: &str) -> Route {
    Route::NotFound(path.to_owned())
}

#[wasm_bindgen_test]
fn a_path_that_leads_nowhere_is_kept_as_it_was_asked_for() {
    check_base("/licensing/", "/licensing/nonsense/a%2Fb/", &not_found("/nonsense/a%2Fb/"), "/licensing/attach");
    check_base("/", "/legacy-licenses/x", &not_found("/legacy-licenses/x"), "/attach");
    let _page = Page::at("/licensing/", "/licensing/nonsense?filter=ada");
    let navigation = Navigation::start();
    assert_eq!(place(navigation), "/nonsense?filter=ada");
    let Location { route, .. } = untrack(|| navigation.location());
    assert_eq!(navigation.href(&route), "/licensing/nonsense");
}
