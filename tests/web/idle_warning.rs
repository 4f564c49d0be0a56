//! Asking whether somebody is still there, and what answers it.

use landscape_licensing::components::idle_warning::IdleWarning;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, text};
use crate::wait::{settle, until};

struct Asked {
    page: Page,
    left: RwSignal<Option<i64>>,
    stayed: RwSignal<u32>,
    signed_out: RwSignal<u32>,
}

fn show() -> Asked {
    let page = Page::new();
    let (left, stayed, signed_out) = (RwSignal::new(None), RwSignal::new(0), RwSignal::new(0));
    page.show(move || {
        view! {
            <IdleWarning
                seconds_left=left.into()
                on_stay=Callback::new(move |()| stayed.update(|times| *times += 1))
                on_sign_out=Callback::new(move |()| signed_out.update(|times| *times += 1))
            />
        }
    });
    Asked { page, left, stayed, signed_out }
}

impl Asked {
    async fn warned() -> Self {
        let asked = show();
        asked.left.set(Some(300));
        until(|| asked.page.has("dialog")).await;
        asked
    }

    fn answers(&self) -> (u32, u32) {
        (self.stayed.get_untracked(), self.signed_out.get_untracked())
    }
}

#[wasm_bindgen_test]
async fn nobody_is_asked_before_the_end_is_near() {
    let asked = show();
    settle().await;
    assert!(!asked.page.has("dialog"));
    assert_eq!(asked.answers(), (0, 0), "nobody has answered");
}

#[wasm_bindgen_test]
async fn the_time_that_is_left_is_told_as_it_goes() {
    let asked = Asked::warned().await;
    let dialog = asked.page.the("dialog");
    assert!(text(&dialog).contains("You will be signed out in 5 minutes."), "{}", text(&dialog));
    asked.left.set(Some(119));
    until(|| text(&dialog).contains("in 1 minute.")).await;
    asked.left.set(Some(20));
    until(|| text(&dialog).contains("in less than a minute.")).await;
    assert_eq!(asked.answers(), (0, 0), "looking at it is no answer");
}

#[wasm_bindgen_test]
async fn an_answer_is_given_once() {
    let asked = Asked::warned().await;
    asked.page.press("Stay signed in");
    until(|| asked.answers() == (1, 0)).await;
    asked.left.set(None);
    settle().await;
    assert!(!asked.page.has("dialog"));
    assert_eq!(asked.answers(), (1, 0));
}

#[wasm_bindgen_test]
async fn who_was_seen_in_another_tab_is_asked_no_more_and_has_not_answered() {
    let asked = Asked::warned().await;
    asked.left.set(None);
    until(|| !asked.page.has("dialog")).await;
    settle().await;
    assert_eq!(asked.answers(), (0, 0));
    asked.left.set(Some(60));
    until(|| asked.page.has("dialog")).await;
}

#[wasm_bindgen_test]
async fn who_wants_to_leave_is_let_go() {
    let asked = Asked::warned().await;
    asked.page.press("Sign out");
    until(|| asked.answers() == (0, 1)).await;
}
