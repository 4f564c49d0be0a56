//! A `Reader` follows what it depends on, and the newest answer wins.

use std::sync::Arc;

use landscape_licensing::api::error::ApiError;
use landscape_licensing::components::load::Load;
use landscape_licensing::reading::Reader;
use landscape_licensing::session::Session;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, leave};
use crate::people::{signed_in, token, viewer};
use crate::wait::{settle, until};
use crate::wire::Wire;

/// Shows the rows of a filter that can be changed, and a button that reads them again.
fn show_rows(page: &Page, wire: &Wire<String>) -> RwSignal<&'static str> {
    let (filter, wire) = (RwSignal::new("all"), wire.clone());
    page.show(move || {
        let reader = Reader::new(move || filter.get(), move |_, filter| wire.request(filter));
        let ready = |text: Arc<String>| view! { <p class="rows">{text.to_string()}</p> };
        view! {
            <button on:click=move |_| reader.again()>"Refresh"</button>
            <Load reader ready />
        }
    });
    filter
}

fn answer(wire: &Wire<String>, index: usize, rows: &str) {
    wire.answer(index, Ok(rows.to_owned()));
}

fn shown(page: &Page) -> String {
    page.text().trim_start_matches("Refresh").trim().to_owned()
}

#[wasm_bindgen_test]
async fn old_rows_stay_while_new_ones_load() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let filter = show_rows(&page, &wire);
    settle().await;
    answer(&wire, 0, "old rows");
    until(|| shown(&page) == "old rows").await;
    filter.set("active");
    until(|| wire.sent() == ["all", "active"]).await;
    settle().await;
    assert_eq!(shown(&page), "old rows");
    until(|| shown(&page) == "Loading…old rows").await;
    answer(&wire, 1, "new rows");
    until(|| shown(&page) == "new rows").await;
}

#[wasm_bindgen_test]
async fn an_answer_to_an_older_request_never_replaces_a_newer_one() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let filter = show_rows(&page, &wire);
    until(|| wire.sent() == ["all"]).await;
    filter.set("active");
    until(|| wire.sent() == ["all", "active"]).await;
    answer(&wire, 1, "new rows");
    until(|| shown(&page) == "new rows").await;
    answer(&wire, 0, "old rows");
    settle().await;
    assert_eq!(shown(&page), "new rows");
}

#[wasm_bindgen_test]
async fn an_older_answer_that_comes_first_is_not_shown_either() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let filter = show_rows(&page, &wire);
    until(|| wire.sent() == ["all"]).await;
    filter.set("active");
    until(|| wire.is_aborted(0)).await;
    wire.answer(0, Err(ApiError::Network));
    settle().await;
    assert_eq!(shown(&page), "");
    answer(&wire, 1, "new rows");
    until(|| shown(&page) == "new rows").await;
}

#[wasm_bindgen_test]
async fn the_same_is_asked_again_at_the_persons_wish() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    show_rows(&page, &wire);
    settle().await;
    answer(&wire, 0, "old rows");
    until(|| shown(&page) == "old rows").await;
    page.press("Refresh");
    until(|| wire.sent() == ["all", "all"]).await;
    answer(&wire, 1, "new rows");
    until(|| shown(&page) == "new rows").await;
}

/// Reads rows, and asks for something else by `ask`.
async fn show_old_rows(page: &Page, wire: &Wire<String>, ask: impl FnOnce(RwSignal<&'static str>)) {
    let filter = show_rows(page, wire);
    settle().await;
    answer(wire, 0, "old rows");
    until(|| shown(page) == "old rows").await;
    ask(filter);
    until(|| wire.sent().len() == 2).await;
}

#[wasm_bindgen_test]
async fn old_rows_stay_where_the_same_could_not_be_read_again() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    show_old_rows(&page, &wire, |_| page.press("Refresh")).await;
    for index in 1..=2 {
        wire.answer(index, Err(ApiError::Network));
        until(|| page.has("alert")).await;
        assert_eq!(page.names(".rows"), ["old rows"]);
        page.press("Refresh");
        until(|| wire.sent().len() == index + 2).await;
    }
    answer(&wire, 3, "new rows");
    until(|| shown(&page) == "new rows").await;
}

#[wasm_bindgen_test]
async fn old_rows_do_not_stand_for_something_else_that_could_not_be_read() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    show_old_rows(&page, &wire, |filter| filter.set("active")).await;
    wire.answer(1, Err(ApiError::Network));
    until(|| page.has("alert")).await;
    assert!(!page.text().contains("old rows"));
    page.press("Retry");
    until(|| wire.sent() == ["all", "active", "active"]).await;
    wire.answer(2, Err(ApiError::Timeout));
    until(|| page.names("alert")[0].contains("did not answer in time")).await;
    assert!(!page.text().contains("old rows"));
}

/// The request in between was given up: nothing was answered to it.
#[wasm_bindgen_test]
async fn old_rows_stay_where_their_own_filter_came_back_and_failed() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let mut filter = None;
    show_old_rows(&page, &wire, |signal| {
        signal.set("active");
        filter = Some(signal);
    })
    .await;
    filter.expect("it was given").set("all");
    until(|| wire.sent() == ["all", "active", "all"] && wire.is_aborted(1)).await;
    wire.answer(2, Err(ApiError::Network));
    until(|| page.has("alert")).await;
    assert_eq!(page.names(".rows"), ["old rows"]);
}

#[wasm_bindgen_test]
async fn an_equal_answer_leaves_what_is_shown_in_place() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let (times, request) = (StoredValue::new(0), wire.clone());
    page.show(move || {
        let reader = Reader::new(|| (), move |_, ()| request.request("all"));
        let ready = move |text: Arc<String>| {
            times.update_value(|times| *times += 1);
            view! { <p class="rows">{text.to_string()}</p> }
        };
        view! {
            <button on:click=move |_| reader.again()>"Refresh"</button>
            <Load reader ready />
        }
    });
    until(|| wire.sent().len() == 1).await;
    answer(&wire, 0, "old rows");
    until(|| page.names(".rows") == ["old rows"]).await;

    let row = page.the(".rows");
    for (index, given) in [Ok("old rows"), Err(ApiError::Network), Ok("old rows")].into_iter().enumerate() {
        page.press("Refresh");
        until(|| wire.sent().len() == index + 2).await;
        let is_failure = given.is_err();
        wire.answer(index + 1, given.map(str::to_owned));
        settle().await;
        assert_eq!(page.has("alert"), is_failure);
        assert_eq!((page.the(".rows"), times.get_value()), (row.clone(), 1), "after answer {index}");
    }

    page.press("Refresh");
    until(|| wire.sent().len() == 5).await;
    answer(&wire, 4, "new rows");
    until(|| page.names(".rows") == ["new rows"]).await;
    assert_eq!(times.get_value(), 2);
}

#[wasm_bindgen_test]
async fn rows_of_another_account_are_not_shown_while_those_of_this_one_are_awaited() {
    let (page, wire) = (Page::new(), Wire::new());
    let session = signed_in();
    show_old_rows(&page, &wire, |_| session.sign_in(viewer(&token(2)))).await;
    settle().await;
    assert_eq!(shown(&page), "");
    wire.answer(1, Err(ApiError::Network));
    until(|| page.has("alert")).await;
    assert!(!page.text().contains("old rows"));

    session.sign_in(viewer(&token(3)));
    until(|| wire.sent().len() == 3).await;
    settle().await;
    assert!(!page.has("alert"), "the failure was the other account's too");
    answer(&wire, 2, "old rows");
    until(|| shown(&page) == "old rows").await;
}

#[wasm_bindgen_test]
async fn a_request_ends_when_its_page_is_left() {
    let (page, wire) = (Page::new(), Wire::<String>::new());
    signed_in();
    show_rows(&page, &wire);
    until(|| wire.sent() == ["all"]).await;
    assert!(!wire.is_aborted(0));
    leave();
    until(|| wire.is_aborted(0)).await;
}

#[wasm_bindgen_test]
async fn a_guest_asks_nothing_until_somebody_signs_in() {
    let (page, wire) = (Page::new(), Wire::<String>::new());
    let session = Session::start();
    provide_context(session);
    show_rows(&page, &wire);
    settle().await;
    assert_eq!(wire.sent(), [""; 0]);
    session.sign_in(viewer(&token(1)));
    until(|| wire.sent() == ["all"]).await;
}

#[wasm_bindgen_test]
async fn another_account_is_asked_anew() {
    let (page, wire) = (Page::new(), Wire::<String>::new());
    let session = signed_in();
    show_rows(&page, &wire);
    until(|| wire.sent() == ["all"]).await;
    session.sign_in(viewer(&token(2)));
    until(|| wire.sent() == ["all", "all"] && wire.is_aborted(0)).await;
}

/// To free many rows takes time, which the next page does not wait for.
#[wasm_bindgen_test]
async fn what_was_read_is_freed_soon_after_its_page_is_left() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let requests = wire.clone();
    page.show(move || {
        let reader = Reader::new(|| (), move |_, ()| requests.request("rows"));
        let ready = |rows: Arc<Arc<String>>| view! { <p>{rows.to_string()}</p> };
        view! { <Load reader ready /> }
    });
    until(|| wire.sent() == ["rows"]).await;
    let rows = Arc::new("rows".to_owned());
    let kept = Arc::downgrade(&rows);
    wire.answer(0, Ok(rows));
    until(|| page.text() == "rows").await;
    leave();
    assert!(kept.upgrade().is_some());
    until(|| kept.upgrade().is_none()).await;
}
