//! What the list is narrowed by.

use leptos::prelude::*;

use crate::api::computer::query::LicenseType;
use crate::api::contract::Contract;
use crate::api::id::LicenseId;
use crate::components::checkbox::Checkbox;
use crate::components::choice::Choice;
use crate::components::form::focus;
use crate::components::query_field::{QUERY_FIELD, QueryField};
use crate::components::query_help::QueryHelp;
use crate::computer_filter::{CONTRACT, ComputerFilter, EXPIRES_WITHIN, LEGACY_LICENSE, LICENSE, PRO_MANAGEMENT, TEXT};
use crate::navigation::{Navigation, use_navigation};
use crate::pages::computers::list::listed::PAGE;
use crate::query::Query;
use crate::reading::Reader;
use crate::route::Route;
use crate::visible;
use crate::words::{self, computers_page};

/// The days that can be chosen, as Landscape's own dashboard has them.
const DAYS: [u16; 4] = [7, 30, 60, 90];
/// How many contracts can be chosen: a list of more keeps a page waiting, and nobody finds anything in it.
const MOST: usize = 1_000;

/// The search, and the filters beside it.
#[component]
pub fn Toolbar(
    /// What is asked for.
    filter: Memo<ComputerFilter>,
    /// What is wrong with the search, if anything is.
    problem: Memo<Option<String>>,
) -> impl IntoView {
    let navigation = use_navigation();
    let query = navigation.query();
    let search = move |text: String| {
        let asked = query.get_untracked();
        if asked.get(TEXT).unwrap_or_default() != text {
            navigation.replace_query(asked.with(TEXT, &text).with(PAGE, ""));
        }
    };
    let set = move |name| Callback::new(move |value: String| push(navigation, |query| query.with(name, &value)));
    let value = move |name: &'static str| Signal::derive(move || query.read().get(name).unwrap_or_default().to_owned());
    let on_managed = move |on| push(navigation, |query| query.with_switch(PRO_MANAGEMENT, on));
    let managed = Memo::new(move |_| filter.read().pro_management);
    let days = Signal::derive(move || days(filter.read().expires_within));
    view! {
        <div class="toolbar computers-toolbar" role="search">
            <div class="computers-toolbar__search">
                <QueryField
                    label=computers_page::SEARCH
                    value=value(TEXT)
                    problem
                    on_change=Callback::new(search)
                />
                <QueryHelp />
            </div>
            <Choice label=computers_page::LICENSE options=licenses() value=value(LICENSE) on_change=set(LICENSE) />
            <ContractChoice value=value(CONTRACT) on_change=set(CONTRACT) />
            <Choice
                label=computers_page::EXPIRES_WITHIN
                options=days
                value=value(EXPIRES_WITHIN)
                on_change=set(EXPIRES_WITHIN)
            />
            <Checkbox label=computers_page::PRO_MANAGEMENT checked=managed on_change=Callback::new(on_managed) />
        </div>
        <SeatsNote filter />
    }
}

/// Changes the query, and shows the first part of what comes of it; Back leads to the one before.
fn push(navigation: Navigation, change: impl FnOnce(Query) -> Query) {
    let query = navigation.query().get_untracked();
    navigation.push_query(change(query).with(PAGE, ""));
}

fn licenses() -> Vec<(&'static str, &'static str)> {
    let label = |kind| match kind {
        LicenseType::Unlicensed => computers_page::UNLICENSED,
        LicenseType::Pro => computers_page::PRO,
        LicenseType::FreePro => computers_page::FREE_PRO,
        LicenseType::Legacy => computers_page::LEGACY,
    };
    let kinds = LicenseType::ALL.into_iter().map(|kind| (kind.word(), label(kind)));
    [("", computers_page::ANY_LICENSE)].into_iter().chain(kinds).collect()
}

/// The days to choose from, and those that the URL asks for where they are others.
fn days(asked: Option<u16>) -> Vec<(String, String)> {
    let others = asked.filter(|days| !DAYS.contains(days));
    let days = DAYS.into_iter().chain(others).map(|days| (days.to_string(), computers_page::within(days.into())));
    [(String::new(), computers_page::ANY_TIME.to_owned())].into_iter().chain(days).collect()
}

/// A choice of the account's contracts.
#[component]
fn ContractChoice(value: Signal<String>, on_change: Callback<String>) -> impl IntoView {
    let reader = Reader::new(|| (), |client, ()| async move { client.contracts(false).await });
    let known = Memo::new(move |_| reader.value());
    let has_failed = Memo::new(move |_| reader.error().is_some());
    let options = Signal::derive(move || {
        contracts(known.read().as_ref().map_or(&[], |known| known.results.as_slice()), &value.read())
    });
    let has_more = Memo::new(move |_| known.read().as_ref().is_some_and(|known| known.results.len() > MOST));
    view! {
        <Choice label=computers_page::CONTRACT options=options value on_change />
        <Show when=move || has_more.get()>
            <span class="u-text--muted">{computers_page::only_the_first(MOST)}</span>
        </Show>
        <Show when=move || has_failed.get()>
            <span class="u-text--muted">
                {computers_page::CONTRACTS_NOT_LOADED} " "
                <button type="button" class="p-button--link computers-toolbar__retry" on:click=move |_| reader.again()>
                    {words::RETRY}
                </button>
            </span>
        </Show>
    }
}

/// The contracts to choose from, by their ids, and the one that the URL asks for, even where the account does not list it. Of
/// very many, the first.
fn contracts(known: &[Contract], asked: &str) -> Vec<(String, String)> {
    let mut ids: Vec<_> = known.iter().map(|contract| contract.contract_id.0.as_str()).collect();
    ids.sort_unstable();
    ids.truncate(MOST);
    ids.push(asked);
    ids.retain(|id| !id.is_empty());
    ids.sort_unstable();
    ids.dedup();
    let options = ids.into_iter().map(|id| (id.to_owned(), visible::line(id)));
    [(String::new(), computers_page::ALL_CONTRACTS.to_owned())].into_iter().chain(options).collect()
}

/// Says that only those with a seat of a legacy license are listed, and leads to the others.
#[component]
fn SeatsNote(filter: Memo<ComputerFilter>) -> impl IntoView {
    let license = Memo::new(move |_| filter.read().legacy_license);
    move || license.get().map(|license| view! { <SeatsOf license /> })
}

#[component]
fn SeatsOf(license: LicenseId) -> impl IntoView {
    let navigation = use_navigation();
    let route = Route::LegacyLicense(license);
    let (href, heading) = (navigation.href(&route), route.heading());
    let remove = move |_| {
        push(navigation, |query| query.with(LEGACY_LICENSE, ""));
        focus(QUERY_FIELD);
    };
    view! {
        <p class="computers-toolbar__note">
            <span>
                {computers_page::SEATS_OF} " " <a href=href>{heading}</a> "."
            </span>
            <button type="button" class="p-button is-dense u-no-margin--bottom" on:click=remove>
                {computers_page::SHOW_OTHERS}
            </button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(options: Vec<(String, String)>) -> Vec<String> {
        options.into_iter().map(|(value, _)| value).collect()
    }

    #[test]
    fn what_the_url_asks_for_can_always_be_chosen() {
        let contract = |id: &str| {
            serde_json::from_value(serde_json::json!({"id": 1, "contract_id": id})).expect("it is a contract")
        };
        let known = ["b", "a", "b"].map(contract);
        assert_eq!(values(contracts(&known, "")), ["", "a", "b"]);
        assert_eq!(values(contracts(&known, "a")), ["", "a", "b"]);
        assert_eq!(values(contracts(&known, "z")), ["", "a", "b", "z"]);
        assert_eq!(values(contracts(&[], "z")), ["", "z"]);
        let many: Vec<_> = (0..=MOST).map(|number| contract(&format!("{number:05}"))).collect();
        assert_eq!(values(contracts(&many, "z")).len(), MOST + 2, "none, the first, and the one that is asked for");
        assert_eq!(values(days(None)), ["", "7", "30", "60", "90"]);
        assert_eq!(values(days(Some(30))), ["", "7", "30", "60", "90"]);
        assert_eq!(values(days(Some(365))), ["", "7", "30", "60", "90", "365"]);
    }

    #[test]
    fn every_license_can_be_chosen() {
        let words: Vec<_> = licenses().into_iter().map(|(word, _)| word).collect();
        assert_eq!(words, ["", "unlicensed", "pro", "free_pro", "legacy"]);
    }
}
