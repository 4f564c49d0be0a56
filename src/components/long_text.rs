//! A text from outside, to the letter, however long it is.

use leptos::prelude::*;

use crate::api::id::ActivityId;
use crate::csv;
use crate::download::File;
use crate::visible;
use crate::words::long_text as words;

/// As many characters as are shown: nobody reads a megabyte, and laying it out would keep the page waiting.
const SHOWN: usize = 20_000;

/// A text that scrolls within its own frame. Of one that is too long to be shown the beginning, and all of it as a file.
#[component]
pub fn LongText(
    /// The text.
    text: String,
    /// What it is.
    label: &'static str,
    /// What the file is called, without its ending.
    file: String,
) -> impl IntoView {
    let shown = visible::lines(&cut(&text, SHOWN));
    let is_cut = text.chars().nth(SHOWN).is_some();
    let rest = is_cut.then(|| {
        let save = move |_| File::new(&text).save(&format!("{file}.txt"), "text/plain;charset=utf-8");
        view! {
            <p>
                <span class="u-text--muted">{words::CUT}</span>
                " "
                <button type="button" class="p-button is-dense u-no-margin--bottom" on:click=save>
                    {words::DOWNLOAD}
                </button>
            </p>
        }
    });
    view! {
        <pre class="long-text" role="group" aria-label=label dir="auto" tabindex="0">
            {shown}
        </pre>
        {rest}
    }
}

/// What the file with an activity's result is called.
pub fn result_file(id: ActivityId) -> String {
    csv::stem("activity", &[&id.to_string(), "result"])
}

/// A text, and that it goes on where it does.
pub fn cut(text: &str, characters: usize) -> String {
    match visible::beginning(text, characters) {
        Some(beginning) => format!("{beginning}…"),
        None => text.to_owned(),
    }
}
