//! All computers of the account, to be found by what they are and chosen.

mod gathering;
mod listed;
mod matching;
mod sheet;
mod table;
mod toolbar;

use leptos::prelude::*;

use self::listed::{PAGE, read};
use self::matching::{Matching, MatchingTold, SelectMatching};
use self::sheet::ComputersCsv;
use self::table::ComputersTable;
use self::toolbar::Toolbar;
use crate::components::load::Load;
use crate::components::page_header::PageHeader;
use crate::components::pagination::page_of;
use crate::components::selection_bar::SelectionBar;
use crate::computer_filter::ComputerFilter;
use crate::navigation::use_navigation;
use crate::reading::Reader;
use crate::route::Route;
use crate::selection::Selection;
use crate::words;

/// The page "Computers".
#[component]
pub fn ComputersPage() -> impl IntoView {
    let query = use_navigation().query();
    let filter = Memo::new(move |_| ComputerFilter::of(&query.read()));
    let page = Memo::new(move |_| page_of(query.read().get(PAGE)));
    let selection = expect_context::<Selection>();
    let reader = Reader::new(move || (filter.get(), page.get()), read);
    let listed = Memo::new(move |_| reader.value());
    let problem = Memo::new(move |_| listed.read().as_ref().and_then(|listed| listed.problem(&filter.read())));
    let shown = move || listed.read().as_ref().map(|listed| listed.ids()).unwrap_or_default();
    let matching = Matching::new(filter, selection);
    let ready = move |listed| view! { <ComputersTable listed selection /> };
    view! {
        <PageHeader heading=Route::Computers.heading()>
            <div class="page-header__actions">
                <ComputersCsv filter />
                <button type="button" class="p-button is-dense u-no-margin--bottom" on:click=move |_| reader.again()>
                    {words::REFRESH}
                </button>
            </div>
        </PageHeader>
        <Toolbar filter problem />
        <SelectionBar selection shown=Signal::derive(shown) told=move || view! { <MatchingTold matching /> }>
            <SelectMatching matching listed />
        </SelectionBar>
        <Load reader ready />
    }
}
