//! The table of computers, or why there is none.

use std::sync::Arc;

use leptos::prelude::*;

use crate::announcer::announce;
use crate::components::computer_rows::ComputerRows;
use crate::components::empty::Empty;
use crate::components::pagination::{Pagination, page_text};
use crate::components::table_count::TableCount;
use crate::components::unreadable_rows::UnreadableRows;
use crate::computer_filter::ComputerFilter;
use crate::navigation::use_navigation;
use crate::pages::computers::list::listed::{LENGTH, Listed, Outcome, PAGE};
use crate::selection::Selection;
use crate::status::Meaning;
use crate::words::{self, computers_page, headings};

/// What came of a reading.
#[component]
pub fn ComputersTable(
    /// What came.
    listed: Arc<Listed>,
    /// Where the chosen ones are kept.
    selection: Selection,
) -> impl IntoView {
    let Outcome::Found { computers, unreadable, count, other_count, .. } = &listed.outcome else {
        return view! { <Empty title=computers_page::NOT_SHOWN>{computers_page::NOT_SHOWN_REASON}</Empty> }.into_any();
    };
    let (computers, count, page) = (Arc::clone(computers), *count, listed.page);
    let counted = words::computers(count);
    announce({
        let counted = counted.clone();
        move || counted.clone()
    });
    let rows = if computers.is_empty() && !unreadable.is_empty() {
        // That they cannot be read is told, and no reason for there being none is true.
        view! { <Parts page count /> }.into_any()
    } else if computers.is_empty() {
        view! { <NoRows filter=listed.filter.clone() count /> }.into_any()
    } else {
        view! {
            <ComputerRows computers caption=headings::COMPUTERS selection />
            <Parts page count />
        }
        .into_any()
    };
    view! {
        <TableCount text=counted meanings=Meaning::of_ubuntu_pro() />
        <UnreadableRows rows=unreadable.clone() other_count=*other_count />
        {rows}
    }
    .into_any()
}

#[component]
fn Parts(page: usize, count: usize) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let on_page = Callback::new(move |page| {
        navigation.push_query(query.get_untracked().with(PAGE, &page_text(page)));
    });
    view! {
        <Pagination
            label=headings::COMPUTERS
            page=Signal::stored(page)
            length=LENGTH
            total=Signal::stored(count)
            on_page
        />
    }
}

/// Why there is no row, and the way to where there are some.
#[component]
fn NoRows(filter: ComputerFilter, count: usize) -> impl IntoView {
    let navigation = use_navigation();
    let link = |filter: &ComputerFilter, label| {
        let href = navigation.address(&filter.location());
        view! {
            " "
            <a href=href>{label}</a>
        }
    };
    let (title, reason, link) = match (count, filter.is_narrow()) {
        (0, false) => (computers_page::NONE, computers_page::NONE_REASON, None),
        (0, true) => {
            let link = link(&ComputerFilter::default(), computers_page::CLEAR_FILTERS);
            (computers_page::NO_MATCH, computers_page::NO_MATCH_REASON, Some(link))
        }
        _ => (computers_page::BEYOND, computers_page::BEYOND_REASON, Some(link(&filter, computers_page::FIRST_PAGE))),
    };
    view! { <Empty title=title>{reason} {link}</Empty> }
}
