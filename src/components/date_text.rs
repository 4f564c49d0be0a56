//! A date of the API.

use leptos::prelude::*;

use crate::api::date::ApiDate;
use crate::components::data_table::cell::Piece;
use crate::expiry::{ExpiryStatus, days_left};
use crate::format::{api_day, api_exact, api_minute, now, relative_days, relative_seconds, seconds_until};
use crate::visible;
use crate::words::{self, dates};

const DISTANCE: &str = "u-text--muted date-text__distance";

/// The day something ends: the API's own, never shifted by the browser's zone, and how far it is; the exact value on
/// hover.
#[component]
pub fn EndDay(
    /// When it ends; none is never.
    date: Option<ApiDate>,
) -> impl IntoView {
    let EndText { text, exact, distance } = EndText::of(date.as_ref());
    let written = date.map(|date| date.as_written().to_owned());
    view! {
        <time datetime=written title=exact>{text}</time>
        <Distance distance />
    }
}

/// The same in a cell.
pub fn end_day(date: Option<&ApiDate>) -> Vec<Piece> {
    let EndText { text, exact, distance } = EndText::of(date);
    let mut time = Piece::element("time", text).with("title", exact);
    if let Some(date) = date {
        time = time.with("datetime", date.as_written());
    }
    let Some(distance) = distance else { return vec![time] };
    vec![time, Piece::text(dates::SEPARATOR), Piece::element("span", distance).with("class", DISTANCE)]
}

/// An end in words.
struct EndText {
    text: String,
    exact: String,
    distance: Option<String>,
}

impl EndText {
    fn of(date: Option<&ApiDate>) -> Self {
        let never = ExpiryStatus::of(date, now()) == ExpiryStatus::Never;
        Self {
            text: date.filter(|_| !never).map_or_else(|| ExpiryStatus::Never.label(), api_day),
            exact: date.map_or_else(|| dates::NO_END.to_owned(), api_exact),
            distance: days_left(date, now()).map(relative_days),
        }
    }
}

/// The day that Ubuntu Pro ends on a computer, and how far it is. A dash stands for none that is told: that is not "never".
/// Words that are no date, such as "n/a", are shown as they are.
#[component]
pub fn ProEnd(
    /// What the computer says of it.
    date: Option<ApiDate>,
) -> impl IntoView {
    match date.filter(|date| !date.as_written().trim().is_empty()) {
        None => words::NOTHING.into_any(),
        Some(date) if date.day().is_none() => {
            view! { <span dir="auto">{visible::line(date.as_written())}</span> }.into_any()
        }
        Some(date) => view! { <EndDay date=Some(date) /> }.into_any(),
    }
}

/// A day and time, in UTC, and how far it is; the exact value on hover.
#[component]
pub fn Moment(
    /// When; a dash stands for none.
    date: Option<ApiDate>,
) -> impl IntoView {
    match date {
        None => words::NOTHING.into_any(),
        Some(date) => {
            let distance = date.time().map(|time| relative_seconds(seconds_until(time)));
            let (text, exact) = (api_minute(&date), api_exact(&date));
            view! {
                <time datetime=date.as_written().to_owned() title=exact>{text}</time>
                <Distance distance />
            }
            .into_any()
        }
    }
}

/// How far it is, where that can be told.
#[component]
fn Distance(distance: Option<String>) -> impl IntoView {
    distance.map(|distance| {
        view! {
            {dates::SEPARATOR}
            <span class=DISTANCE>{distance}</span>
        }
    })
}
