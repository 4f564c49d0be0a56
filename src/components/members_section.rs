//! The computers on one contract or license.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::computer_rows::ComputerRows;
use crate::components::load::Load;
use crate::components::pagination::{Pagination, page_text};
use crate::components::table_count::TableCount;
use crate::components::unreadable_rows::UnreadableRows;
use crate::members::{LENGTH, Members, PAGE};
use crate::navigation::{Location, use_navigation};
use crate::reading::Reader;
use crate::status::Meaning;
use crate::words::{self, headings, members_section};

/// A part of a page with the table of its computers.
#[component]
pub fn MembersSection(
    /// The computers.
    reader: Reader<Members>,
    /// The list that holds all of them, to choose from.
    all: Location,
    /// What is said where there is none.
    none: &'static str,
    /// What else can be done, below the table.
    children: Children,
) -> impl IntoView {
    let ready = move |members: Arc<Members>| view! { <Table members all=all.clone() none /> };
    view! {
        <section class="members-section">
            <h2 class="p-heading--4">{headings::COMPUTERS}</h2>
            <Load reader ready />
            {children()}
        </section>
    }
}

#[component]
fn Table(members: Arc<Members>, all: Location, none: &'static str) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let Members { page, count, computers, unreadable, other_count } = &*members;
    let (page, count) = (*page, *count);
    if count == 0 {
        return view! { <p>{none}</p> }.into_any();
    }
    let on_page = Callback::new(move |page| {
        navigation.push_query(query.get_untracked().with(PAGE, &page_text(page)));
    });
    view! {
        <TableCount text=words::computers(count) meanings=Meaning::of_ubuntu_pro() />
        <UnreadableRows rows=unreadable.clone() other_count=*other_count />
        <ComputerRows computers=Arc::clone(computers) caption=headings::COMPUTERS />
        <Pagination
            label=headings::COMPUTERS
            page=Signal::stored(page)
            length=LENGTH
            total=Signal::stored(count)
            on_page
        />
        <p>
            <a href=navigation.address(&all)>{members_section::all(count)}</a>
        </p>
    }
    .into_any()
}
