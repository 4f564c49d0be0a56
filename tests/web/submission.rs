//! One press, one request.

use std::cell::Cell;
use std::rc::Rc;

use landscape_licensing::api::error::ApiError;
use landscape_licensing::submission::{Submission, SubmissionState};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, leave};
use crate::wait::{settle, until};
use crate::wire::Wire;

#[track_caller]
fn assert_state(submission: Submission<u32>, expected: &SubmissionState<u32>) {
    assert!(untrack(|| submission.state()) == *expected);
}

fn send(submission: Submission<u32>, wire: &Wire<u32>) {
    submission.send(wire.request("write"), |_| {});
}

#[wasm_bindgen_test]
async fn two_presses_send_one_request() {
    let (_page, wire, submission) = (Page::new(), Wire::new(), Submission::new());
    assert_state(submission, &SubmissionState::Idle);
    send(submission, &wire);
    send(submission, &wire);
    assert_state(submission, &SubmissionState::Sending);
    settle().await;
    send(submission, &wire);
    settle().await;
    assert_eq!(wire.sent(), ["write"]);
    wire.answer(0, Ok(7));
    until(|| !untrack(|| submission.is_sending())).await;
    assert_state(submission, &SubmissionState::Done(7));
}

#[wasm_bindgen_test]
async fn a_failed_write_is_not_sent_again_by_itself() {
    let (_page, wire, submission) = (Page::new(), Wire::new(), Submission::new());
    send(submission, &wire);
    settle().await;
    wire.answer(0, Err(ApiError::Network));
    until(|| untrack(|| submission.error()) == Some(ApiError::Network)).await;
    settle().await;
    assert_eq!(wire.sent().len(), 1);
    send(submission, &wire);
    settle().await;
    assert_eq!(wire.sent().len(), 2, "the person may send it again");
    assert_eq!(untrack(|| submission.error()), None);
}

#[wasm_bindgen_test]
async fn an_answer_is_told_once() {
    let (_page, wire, submission) = (Page::new(), Wire::new(), Submission::new());
    let told = Rc::new(Cell::new(None));
    let tell = Rc::clone(&told);
    submission.send(wire.request("write"), move |answer| {
        assert_eq!(tell.replace(answer.ok().copied()), None);
    });
    settle().await;
    assert_eq!(told.get(), None);
    wire.answer(0, Ok(7));
    until(|| told.get() == Some(7)).await;
}

#[wasm_bindgen_test]
async fn a_late_answer_to_what_was_forgotten_is_dropped() {
    let (_page, wire, submission) = (Page::new(), Wire::new(), Submission::new());
    let told = Rc::new(Cell::new(false));
    let tell = Rc::clone(&told);
    submission.send(wire.request("write"), move |_| tell.set(true));
    settle().await;
    submission.forget();
    assert_state(submission, &SubmissionState::Idle);
    wire.answer(0, Ok(7));
    settle().await;
    assert_state(submission, &SubmissionState::Idle);
    assert!(!told.get());
}

#[wasm_bindgen_test]
async fn a_late_answer_does_not_replace_that_of_the_next() {
    let (_page, wire, submission) = (Page::new(), Wire::new(), Submission::new());
    send(submission, &wire);
    settle().await;
    submission.forget();
    send(submission, &wire);
    settle().await;
    wire.answer(0, Ok(1));
    settle().await;
    assert_state(submission, &SubmissionState::Sending);
    wire.answer(1, Ok(2));
    until(|| !untrack(|| submission.is_sending())).await;
    assert_state(submission, &SubmissionState::Done(2));
}

/// The answer is there when the person comes back, and what it says is not lost.
#[wasm_bindgen_test]
async fn a_write_goes_on_when_its_page_is_left() {
    let (page, wire, submission) = (Page::new(), Wire::new(), Submission::new());
    let request = wire.clone();
    page.show(move || view! { <button on:click=move |_| send(submission, &request)>"Send"</button> });
    page.press("Send");
    settle().await;
    leave();
    settle().await;
    assert!(!wire.is_aborted(0));
    wire.answer(0, Ok(7));
    until(|| untrack(|| submission.state()) == SubmissionState::Done(7)).await;
}
