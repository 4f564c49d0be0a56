//! All legacy licenses of the account.

mod sheet;

use std::sync::Arc;

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::computer::query::{ComputerQuery, Selector};
use crate::api::license::{License, LicenseFilter};
use crate::api::page::List;
use crate::api::row::Unreadable;
use crate::components::checkbox::Checkbox;
use crate::components::count_link::CountLink;
use crate::components::csv_button::{CsvButton, Sheet};
use crate::components::data_table::cell::{Cell, Piece, Placed};
use crate::components::data_table::rows::{Key, Rows};
use crate::components::data_table::sort::Sort;
use crate::components::data_table::{Column, sortable};
use crate::components::date_text::end_day;
use crate::components::empty::Empty;
use crate::components::end_choice::EndChoice;
use crate::components::load::Load;
use crate::components::page_header::PageHeader;
use crate::components::paged_table::{PAGE, PagedTable};
use crate::components::status_badge::status_badge;
use crate::components::table_count::TableCount;
use crate::components::unreadable_rows::UnreadableRows;
use crate::computer_filter::ComputerFilter;
use crate::counts::use_counts;
use crate::csv::stem;
use crate::expiry::filter::EndFilter;
use crate::expiry::{self, ExpiryStatus};
use crate::format::now;
use crate::navigation::use_navigation;
use crate::pages::legacy_licenses::list::sheet::{COLUMNS as SHEET, hints};
use crate::reading::Reader;
use crate::route::Route;
use crate::sight::{Sight, in_sight};
use crate::status::Meaning;
use crate::words;
use crate::words::{counts, fields, headings, licenses_page};

const ACTIVE_ONLY: &str = "active_only";
const AVAILABLE_ONLY: &str = "available_only";
const DEFAULT_SORT: Sort = Sort::by("expires");

static COLUMNS: [Column<License>; 5] = [
    Column {
        key: "license",
        label: fields::LICENSE,
        is_numeric: false,
        sort_key: Some(|license| Key::Number(license.id.0)),
        cell: Cell::Pieces(|license| {
            let route = Route::LegacyLicense(license.id);
            vec![Piece::element("a", route.heading()).with("href", use_navigation().href(&route))]
        }),
    },
    Column {
        key: "available_seats",
        label: fields::AVAILABLE_SEATS,
        is_numeric: true,
        // None known comes before the fewest.
        sort_key: Some(|license| Key::Number(license.available_seats.unwrap_or(i64::MIN))),
        cell: Cell::Pieces(|license| vec![Piece::text(seats(license))]),
    },
    Column {
        key: "expires",
        label: fields::EXPIRES,
        is_numeric: false,
        sort_key: Some(|license| Key::Number(expiry::order(license.expiration_date.as_ref()))),
        cell: Cell::Pieces(|license| end_day(license.expiration_date.as_ref())),
    },
    Column {
        key: "status",
        label: fields::STATUS,
        is_numeric: false,
        sort_key: Some(|license| Key::Number(status(license).order())),
        cell: Cell::Pieces(|license| vec![status_badge(&status(license).into())]),
    },
    Column {
        key: "computers",
        label: fields::COMPUTERS,
        is_numeric: true,
        sort_key: None,
        cell: Cell::View(|license| view! { <Computers license /> }.into_any()),
    },
];

fn status(license: &License) -> ExpiryStatus {
    ExpiryStatus::of(license.expiration_date.as_ref(), now())
}

fn seats(license: &License) -> String {
    license.available_seats.map_or_else(|| words::NOTHING.to_owned(), |seats| seats.to_string())
}

/// How many computers hold a seat of a license, asked for when its row is in sight.
#[component]
fn Computers(license: Placed<License>) -> impl IntoView {
    let (is_seen, navigation) = (RwSignal::new(false), use_navigation());
    let id = move || license.read().id;
    let counted = use_counts().follow_while(is_seen.into(), move || ComputerQuery::of(&Selector::LegacyLicense(id())));
    let href = Signal::derive(move || {
        let filter = ComputerFilter { legacy_license: Some(id()), ..ComputerFilter::default() };
        navigation.address(&filter.location())
    });
    let name = move || Route::LegacyLicense(id()).heading();
    view! {
        <span use:in_sight=is_seen>
            <CountLink counted href label=move |many| counts::computers_on(many, &name()) />
        </span>
    }
}

/// The page "Legacy licenses".
#[component]
pub fn LegacyLicensesPage() -> impl IntoView {
    provide_context(Sight::start());
    let navigation = use_navigation();
    let query = navigation.query();
    let ends = Memo::new(move |_| EndFilter::of(&query.read()));
    let filter = Memo::new(move |_| {
        let query = query.read();
        LicenseFilter { active_only: query.is_true(ACTIVE_ONLY), available_only: query.is_true(AVAILABLE_ONLY) }
    });
    let reader = Reader::new(
        move || filter.get(),
        |client, filter| async move {
            let List { results, unreadable } = client.licenses(filter).await?;
            let licenses = results.into_iter().map(Arc::new).collect();
            Ok(Answer { filter, licenses: Arc::new(Rows::new(licenses, &COLUMNS)), unreadable })
        },
    );
    let ready = move |answer: Arc<Answer>| view! { <LicensesTable answer ends /> };
    let switch = move |name| {
        Callback::new(move |on| navigation.push_query(query.get_untracked().with_switch(name, on).with(PAGE, "")))
    };
    view! {
        <PageHeader heading=Route::LegacyLicenses.heading() />
        <div class="toolbar" role="search">
            <Checkbox
                label=licenses_page::ACTIVE_ONLY
                checked=Signal::derive(move || filter.get().active_only)
                on_change=switch(ACTIVE_ONLY)
            />
            <Checkbox
                label=licenses_page::AVAILABLE_ONLY
                checked=Signal::derive(move || filter.get().available_only)
                on_change=switch(AVAILABLE_ONLY)
            />
            <EndChoice
                value=ends
                on_change=Callback::new(move |ends: EndFilter| navigation.push_query(ends.put(&query.get_untracked()).with(PAGE, "")))
            />
        </div>
        <Load reader ready />
    }
}

/// What was answered, and to which question.
#[derive(PartialEq)]
struct Answer {
    filter: LicenseFilter,
    licenses: Arc<Rows<License>>,
    unreadable: Vec<Unreadable>,
}

#[component]
fn LicensesTable(answer: Arc<Answer>, ends: Memo<EndFilter>) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let sort = Memo::new(move |_| Sort::from_query(&query.read(), &sortable(&COLUMNS), DEFAULT_SORT));
    let (total, filter) = (answer.licenses.len(), answer.filter);
    let unreadable = answer.unreadable.clone();
    let (missing, is_odd) = (unreadable.clone(), !unreadable.is_empty());
    let rows = Memo::new(move |_| {
        let (ends, now) = (ends.get(), now());
        let rows = answer.licenses.sorted(sort.get());
        if ends == EndFilter::Any {
            return rows;
        }
        rows.among(|_, license| ends.accepts(license.expiration_date.as_ref(), now))
    });
    let on_sort = Callback::new(move |sort: Sort| {
        navigation.push_query(sort.to_query(&query.get_untracked(), DEFAULT_SORT).with(PAGE, ""));
    });
    let counted = move || match rows.read().len() {
        shown if shown == total => words::licenses(total),
        shown => words::some_of(shown, &words::licenses(total)),
    };
    announce(counted);
    let stem =
        Signal::derive(move || stem("legacy-licenses", &hints(filter, ends.get()).each_ref().map(String::as_str)));
    let produce = move |sheet: Sheet<License>| {
        let (rows, missing) = (rows.read_untracked().iter().cloned().collect::<Vec<_>>(), missing.clone());
        async move {
            sheet.write(&rows).await;
            sheet.write_unreadable(&missing).await;
            Ok(())
        }
    };
    let is_filtered = total > 0 || filter != LicenseFilter::default();
    view! {
        <TableCount text=Signal::derive(counted) meanings=Meaning::of_ends()>
            {(total > 0).then(|| view! { <CsvButton stem columns=&SHEET produce /> })}
        </TableCount>
        <UnreadableRows rows=unreadable />
        <Show when=move || !rows.read().is_empty() fallback=move || (!is_odd || total > 0).then(|| view! { <NoLicenses is_filtered /> })>
            <PagedTable caption=headings::LEGACY_LICENSES columns=&COLUMNS rows sort on_sort />
        </Show>
    }
}

/// Why there is no row.
#[component]
fn NoLicenses(is_filtered: bool) -> impl IntoView {
    let (title, reason) = if is_filtered {
        (licenses_page::NO_MATCH, licenses_page::NO_MATCH_REASON)
    } else {
        (licenses_page::NONE, licenses_page::NONE_REASON)
    };
    view! { <Empty title=title>{reason}</Empty> }
}
