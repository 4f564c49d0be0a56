//! `Load` tells pending, failed and ready apart.

use std::sync::Arc;

use js_sys::Date;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::components::load::Load;
use landscape_licensing::reading::Reader;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, said};
use crate::people::signed_in;
use crate::wait::{settle, until};
use crate::wire::Wire;

fn show_load(page: &Page, wire: &Wire<String>) {
    signed_in();
    let wire = wire.clone();
    page.show(move || {
        let reader = Reader::new(|| (), move |_, ()| wire.request("row"));
        let ready = |text: Arc<String>| view! { <p>{text.to_string()}</p> };
        view! { <Load reader ready /> }
    });
}

/// Shows a row, which was read already, and a button that reads it again.
async fn show_row(page: &Page, wire: &Wire<String>, has_view_of_nothing: bool) {
    signed_in();
    let request = wire.clone();
    page.show(move || {
        let reader = Reader::new(|| (), move |_, ()| request.request("row"));
        let ready = |text: Arc<String>| view! { <p class="row">{text.to_string()}</p> };
        let load = if has_view_of_nothing {
            view! { <Load reader ready not_found=|| view! { <p>"No such contract"</p> } /> }.into_any()
        } else {
            view! { <Load reader ready /> }.into_any()
        };
        view! {
            <button on:click=move |_| reader.again()>"Refresh"</button>
            {load}
        }
    });
    settle().await;
    wire.answer(0, Ok("Contract one".to_owned()));
    until(|| page.names(".row") == ["Contract one"]).await;
}

fn not_found<T>() -> Result<T, ApiError> {
    Err(ApiError::NotFound(None))
}

#[wasm_bindgen_test]
async fn waiting_is_not_worth_a_word_before_half_a_second() {
    let (page, wire) = (Page::new(), Wire::new());
    let start = Date::now();
    show_load(&page, &wire);
    settle().await;
    assert_eq!(page.text(), "");
    until(|| page.text() == "Loading…").await;
    assert!(Date::now() - start >= 490.0);
    wire.answer(0, Ok("Contract one".to_owned()));
    until(|| page.text() == "Contract one").await;
}

#[wasm_bindgen_test]
async fn a_quick_answer_comes_without_a_word_of_waiting() {
    let (page, wire) = (Page::new(), Wire::new());
    let start = Date::now();
    show_load(&page, &wire);
    settle().await;
    wire.answer(0, Ok("Contract one".to_owned()));
    until(|| page.text() == "Contract one").await;
    until(|| {
        assert_eq!(page.text(), "Contract one");
        Date::now() - start > 650.0
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_said_of_waiting_is_told_politely() {
    let (page, wire) = (Page::new(), Wire::<String>::new());
    show_load(&page, &wire);
    until(|| said() == "Loading…").await;
}

#[wasm_bindgen_test]
async fn a_failure_is_a_sentence_with_a_way_to_try_again() {
    let (page, wire) = (Page::new(), Wire::new());
    show_load(&page, &wire);
    settle().await;
    wire.answer(0, Err(ApiError::Network));
    until(|| page.has("alert")).await;
    let sentence = "The Landscape server could not be reached. Check your connection, then try again.";
    assert_eq!(page.names("alert"), [sentence]);
    assert_eq!(page.names("heading"), ["This could not be loaded"]);

    page.press("Retry");
    until(|| wire.sent().len() == 2).await;
    wire.answer(1, Ok("Contract one".to_owned()));
    until(|| page.text() == "Contract one").await;
    assert!(!page.has("alert"));
}

#[wasm_bindgen_test]
async fn a_second_failure_is_told_like_the_first() {
    let (page, wire) = (Page::new(), Wire::new());
    show_load(&page, &wire);
    settle().await;
    wire.answer(0, Err(ApiError::Timeout));
    until(|| page.has("alert")).await;
    page.press("Retry");
    until(|| wire.sent().len() == 2).await;
    wire.answer(1, Err(ApiError::Server { status: 500, message: None }));
    until(|| page.text().contains("The Landscape server failed (status 500).")).await;
    page.press("Retry");
    until(|| wire.sent().len() == 3).await;
}

#[wasm_bindgen_test]
async fn words_of_the_server_stay_text() {
    let (page, wire) = (Page::new(), Wire::new());
    show_load(&page, &wire);
    settle().await;
    let message = Some("<img src=x> is no query".to_owned());
    wire.answer(0, Err(ApiError::Rejected { status: 400, message }));
    until(|| page.text().contains("<img src=x> is no query")).await;
    assert!(!page.has("image"));
}

#[wasm_bindgen_test]
async fn what_is_not_there_has_a_view_of_its_own_where_there_is_one() {
    let (page, wire) = (Page::new(), Wire::new());
    signed_in();
    let request = wire.clone();
    page.show(move || {
        let reader = Reader::new(|| (), move |_, ()| request.request("row"));
        let ready = |text: Arc<String>| view! { <p>{text.to_string()}</p> };
        view! { <Load reader ready not_found=|| view! { <p>"No such contract"</p> } /> }
    });
    settle().await;
    wire.answer(0, not_found());
    until(|| page.text() == "No such contract").await;
    assert!(!page.has("alert"));
}

#[wasm_bindgen_test]
async fn what_is_not_there_is_a_failure_where_it_has_no_view() {
    let (page, wire) = (Page::new(), Wire::new());
    show_load(&page, &wire);
    settle().await;
    wire.answer(0, not_found());
    until(|| page.has("alert")).await;
    let sentence =
        "The Landscape server does not know this. It may be older than 25.10, or not offer this to this account.";
    assert_eq!(page.names("alert"), [sentence]);
}

#[wasm_bindgen_test]
async fn what_came_before_stands_beside_a_failure_to_read_it_again() {
    let (page, wire) = (Page::new(), Wire::new());
    show_row(&page, &wire, false).await;
    let row = page.the(".row");
    page.press("Refresh");
    until(|| wire.sent().len() == 2).await;
    wire.answer(1, Err(ApiError::Timeout));
    until(|| page.has("alert")).await;
    assert_eq!(page.names("heading"), ["This could not be loaded"]);
    assert_eq!(page.the(".row"), row, "it stays in place");

    page.press("Retry");
    until(|| wire.sent().len() == 3).await;
    wire.answer(2, Ok("Contract two".to_owned()));
    until(|| page.names(".row") == ["Contract two"]).await;
    assert!(!page.has("alert") && !page.has("heading"));
}

#[wasm_bindgen_test]
async fn what_is_no_longer_there_is_not_shown_beside_the_word_that_it_is_not() {
    let (page, wire) = (Page::new(), Wire::new());
    show_row(&page, &wire, true).await;
    page.press("Refresh");
    until(|| wire.sent().len() == 2).await;
    wire.answer(1, not_found());
    until(|| page.text().contains("No such contract")).await;
    assert!(!page.has(".row") && !page.has("alert"));
    page.press("Refresh");
    until(|| wire.sent().len() == 3).await;
    wire.answer(2, Ok("Contract one".to_owned()));
    until(|| page.names(".row") == ["Contract one"]).await;
    assert!(!page.text().contains("No such contract"));
}
