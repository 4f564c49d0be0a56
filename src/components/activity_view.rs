//! An activity, with every field that it has.

use leptos::prelude::*;

use crate::api::activity::{Activity, Creator};
use crate::components::date_text::Moment;
use crate::components::properties::{Properties, Property};
use crate::components::status_badge::StatusBadge;
use crate::format::NOTHING;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::status::Status;

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
        ("ID", activity.id.to_string().into_any()),
        ("Status", view! { <StatusBadge status=Status::from(&activity.activity_status) /> }.into_any()),
        ("Summary", text(activity.summary)),
        ("Type", text(activity.kind)),
        ("Creator", text(activity.creator.and_then(creator))),
        ("Created", view! { <Moment date=activity.creation_time /> }.into_any()),
        ("Approved", view! { <Moment date=activity.approval_time /> }.into_any()),
        ("Completed", view! { <Moment date=activity.completion_time /> }.into_any()),
        ("Deliver delay window", text(activity.deliver_delay_window.map(minutes))),
        ("Parent", parent.map_or_else(|| NOTHING.into_any(), IntoAny::into_any)),
        ("Result code", text(activity.result_code.map(|code| code.to_string()))),
        ("Result text", result_text(activity.result_text)),
    ];
    if let Some(computer) = activity.computer_id {
        properties.push(("Computer ID", computer.to_string().into_any()));
    }
    view! { <Properties properties /> }
}

/// A text from outside, or a dash.
fn text(text: Option<String>) -> AnyView {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => view! { <span dir="auto">{text}</span> }.into_any(),
        None => NOTHING.into_any(),
    }
}

fn result_text(result: Option<String>) -> AnyView {
    match result.filter(|text| !text.is_empty()) {
        Some(text) => view! { <pre class="activity-view__result" dir="auto" tabindex="0">{text}</pre> }.into_any(),
        None => NOTHING.into_any(),
    }
}

fn minutes(window: i64) -> String {
    if window == 1 { "1 minute".to_owned() } else { format!("{window} minutes") }
}

fn creator(creator: Creator) -> Option<String> {
    match (creator.name, creator.email) {
        (Some(name), Some(email)) => Some(format!("{name} ({email})")),
        (name, email) => name.or(email),
    }
}
