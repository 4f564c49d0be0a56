//! Rows that the server gave and that could not be read.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::row::Unreadable;
use crate::components::notification::Notification;
use crate::status::Tone;
use crate::words::unreadable as words;

/// How many are named: a list of which nothing can be read is not told row by row.
const NAMED: usize = 50;

/// How many rows could not be read, which ones, and why. Nothing where all could.
#[component]
pub fn UnreadableRows(
    /// Those that could not be read.
    rows: Vec<Unreadable>,
    /// How many rows came and how many the server counts for this part, where that differs.
    #[prop(optional_no_strip)]
    other_count: Option<(usize, usize)>,
) -> impl IntoView {
    let other_count = other_count.map(|(came, counted)| words::other_count(came, counted));
    let which = (!rows.is_empty()).then(|| (words::rows(rows.len()), rows));
    let told: Vec<_> = which.iter().map(|(many, _)| many.clone()).chain(other_count.clone()).collect();
    if told.is_empty() {
        return ().into_any();
    }
    announce(move || told.join(". "));
    let title = which.as_ref().map_or(words::INCOMPLETE, |(many, _)| many.as_str()).to_owned();
    view! {
        <Notification tone=Tone::Caution title>
            {other_count.map(|told| view! { <p class="p-notification__message">{told}</p> })}
            {which.map(|(_, rows)| view! { <Which rows /> })}
        </Notification>
    }
    .into_any()
}

#[component]
fn Which(rows: Vec<Unreadable>) -> impl IntoView {
    let more = rows.len().saturating_sub(NAMED);
    let named = rows.into_iter().take(NAMED).map(|row| {
        let told = words::row(row.place, row.id.as_deref(), &row.reason);
        view! { <li dir="auto">{told}</li> }
    });
    view! {
        <details class="unreadable-rows">
            <summary>{words::WHICH}</summary>
            <ul>{named.collect_view()} {(more > 0).then(|| view! { <li>{words::more(more)}</li> })}</ul>
        </details>
    }
}
