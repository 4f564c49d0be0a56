//! How many computers there are, by how they are licensed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::computer::query::{ComputerQuery, LicenseType};
use crate::components::card::Card;
use crate::components::count_link::NumberLink;
use crate::components::load::Load;
use crate::computer_filter::ComputerFilter;
use crate::counts::use_counts;
use crate::navigation::use_navigation;
use crate::reading::Reader;
use crate::words::{computers_page, overview};

/// What is counted, in the order in which it is shown; the name of a type, where it is one.
fn filters() -> [(ComputerFilter, Option<&'static str>); 6] {
    let licensed = |license| ComputerFilter { license: Some(license), ..ComputerFilter::default() };
    [
        (ComputerFilter::default(), None),
        (attachable(), None),
        (licensed(LicenseType::Unlicensed), Some(computers_page::UNLICENSED)),
        (licensed(LicenseType::Pro), Some(computers_page::PRO)),
        (licensed(LicenseType::FreePro), Some(computers_page::FREE_PRO)),
        (licensed(LicenseType::Legacy), Some(computers_page::LEGACY)),
    ]
}

/// Those without a license that can be given one from here.
fn attachable() -> ComputerFilter {
    ComputerFilter { license: Some(LicenseType::Unlicensed), pro_management: true, ..ComputerFilter::default() }
}

/// The card "Computers by license".
#[component]
pub fn ComputersCard() -> impl IntoView {
    let counts = use_counts();
    let reader = Reader::new(
        move || counts.round(),
        move |client, _| {
            let queries = filters().map(|(filter, _)| ComputerQuery::all_of(&filter.selectors()));
            counts.count_all(client, queries.to_vec())
        },
    );
    let ready = |many: Arc<Vec<usize>>| view! { <ByLicense many /> };
    view! {
        <Card heading=overview::BY_LICENSE>
            <Load reader ready />
        </Card>
    }
}

#[component]
fn ByLicense(many: Arc<Vec<usize>>) -> impl IntoView {
    let navigation = use_navigation();
    let [total, attachable, unlicensed, ..] = **many else { return ().into_any() };
    if total == 0 {
        return view! { <p>{overview::NO_COMPUTERS}</p> }.into_any();
    }
    let types = filters().into_iter().zip(many.iter().copied());
    let types: Vec<_> = types.filter_map(|((filter, name), many)| Some((filter, name?, many))).collect();
    let others = total.saturating_sub(types.iter().map(|(_, _, many)| many).sum());
    let rows = types.into_iter().map(|(filter, name, many)| {
        let href = navigation.address(&filter.location());
        view! { <Row name many href label=overview::of_type(many, name) /> }
    });
    let all = navigation.address(&ComputerFilter::default().location());
    view! {
        <Unlicensed many=unlicensed attachable />
        <table class="card__table">
            <caption class="u-off-screen">{overview::BY_LICENSE}</caption>
            <tbody>
                {rows.collect_view()}
                <Row name=overview::TOTAL many=total href=all label=overview::of_type(total, overview::TOTAL) />
            </tbody>
        </table>
        {(others > 0).then(|| view! { <p>{overview::of_no_type(others)}</p> })}
    }
    .into_any()
}

#[component]
fn Row(name: &'static str, many: usize, href: String, label: String) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="u-align--right">
                <NumberLink many href label />
            </td>
        </tr>
    }
}

/// What is without a license, and the way to do something about it.
#[component]
fn Unlicensed(many: usize, attachable: usize) -> impl IntoView {
    if many == 0 {
        return view! { <p>{overview::NONE_UNLICENSED}</p> }.into_any();
    }
    let href = use_navigation().address(&self::attachable().location());
    view! {
        <div class="overview__unlicensed">
            <p>
                <strong>{overview::unlicensed(many)}</strong>
            </p>
            <p>{overview::attachable(attachable)}</p>
            <a class="p-button--positive u-no-margin--bottom" href=href>
                {overview::ATTACH}
            </a>
        </div>
    }
    .into_any()
}
