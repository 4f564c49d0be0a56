//! All legacy licenses of the account.

mod sheet;

use std::sync::Arc;

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::license::{License, LicenseFilter};
use crate::components::checkbox::Checkbox;
use crate::components::csv_button::{CsvButton, Sheet};
use crate::components::data_table::sort::Sort;
use crate::components::data_table::{Column, DataTable, sortable, sorted};
use crate::components::date_text::EndDay;
use crate::components::empty::Empty;
use crate::components::load::Load;
use crate::components::page_header::PageHeader;
use crate::components::status_badge::StatusBadge;
use crate::components::table_count::TableCount;
use crate::csv::stem;
use crate::expiry::{ExpiryStatus, compare_ends};
use crate::format::now;
use crate::navigation::use_navigation;
use crate::pages::legacy_licenses::list::sheet::{COLUMNS as SHEET, hints};
use crate::reading::Reader;
use crate::route::Route;
use crate::status::Meaning;
use crate::words;
use crate::words::{fields, headings, licenses_page};

const ACTIVE_ONLY: &str = "active_only";
const AVAILABLE_ONLY: &str = "available_only";
const DEFAULT_SORT: Sort = Sort::by("expires");

static COLUMNS: [Column<License>; 4] = [
    Column {
        key: "license",
        label: fields::LICENSE,
        is_numeric: false,
        compare: Some(|left, right| left.id.cmp(&right.id)),
        cell: |license| {
            let href = use_navigation().href(&Route::LegacyLicense(license.id));
            view! { <a href=href>{Route::LegacyLicense(license.id).heading()}</a> }.into_any()
        },
    },
    Column {
        key: "available_seats",
        label: fields::AVAILABLE_SEATS,
        is_numeric: true,
        compare: Some(|left, right| left.available_seats.cmp(&right.available_seats)),
        cell: |license| seats(license).into_any(),
    },
    Column {
        key: "expires",
        label: fields::EXPIRES,
        is_numeric: false,
        compare: Some(|left, right| compare_ends(left.expiration_date.as_ref(), right.expiration_date.as_ref())),
        cell: |license| view! { <EndDay date=license.expiration_date.clone() /> }.into_any(),
    },
    Column {
        key: "status",
        label: fields::STATUS,
        is_numeric: false,
        compare: Some(|left, right| status(left).cmp(&status(right))),
        cell: |license| view! { <StatusBadge status=status(license) /> }.into_any(),
    },
];

fn status(license: &License) -> ExpiryStatus {
    ExpiryStatus::of(license.expiration_date.as_ref(), now())
}

fn seats(license: &License) -> String {
    license.available_seats.map_or_else(|| words::NOTHING.to_owned(), |seats| seats.to_string())
}

/// The page "Legacy licenses".
#[component]
pub fn LegacyLicensesPage() -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let filter = Memo::new(move |_| {
        let query = query.read();
        LicenseFilter { active_only: query.is_true(ACTIVE_ONLY), available_only: query.is_true(AVAILABLE_ONLY) }
    });
    let reader = Reader::new(
        move || filter.get(),
        |client, filter| async move {
            let licenses = client.licenses(filter).await?.into_iter().map(Arc::new).collect();
            Ok(Answer { filter, licenses })
        },
    );
    let ready = |answer: Arc<Answer>| view! { <LicensesTable answer /> };
    let switch =
        move |name| Callback::new(move |on| navigation.push_query(query.get_untracked().with_switch(name, on)));
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
        </div>
        <Load reader ready />
    }
}

/// What was answered, and to which question.
#[derive(PartialEq)]
struct Answer {
    filter: LicenseFilter,
    licenses: Vec<Arc<License>>,
}

#[component]
fn LicensesTable(answer: Arc<Answer>) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let sort = Memo::new(move |_| Sort::from_query(&query.read(), &sortable(&COLUMNS), DEFAULT_SORT));
    let (total, filter) = (answer.licenses.len(), answer.filter);
    let rows = Memo::new(move |_| sorted(answer.licenses.iter().cloned(), &COLUMNS, sort.get()));
    let on_sort = Callback::new(move |sort: Sort| {
        navigation.push_query(sort.to_query(&query.get_untracked(), DEFAULT_SORT));
    });
    announce(move || words::licenses(total));
    if total == 0 {
        return view! { <NoLicenses filter /> }.into_any();
    }
    let stem = stem("legacy-licenses", &hints(filter));
    let produce = move |sheet: Sheet<License>| {
        let rows = rows.get_untracked();
        async move {
            sheet.write(&rows).await;
            Ok(())
        }
    };
    view! {
        <TableCount text=words::licenses(total) meanings=Meaning::of_ends()>
            <CsvButton stem columns=&SHEET produce />
        </TableCount>
        <DataTable caption=headings::LEGACY_LICENSES columns=&COLUMNS rows sort on_sort />
    }
    .into_any()
}

/// Why there is no row.
#[component]
fn NoLicenses(filter: LicenseFilter) -> impl IntoView {
    let is_filtered = filter != LicenseFilter::default();
    let (title, reason) = if is_filtered {
        (licenses_page::NO_MATCH, licenses_page::NO_MATCH_REASON)
    } else {
        (licenses_page::NONE, licenses_page::NONE_REASON)
    };
    view! {
        <p class="table-count">{words::licenses(0)}</p>
        <Empty title=title>{reason}</Empty>
    }
}
