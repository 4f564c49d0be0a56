//! The table of activities.

use std::sync::Arc;

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::activity::Activity;
use crate::components::date_text::Moment;
use crate::components::empty::Empty;
use crate::components::notification::Notification;
use crate::components::pagination::{Pagination, page_text};
use crate::components::status_badge::StatusBadge;
use crate::components::table_count::TableCount;
use crate::components::unreadable_rows::UnreadableRows;
use crate::follow::progress::Progress;
use crate::navigation::use_navigation;
use crate::pages::activities::list::Listed;
use crate::pages::activities::list::filter::PAGE;
use crate::recent::LENGTH;
use crate::route::Route;
use crate::status::{Meaning, Status, Tone};
use crate::visible;
use crate::words::{self, activities_page, fields, headings};

/// What came of a reading.
#[component]
pub fn ActivitiesTable(
    /// What came.
    listed: Arc<Listed>,
    /// The address of the person who looks.
    email: Memo<Option<String>>,
) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let shown = listed.activities.len();
    let counted = activities_page::counted(shown, listed.others);
    announce({
        let counted = counted.clone();
        move || counted.clone()
    });
    let on_page = Callback::new(move |page| {
        navigation.push_query(query.get_untracked().with(PAGE, &page_text(page)));
    });
    let (page, total, is_refused) = (listed.filter.page, listed.count, listed.is_refused);
    view! {
        {is_refused.then(|| {
            view! {
                <Notification tone=Tone::Information title=activities_page::REFUSED>
                    <p class="p-notification__message">{activities_page::REFUSED_REASON}</p>
                </Notification>
            }
        })}
        <TableCount text=counted meanings=Meaning::of_activities() />
        <UnreadableRows rows=listed.unreadable.clone() other_count=listed.other_count />
        {if shown == 0 && !listed.unreadable.is_empty() {
            ().into_any()
        } else if shown == 0 {
            view! { <NoActivities is_narrow=listed.filter.is_narrow() /> }.into_any()
        } else {
            view! { <Rows listed email /> }.into_any()
        }}
        <Pagination
            label=headings::ACTIVITIES
            page=Signal::stored(page)
            length=usize::try_from(LENGTH).unwrap_or(usize::MAX)
            total=Signal::stored(total)
            on_page
        />
    }
}

#[component]
fn NoActivities(is_narrow: bool) -> impl IntoView {
    let (title, reason) = if is_narrow {
        (activities_page::NO_MATCH, activities_page::NO_MATCH_REASON)
    } else {
        (activities_page::NONE, activities_page::NONE_REASON)
    };
    view! { <Empty title=title>{reason}</Empty> }
}

#[component]
fn Rows(listed: Arc<Listed>, email: Memo<Option<String>>) -> impl IntoView {
    let attempt = listed.filter.attempt;
    let rows = listed.activities.iter().map(|activity| {
        let is_match = attempt.is_some_and(|attempt| attempt.may_have_made(activity, email.read().as_deref()));
        view! { <ActivityRow activity=activity.clone() is_match /> }
    });
    view! {
        <div class="data-table" role="region" aria-label=words::table_of(headings::ACTIVITIES) tabindex="0">
            <table>
                <caption class="u-off-screen">{headings::ACTIVITIES}</caption>
                <thead>
                    <tr>
                        <th scope="col">{fields::ACTIVITY}</th>
                        <th scope="col">{fields::SUMMARY}</th>
                        <th scope="col">{fields::STATUS}</th>
                        <th scope="col">{fields::PROGRESS}</th>
                        <th scope="col">{fields::CREATOR}</th>
                        <th scope="col">{fields::CREATED}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[component]
fn ActivityRow(activity: Activity, is_match: bool) -> impl IntoView {
    let route = Route::Activity(activity.id);
    let (href, heading) = (use_navigation().href(&route), route.heading());
    let nothing = || words::NOTHING.to_owned();
    let progress = Progress::of_parent(&activity).map_or_else(nothing, |progress| progress.text());
    let creator = activity.creator.and_then(|creator| creator.name.or(creator.email)).unwrap_or_else(nothing);
    let mark = is_match.then(|| {
        let status = Status { label: activities_page::MATCH.to_owned(), tone: Tone::Caution };
        view! {
            " "
            <StatusBadge status />
        }
    });
    view! {
        <tr>
            <th scope="row"><a href=href>{heading}</a>{mark}</th>
            <td dir="auto">{visible::line(activity.summary.as_deref().unwrap_or(words::NOTHING))}</td>
            <td><StatusBadge status=Status::from(&activity.activity_status) /></td>
            <td>{progress}</td>
            <td dir="auto">{visible::line(&creator)}</td>
            <td><Moment date=activity.creation_time /></td>
        </tr>
    }
}
