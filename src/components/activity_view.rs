//! An activity, with every field that it has.

use leptos::prelude::*;

use crate::api::activity::{Activity, Creator};
use crate::api::id::ActivityId;
use crate::components::date_text::Moment;
use crate::components::long_text::{LongText, result_file};
use crate::components::properties::{Properties, Property};
use crate::components::status_badge::StatusBadge;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::status::Status;
use crate::visible;
use crate::words;
use crate::words::fields;

/// The fields of an activity. What is null is a dash; text from outside stays text.
#[component]
pub fn ActivityFields(
    /// The activity.
    activity: Activity,
) -> impl IntoView {
    let parent = activity.parent_id.map(|id| {
        let href = use_navigation().href(&Route::Activity(id));
        view! { <a href=href>{id.to_string()}</a> }
    });
    let mut properties: Vec<Property> = vec![
        (fields::ID, activity.id.to_string().into_any()),
        (fields::STATUS, view! { <StatusBadge status=Status::from(&activity.activity_status) /> }.into_any()),
        (fields::SUMMARY, text(activity.summary)),
        (fields::TYPE, text(activity.kind)),
        (fields::CREATOR, text(activity.creator.and_then(creator))),
        (fields::CREATED, view! { <Moment date=activity.creation_time /> }.into_any()),
        (fields::APPROVED, view! { <Moment date=activity.approval_time /> }.into_any()),
        (fields::COMPLETED, view! { <Moment date=activity.completion_time /> }.into_any()),
        (fields::DELIVER_DELAY_WINDOW, text(activity.deliver_delay_window.map(minutes))),
        (fields::PARENT, parent.map_or_else(|| words::NOTHING.into_any(), IntoAny::into_any)),
        (fields::RESULT_CODE, text(activity.result_code.map(|code| code.to_string()))),
        (fields::RESULT_TEXT, result_text(activity.id, activity.result_text)),
    ];
    if let Some(computer) = activity.computer_id {
        properties.push((fields::COMPUTER_ID, computer.to_string().into_any()));
    }
    view! { <Properties properties /> }
}

/// A text from outside, or a dash.
fn text(text: Option<String>) -> AnyView {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => view! { <span dir="auto">{visible::line(&text)}</span> }.into_any(),
        None => words::NOTHING.into_any(),
    }
}

fn result_text(id: ActivityId, result: Option<String>) -> AnyView {
    match result.filter(|text| !text.is_empty()) {
        Some(text) => view! { <LongText text label=fields::RESULT_TEXT file=result_file(id) /> }.into_any(),
        None => words::NOTHING.into_any(),
    }
}

fn minutes(window: i64) -> String {
    words::activity::window(usize::try_from(window).unwrap_or_default())
}

fn creator(creator: Creator) -> Option<String> {
    match (creator.name, creator.email) {
        (Some(name), Some(email)) => Some(words::activity::creator(&name, &email)),
        (name, email) => name.or(email),
    }
}
