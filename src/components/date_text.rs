//! A date of the API.

use leptos::prelude::*;

use crate::api::date::ApiDate;
use crate::expiry::ExpiryStatus;
use crate::format::{NOTHING, api_day, api_exact, api_minute, now};

/// The day something ends: the API's own, never shifted by the browser's zone; the exact value on hover.
#[component]
pub fn EndDay(
    /// When it ends; none is never.
    date: Option<ApiDate>,
) -> impl IntoView {
    let never = ExpiryStatus::of(date.as_ref(), now()) == ExpiryStatus::Never;
    let exact = date.as_ref().map_or_else(|| "No end date".to_owned(), api_exact);
    let text = date.as_ref().filter(|_| !never).map_or_else(|| ExpiryStatus::Never.label(), api_day);
    view! { <time datetime=date.map(|date| date.as_written().to_owned()) title=exact>{text}</time> }
}

/// A day and time, in UTC; the exact value on hover.
#[component]
pub fn Moment(
    /// When; a dash stands for none.
    date: Option<ApiDate>,
) -> impl IntoView {
    match date {
        None => NOTHING.into_any(),
        Some(date) => {
            let (text, exact) = (api_minute(&date), api_exact(&date));
            view! { <time datetime=date.as_written().to_owned() title=exact>{text}</time> }.into_any()
        }
    }
}
