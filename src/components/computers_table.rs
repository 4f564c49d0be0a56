//! The computers of an activity, with what came of it on each.

mod row;

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use self::row::ComputerRow;
use crate::announcer::announce;
use crate::api::activity::Activity;
use crate::api::id::ActivityId;
use crate::components::growth::grow;
use crate::components::pagination::{Pagination, page_of, page_text};
use crate::components::unreadable_rows::UnreadableRows;
use crate::effects::effect;
use crate::follow::children::Children;
use crate::follow::followed::Followed;
use crate::navigation::use_navigation;
use crate::status::Status;
use crate::words::{self, fields, follow};

/// How many rows stand in the page at once: few enough that thousands of computers keep no frame waiting.
const ROWS: usize = 50;
/// How many of them are made within one frame.
const STEP: usize = 10;
const STATUS: &str = "status";
const PAGE: &str = "page";

/// The table "Computers in this activity", with a filter by status.
#[component]
pub fn ComputersTable(
    /// The activity.
    followed: Followed,
    /// What it is called.
    #[prop(default = follow::COMPUTERS)]
    caption: &'static str,
) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let status = Memo::new(move |_| query.read().get(STATUS).unwrap_or_default().to_owned());
    let matching = Memo::new_with_compare(
        move |_| matching(&followed.children.read(), &status.read()),
        |before, now| !are_the_same(before, now),
    );
    let total = Memo::new(move |_| matching.read().len());
    let asked = Memo::new(move |_| page_of(query.read().get(PAGE)));
    // Not by way of `total`: an effect that comes to a memo by two ways can miss its change.
    let grown = RwSignal::new(((String::new(), 1), STEP));
    let rows = move || {
        let mut rows = matching.with(|matching| part(matching, asked.get()));
        let ((of_status, of_page), many) = grown.get();
        rows.truncate(if of_status == *status.read() && of_page == asked.get() { many } else { STEP });
        rows
    };
    effect(move || {
        let list = (status.get(), asked.get());
        grown.set((list.clone(), STEP));
        grow(grown, list, STEP, ROWS);
    });
    let page = Signal::derive(move || within(asked.get(), total.get()));
    effect(move || {
        let computers: Vec<_> = rows().iter().filter_map(|child| child.computer_id).collect();
        followed.want_names.run(computers);
    });
    let unreadable = Memo::new(move |_| followed.children.with(Children::unreadable));
    let opened = RwSignal::new(HashSet::<ActivityId>::new());
    announce(move || if status.read().is_empty() { String::new() } else { words::computers(total.get()) });
    let on_page = Callback::new(move |page| {
        navigation.push_query(query.get_untracked().with(PAGE, &page_text(page)));
    });
    view! {
        <section aria-labelledby="computers-table-heading">
            <h2 id="computers-table-heading" class="p-heading--3">{caption}</h2>
            <StatusFilter followed status />
            {move || {
                let rows = unreadable.get();
                view! { <UnreadableRows rows /> }
            }}
            <div class="data-table" role="region" aria-label=words::table_of(caption) tabindex="0">
                <table class="computers-table">
                    <caption class="u-off-screen">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{fields::COMPUTER}</th>
                            <th scope="col">{fields::STATUS}</th>
                            <th scope="col">{fields::RESULT}</th>
                            <th scope="col">{fields::FINISHED}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=rows key=|row| Arc::as_ptr(row).addr() let:row>
                            <ComputerRow child=row names=followed.names opened />
                        </For>
                    </tbody>
                </table>
            </div>
            <Show when=move || total.get() == 0>
                <p class="u-text--muted">{follow::NO_COMPUTERS}</p>
            </Show>
            <Pagination label=caption page length=ROWS total on_page />
        </section>
    }
}

/// The part that is asked for, or the last one where there are fewer.
fn within(page: usize, total: usize) -> usize {
    page.min(total.div_ceil(ROWS)).max(1)
}

fn part(matching: &[Arc<Activity>], page: usize) -> Vec<Arc<Activity>> {
    let first = (within(page, matching.len()) - 1) * ROWS;
    matching.iter().skip(first).take(ROWS).cloned().collect()
}

/// The children of a status, by its label; all where it is empty.
fn matching(children: &Children, status: &str) -> Vec<Arc<Activity>> {
    let is_wanted = |child: &&Arc<Activity>| status.is_empty() || Status::from(&child.activity_status).label == status;
    children.iter().filter(is_wanted).cloned().collect()
}

fn are_the_same(before: Option<&Vec<Arc<Activity>>>, now: Option<&Vec<Arc<Activity>>>) -> bool {
    let (Some(before), Some(now)) = (before, now) else { return false };
    before.len() == now.len() && before.iter().zip(now).all(|(before, now)| Arc::ptr_eq(before, now))
}

/// How many computers there are of each status; a press shows those alone.
#[component]
fn StatusFilter(followed: Followed, status: Memo<String>) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let counts = Memo::new(move |_| followed.children.with(Children::count_statuses));
    let labels = move || counts.get().into_iter().map(|(status, _)| status.label).collect::<Vec<_>>();
    let all = Memo::new(move |_| followed.children.with(|children| children.iter().count()));
    let choose = Callback::new(move |wanted: String| {
        navigation.push_query(query.get_untracked().with(STATUS, &wanted).with(PAGE, ""));
    });
    view! {
        <div class="computers-table__filter" role="group" aria-label=follow::FILTER>
            <FilterButton label=follow::ALL.to_owned() wanted=String::new() many=all status choose />
            <For
                each=labels
                key=Clone::clone
                let:label
            >
                {
                    let wanted = label.clone();
                    let many = Memo::new(move |_| {
                        counts.read().iter().find(|(status, _)| status.label == wanted).map_or(0, |(_, many)| *many)
                    });
                    view! { <FilterButton label=label.clone() wanted=label many status choose /> }
                }
            </For>
        </div>
    }
}

#[component]
fn FilterButton(
    label: String,
    wanted: String,
    many: Memo<usize>,
    status: Memo<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let pressed = wanted.clone();
    view! {
        <button
            type="button"
            class="p-button is-dense u-no-margin--bottom"
            aria-pressed=move || (*status.read() == pressed).to_string()
            on:click=move |_| choose.run(wanted.clone())
        >
            {move || follow::counted(&label, many.get())}
        </button>
    }
}
