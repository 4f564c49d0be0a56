//! All contracts of the account.

mod sheet;
mod text;

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::computer::query::{ComputerQuery, Selector};
use crate::api::contract::Contract;
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
use crate::components::search::SearchField;
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
use crate::pages::contracts::list::sheet::{COLUMNS as SHEET, hints};
use crate::pages::contracts::list::text::Texts;
use crate::reading::Reader;
use crate::route::Route;
use crate::sight::{Sight, in_sight};
use crate::status::Meaning;
use crate::visible;
use crate::words;
use crate::words::{contracts_page, counts, fields, headings};

const ACTIVE_ONLY: &str = "active_only";
const FILTER: &str = "filter";
const DEFAULT_SORT: Sort = Sort::by("expires");

static COLUMNS: [Column<Contract>; 5] = [
    Column {
        key: "contract",
        label: fields::CONTRACT,
        is_numeric: false,
        sort_key: Some(|contract| Key::Text(&contract.contract_id.0)),
        cell: Cell::Pieces(|contract| {
            let href = use_navigation().href(&Route::Contract(contract.contract_id.clone()));
            vec![Piece::element("a", visible::line(&contract.contract_id.0)).with("href", href).with("dir", "auto")]
        }),
    },
    Column {
        key: "id",
        label: fields::ID,
        is_numeric: true,
        sort_key: Some(|contract| Key::Number(contract.id)),
        cell: Cell::Pieces(|contract| vec![Piece::text(contract.id.to_string())]),
    },
    Column {
        key: "expires",
        label: fields::EXPIRES,
        is_numeric: false,
        sort_key: Some(|contract| Key::Number(expiry::order(contract.expiration_date.as_ref()))),
        cell: Cell::Pieces(|contract| end_day(contract.expiration_date.as_ref())),
    },
    Column {
        key: "status",
        label: fields::STATUS,
        is_numeric: false,
        sort_key: Some(|contract| Key::Number(status(contract).order())),
        cell: Cell::Pieces(|contract| vec![status_badge(&status(contract).into())]),
    },
    Column {
        key: "computers",
        label: fields::COMPUTERS,
        is_numeric: true,
        sort_key: None,
        cell: Cell::View(|contract| view! { <Computers contract /> }.into_any()),
    },
];

fn status(contract: &Contract) -> ExpiryStatus {
    ExpiryStatus::of(contract.expiration_date.as_ref(), now())
}

/// How many computers are on a contract, asked for when its row is in sight.
#[component]
fn Computers(contract: Placed<Contract>) -> impl IntoView {
    let (is_seen, navigation) = (RwSignal::new(false), use_navigation());
    let id = move || contract.read().contract_id.clone();
    let counted = use_counts().follow_while(is_seen.into(), move || ComputerQuery::of(&Selector::Contract(id())));
    let href = Signal::derive(move || {
        let filter = ComputerFilter { contract: Some(id()), ..ComputerFilter::default() };
        navigation.address(&filter.location())
    });
    view! {
        <span use:in_sight=is_seen>
            <CountLink counted href label=move |many| counts::computers_on(many, &id().0) />
        </span>
    }
}

/// The page "Contracts".
#[component]
pub fn ContractsPage() -> impl IntoView {
    provide_context(Sight::start());
    let navigation = use_navigation();
    let query = navigation.query();
    let ends = Memo::new(move |_| EndFilter::of(&query.read()));
    let active_only = Memo::new(move |_| query.read().is_true(ACTIVE_ONLY));
    let filter = Memo::new(move |_| query.read().get(FILTER).unwrap_or_default().to_owned());
    let reader = Reader::new(
        move || active_only.get(),
        |client, is_active_only| async move {
            let List { results, unreadable } = client.contracts(is_active_only).await?;
            let contracts = results.into_iter().map(Arc::new).collect();
            let contracts = Arc::new(Rows::new(contracts, &COLUMNS));
            Ok(Answer { is_active_only, contracts, unreadable, texts: OnceLock::new() })
        },
    );
    let ready = move |answer| view! { <ContractsTable answer filter ends /> };
    view! {
        <PageHeader heading=Route::Contracts.heading() />
        <div class="toolbar" role="search">
            <SearchField
                label=contracts_page::FILTER
                value=filter
                on_change=Callback::new(move |text: String| {
                    navigation.replace_query(query.get_untracked().with(FILTER, &text).with(PAGE, ""));
                })
            />
            <Checkbox
                label=contracts_page::ACTIVE_ONLY
                checked=active_only
                on_change=Callback::new(move |on| {
                    navigation.push_query(query.get_untracked().with_switch(ACTIVE_ONLY, on).with(PAGE, ""));
                })
            />
            <EndChoice
                value=ends
                on_change=Callback::new(move |ends: EndFilter| navigation.push_query(ends.put(&query.get_untracked()).with(PAGE, "")))
            />
        </div>
        <Load reader ready />
    }
}

/// What was answered, and to which question. Rows are shared by the table's views, never cloned.
struct Answer {
    is_active_only: bool,
    contracts: Arc<Rows<Contract>>,
    unreadable: Vec<Unreadable>,
    /// What each contract shows, once somebody filters.
    texts: OnceLock<Texts>,
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        self.is_active_only == other.is_active_only
            && self.contracts == other.contracts
            && self.unreadable == other.unreadable
    }
}

impl Answer {
    fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| Texts::of(self.contracts.as_they_came()))
    }
}

#[component]
fn ContractsTable(answer: Arc<Answer>, filter: Memo<String>, ends: Memo<EndFilter>) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let sort = Memo::new(move |_| Sort::from_query(&query.read(), &sortable(&COLUMNS), DEFAULT_SORT));
    let (total, is_active_only) = (answer.contracts.len(), answer.is_active_only);
    let unreadable = answer.unreadable.clone();
    let (missing, is_odd) = (unreadable.clone(), !unreadable.is_empty());
    let rows = Memo::new(move |_| {
        let (needle, ends, now) = (filter.read().trim().to_lowercase(), ends.get(), now());
        let mut rows = answer.contracts.sorted(sort.get());
        if !needle.is_empty() {
            let showing = answer.texts().showing(&needle);
            rows = rows.among(|place, _| showing.get(place) == Some(&true));
        }
        if ends != EndFilter::Any {
            rows = rows.among(|_, contract| ends.accepts(contract.expiration_date.as_ref(), now));
        }
        rows
    });
    let on_sort = Callback::new(move |sort: Sort| {
        navigation.push_query(sort.to_query(&query.get_untracked(), DEFAULT_SORT).with(PAGE, ""));
    });
    let counted = move || match rows.read().len() {
        shown if shown == total => words::contracts(total),
        shown => words::some_of(shown, &words::contracts(total)),
    };
    announce(counted);
    let stem = Signal::derive(move || {
        stem("contracts", &hints(is_active_only, ends.get(), &filter.read()).each_ref().map(String::as_str))
    });
    let produce = move |sheet: Sheet<Contract>| {
        let (rows, missing) = (rows.read_untracked().iter().cloned().collect::<Vec<_>>(), missing.clone());
        async move {
            sheet.write(&rows).await;
            sheet.write_unreadable(&missing).await;
            Ok(())
        }
    };
    view! {
        <TableCount text=Signal::derive(counted) meanings=Meaning::of_ends()>
            {(total > 0).then(|| view! { <CsvButton stem columns=&SHEET produce /> })}
        </TableCount>
        <UnreadableRows rows=unreadable />
        <Show
            when=move || !rows.read().is_empty()
            fallback=move || (!is_odd || total > 0).then(|| view! { <NoContracts total is_active_only /> })
        >
            <PagedTable caption=headings::CONTRACTS columns=&COLUMNS rows sort on_sort />
        </Show>
    }
}

/// Why there is no row.
#[component]
fn NoContracts(total: usize, is_active_only: bool) -> impl IntoView {
    match (total, is_active_only) {
        (0, false) => view! {
            <Empty title=contracts_page::NONE>{contracts_page::NONE_REASON}</Empty>
        }
        .into_any(),
        (0, true) => view! {
            <Empty title=contracts_page::NO_ACTIVE>
                {contracts_page::NO_ACTIVE_REASON}
            </Empty>
        }
        .into_any(),
        _ => view! {
            <Empty title=contracts_page::NO_MATCH>{contracts_page::NO_MATCH_REASON}</Empty>
        }
        .into_any(),
    }
}
