//! When contracts and licenses end, as a drawing and as a table.

use leptos::prelude::*;

use crate::components::count_link::NumberLink;
use crate::format::now;
use crate::locale::{day, number};
use crate::navigation::{Location, use_navigation};
use crate::query::Query;
use crate::route::Route;
use crate::timeline::{Bar, Group, Timeline};
use crate::words::{headings, timeline as words};

const TABLE: &str = "timeline-table";
/// How many months stand between two names below the drawing.
const STEP: usize = 6;

/// The months to come, one bar each, with a table that says the same.
#[component]
pub fn TimelineChart(
    /// What ends when.
    timeline: Timeline,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let press = move |_| open.update(|open| *open = !*open);
    let label = move || if open.get() { words::HIDE_TABLE } else { words::SHOW_TABLE };
    let table = timeline.clone();
    view! {
        <Drawing timeline=timeline.clone() />
        <p>{summary(&timeline)}</p>
        <p>{beside(&timeline)}</p>
        <button
            type="button"
            class="p-button is-dense"
            aria-expanded=move || open.get().to_string()
            aria-controls=TABLE
            on:click=press
        >
            {label}
        </button>
        <div id=TABLE>
            <Show when=move || open.get()>
                <Table timeline=table.clone() />
            </Show>
        </div>
    }
}

/// What the drawing shows at a glance.
fn summary(timeline: &Timeline) -> String {
    let peak = timeline.peak().map(|peak| words::peak(peak.many, &peak.month.label()));
    peak.unwrap_or_else(|| words::NONE.to_owned())
}

/// What is not in the drawing.
fn beside(timeline: &Timeline) -> String {
    let groups = timeline.beside.iter().filter(|group| group.many.total() > 0);
    let sentence = |group: &Group| words::beside(&group.ends.label(), group.many.contracts, group.many.licenses);
    groups.map(sentence).collect::<Vec<_>>().join(" ")
}

/// The drawing, which says in words only what it is: the table has the numbers.
#[component]
fn Drawing(timeline: Timeline) -> impl IntoView {
    let bars = timeline.bars();
    let names =
        bars.iter().step_by(STEP).map(|bar| view! { <span>{bar.group.ends.short_label()}</span> }).collect_view();
    let (first, last) = (bars.first(), bars.last());
    let [begin, end] = [first, last].map(|bar| bar.map(|bar| bar.group.ends.short_label()).unwrap_or_default());
    let today = percent(timeline.today(now()));
    view! {
        <figure class="timeline-chart">
            <figcaption class="timeline-chart__legend">
                <span class="timeline-chart__key is-contracts">{headings::CONTRACTS}</span>
                <span class="timeline-chart__key is-licenses">{headings::LEGACY_LICENSES}</span>
                <span class="timeline-chart__key is-today">{words::today(&day(now().date()))}</span>
            </figcaption>
            // Time goes from left to right, whatever way a language is read.
            <div dir="ltr">
                <svg class="timeline-chart__drawing" role="img" aria-label=words::drawing(&begin, &end)>
                    {bars.into_iter().map(|bar| view! { <Month bar /> }).collect_view()}
                    <line class="timeline-chart__today" x1=today.clone() x2=today y1="0" y2="100%"></line>
                </svg>
                <p class="timeline-chart__months" aria-hidden="true">{names}</p>
            </div>
        </figure>
    }
}

#[component]
fn Month(bar: Bar) -> impl IntoView {
    let (left, width) = (percent(bar.left), percent(bar.width));
    let many = bar.group.many;
    let rect = |class: &'static str, top: f64, height: f64| {
        let (x, width) = (left.clone(), width.clone());
        (height > 0.0)
            .then(|| view! { <rect class=class x=x y=percent(top) width=width height=percent(height)></rect> })
    };
    let told = words::month(&bar.group.ends.short_label(), many.contracts, many.licenses);
    let total = (many.total() > 0).then(|| {
        view! {
            <text class="timeline-chart__number" aria-hidden="true" x=percent(bar.middle()) y=percent(bar.top()) dy="-0.35em">
                {number(many.total())}
            </text>
        }
    });
    view! {
        <g>
            <title>{told}</title>
            {rect("timeline-chart__contracts", 100.0 - bar.contracts, bar.contracts)}
            {rect("timeline-chart__licenses", bar.top(), bar.licenses)}
            {total}
        </g>
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

/// The same as a table: every month, and what lies beside the months, with the ways to the lists.
#[component]
fn Table(timeline: Timeline) -> impl IntoView {
    let rows = timeline.beside.iter().take(1).chain(&timeline.months).chain(timeline.beside.iter().skip(1));
    let rows = rows.map(|group| view! { <Row group=*group /> }).collect_view();
    view! {
        <table class="card__table timeline-chart__table">
            <caption class="u-off-screen">{words::TABLE}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::MONTH}</th>
                    <th scope="col" class="u-align--right">
                        {headings::CONTRACTS}
                    </th>
                    <th scope="col" class="u-align--right">
                        {headings::LEGACY_LICENSES}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn Row(group: Group) -> impl IntoView {
    let navigation = use_navigation();
    let address = |route| navigation.address(&Location { route, query: group.ends.put(&Query::default()) });
    let name = group.ends.short_label();
    let (contracts, licenses) = (group.many.contracts, group.many.licenses);
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td class="u-align--right">
                <NumberLink
                    many=contracts
                    href=address(Route::Contracts)
                    label=words::contracts_of(contracts, &name)
                />
            </td>
            <td class="u-align--right">
                <NumberLink
                    many=licenses
                    href=address(Route::LegacyLicenses)
                    label=words::licenses_of(licenses, &name)
                />
            </td>
        </tr>
    }
}
