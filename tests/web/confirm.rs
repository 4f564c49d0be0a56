//! Asking before something is done.

use std::cell::Cell;
use std::rc::Rc;

use landscape_licensing::components::confirm::Confirm;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use crate::page::{Page, by_id, has_focus, text};
use crate::wait::{settle, until};

struct Question {
    page: Page,
    open: RwSignal<bool>,
    confirmed: RwSignal<u32>,
    is_allowed: RwSignal<bool>,
}

fn show_question() -> Question {
    let page = Page::new();
    let (open, confirmed, is_allowed) = (RwSignal::new(false), RwSignal::new(0), RwSignal::new(true));
    page.show(move || {
        let may_confirm = Callback::new(move |()| is_allowed.get_untracked());
        let on_confirm = Callback::new(move |()| confirmed.update(|times| *times += 1));
        view! {
            <button type="button" on:click=move |_| open.set(true)>"Detach token"</button>
            <Confirm
                open
                title=Signal::stored("Detach from 2 computers?".to_owned())
                action="Detach"
                may_confirm
                on_confirm
            >
                <p>"It cannot be undone."</p>
            </Confirm>
        }
    });
    Question { page, open, confirmed, is_allowed }
}

impl Question {
    async fn asked() -> Self {
        let question = show_question();
        question.open.set(true);
        until(|| question.page.has("dialog")).await;
        question
    }

    async fn check_closed(&self, confirmed: u32) {
        until(|| !self.page.has("dialog") && !self.open.get_untracked()).await;
        settle().await;
        assert_eq!(self.confirmed.get_untracked(), confirmed);
    }
}

#[wasm_bindgen_test]
async fn a_question_is_modal_and_says_what_it_means() {
    let Question { page, .. } = Question::asked().await;
    let dialog = page.the("dialog");
    assert!(dialog.matches(":modal").expect("it is a selector"));
    let named = |attribute| text(&by_id(&dialog.get_attribute(attribute).expect("it is tied to its words")));
    assert_eq!(named("aria-labelledby"), "Detach from 2 computers?");
    assert_eq!(named("aria-describedby"), "It cannot be undone.");
}

#[wasm_bindgen_test]
async fn nothing_is_asked_before_it_is_open() {
    let Question { page, .. } = show_question();
    settle().await;
    assert!(!page.has("dialog"));
}

#[wasm_bindgen_test]
async fn cancel_does_nothing() {
    let question = Question::asked().await;
    question.page.press("Cancel");
    question.check_closed(0).await;
}

#[wasm_bindgen_test]
async fn detach_does_it_once() {
    let question = Question::asked().await;
    question.page.press("Detach");
    question.check_closed(1).await;
}

#[wasm_bindgen_test]
async fn what_may_not_be_done_yet_keeps_the_question_open() {
    let question = Question::asked().await;
    question.is_allowed.set(false);
    question.page.press("Detach");
    settle().await;
    assert!(question.page.has("dialog") && question.confirmed.get_untracked() == 0);
    question.is_allowed.set(true);
    question.page.press("Detach");
    question.check_closed(1).await;
}

/// Escape closes a modal dialog by itself, and the page is told by the same event.
#[wasm_bindgen_test]
async fn what_the_browser_closes_does_nothing_and_can_be_asked_again() {
    let question = Question::asked().await;
    question.page.the("dialog").unchecked_into::<HtmlDialogElement>().close();
    question.check_closed(0).await;
    question.open.set(true);
    until(|| question.page.has("dialog")).await;
}

/// The browser tells of the closing a moment later, when the question may stand there again.
#[wasm_bindgen_test]
async fn a_question_that_is_asked_again_at_once_stays() {
    let question = Question::asked().await;
    let dialog = question.page.the("dialog");
    let closings = Rc::new(Cell::new(0));
    let count = Rc::clone(&closings);
    let listener = Closure::<dyn Fn()>::new(move || count.set(count.get() + 1));
    dialog.add_event_listener_with_callback("close", listener.as_ref().unchecked_ref()).expect("it takes listeners");
    question.page.press("Cancel");
    until(|| !question.page.has("dialog")).await;
    question.open.set(true);
    until(|| question.page.has("dialog") && closings.get() == 1).await;
    settle().await;
    assert!(question.page.has("dialog") && question.open.get_untracked());
}

#[wasm_bindgen_test]
async fn the_focus_returns_to_where_it_was() {
    let question = show_question();
    let opener = question.page.find("button", "Detach token");
    opener.focus().expect("a button takes the focus");
    opener.click();
    until(|| question.page.has("dialog")).await;
    assert!(!has_focus(&opener));
    question.page.press("Cancel");
    until(|| has_focus(&opener)).await;
}
