//! A write that failed says whether it may have been carried out all the same.

use landscape_licensing::api::error::ApiError;
use landscape_licensing::components::write_error::WriteError;
use landscape_licensing::navigation::Navigation;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;

#[track_caller]
fn check(error: ApiError, title: &str, leads_to_activities: bool) {
    let page = Page::at("/licensing/", "/licensing/attach");
    provide_context(Navigation::start());
    let sentence = error.to_string();
    page.show(move || view! { <WriteError error /> });
    assert_eq!(page.names("heading"), [title], "{sentence}");
    assert!(page.has("alert"));
    let links: Vec<_> = page.all("link").iter().filter_map(|link| link.get_attribute("href")).collect();
    assert_eq!(links == ["/licensing/activities"], leads_to_activities, "{links:?}");
    assert!(!page.has("button"), "a write is never sent again by itself or by one press");
}

#[wasm_bindgen_test]
fn an_unknown_outcome_leads_to_the_activities_to_look() {
    let title = "The request may have been queued";
    check(ApiError::Network, title, true);
    check(ApiError::Timeout, title, true);
    check(ApiError::Undecodable { detail: "it is not JSON".to_owned() }, title, true);
    for status in [500, 501, 502, 503, 504, 507, 520, 599] {
        check(ApiError::Server { status, message: None }, title, true);
        check(ApiError::Server { status, message: Some("down".to_owned()) }, title, true);
    }
}

#[wasm_bindgen_test]
fn a_refusal_says_that_nothing_was_queued() {
    let title = "Nothing was queued";
    check(ApiError::Forbidden(None), title, false);
    check(ApiError::Unauthorized(None), title, false);
    check(ApiError::Rejected { status: 400, message: Some("no".to_owned()) }, title, false);
    check(ApiError::RateLimited { retry_after: Some(30) }, title, false);
}
