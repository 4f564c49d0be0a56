//! A field for a search that the server does.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::effects::effect;

/// Its id: where the focus goes when a filter is taken away.
pub const QUERY_FIELD: &str = "computer-query";
const PROBLEM: &str = "computer-query-problem";
/// The last key is this long ago when the server is asked.
const ASKED_AFTER: Duration = Duration::from_millis(300);

/// A search field whose text is asked for a moment after the last key, or at once by Enter.
#[component]
pub fn QueryField(
    /// Its label.
    label: &'static str,
    /// The text, which lives in the URL.
    #[prop(into)]
    value: Signal<String>,
    /// What is wrong with it, if anything is.
    problem: Memo<Option<String>>,
    /// Called with the text to ask for.
    on_change: Callback<String>,
) -> impl IntoView {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let forget = move || {
        let waiting = timer.try_update_value(Option::take).flatten();
        if let Some(waiting) = waiting {
            waiting.clear();
        }
    };
    on_cleanup(forget);
    effect(move || {
        // What comes by Back or Forward is not overwritten by what was typed before.
        value.track();
        forget();
    });
    let type_in = move |event| {
        let text = event_target_value(&event);
        forget();
        timer.set_value(set_timeout_with_handle(move || on_change.run(text), ASKED_AFTER).ok());
    };
    let enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            forget();
            on_change.run(event_target_value(&event));
        }
    };
    view! {
        <div class="search query-field p-form-validation" class:is-error=move || problem.read().is_some()>
            <input
                type="search"
                id=QUERY_FIELD
                class="search__input p-form-validation__input"
                aria-label=label
                placeholder=label
                autocomplete="off"
                autocapitalize="none"
                enterkeyhint="search"
                aria-keyshortcuts="/"
                spellcheck="false"
                aria-invalid=move || problem.read().is_some().then_some("true")
                aria-describedby=move || problem.read().is_some().then_some(PROBLEM)
                prop:value=value
                on:input=type_in
                on:keydown=enter
            />
            {move || problem.get().map(|problem| view! { <Problem problem /> })}
        </div>
    }
}

#[component]
fn Problem(problem: String) -> impl IntoView {
    view! {
        <p class="p-form-validation__message query-field__problem" id=PROBLEM role="alert" dir="auto">
            {problem}
        </p>
    }
}
