//! Computers, with what is known of Ubuntu Pro on each, to look at or to choose from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::computer::Computer;
use crate::api::id::{ComputerId, ContractId};
use crate::components::date_text::{Moment, ProEnd};
use crate::components::status_badge::StatusBadge;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::selection::Selection;
use crate::status::Status;
use crate::visible;
use crate::words::{self, computers_page, fields};

/// A table of computers. With a selection each row can be chosen, and all of them at once.
#[component]
pub fn ComputerRows(
    /// The rows, in their order.
    computers: Arc<[Computer]>,
    /// The table's name.
    caption: &'static str,
    /// Where the chosen ones are kept.
    #[prop(optional)]
    selection: Option<Selection>,
) -> impl IntoView {
    let rows = computers.iter().map(|computer| view! { <ComputerRow computer=computer.clone() selection /> });
    let rows = rows.collect_view();
    view! {
        <div class="data-table computer-rows" role="region" aria-label=words::table_of(caption) tabindex="0">
            <table>
                <caption class="u-off-screen">{caption}</caption>
                <thead>
                    <tr>
                        {selection.map(|selection| view! { <SelectAll computers selection /> })}
                        <th scope="col">{computers_page::TITLE}</th>
                        <th scope="col">{computers_page::HOSTNAME}</th>
                        <th scope="col" class="u-align--right">
                            {fields::ID}
                        </th>
                        <th scope="col">{computers_page::UBUNTU_PRO}</th>
                        <th scope="col">{fields::CONTRACT}</th>
                        <th scope="col">{computers_page::PRO_EXPIRES}</th>
                        <th scope="col">{computers_page::TAGS}</th>
                        <th scope="col">{computers_page::LAST_SEEN}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The header that chooses all rows, or none where all are: ticked, empty, or between where only some are chosen.
#[component]
fn SelectAll(computers: Arc<[Computer]>, selection: Selection) -> impl IntoView {
    let ids: Vec<_> = computers.iter().map(|computer| computer.id).collect();
    let chosen = {
        let ids = ids.clone();
        Memo::new(move |_| ids.iter().filter(|id| selection.has(**id)).count())
    };
    let all = ids.len();
    let press = move |event| {
        if event_target_checked(&event) {
            selection.add(computers.iter());
        } else {
            selection.remove(ids.iter().copied());
        }
    };
    view! {
        <th scope="col" class="computer-rows__tick">
            <label class="tick">
                <input
                    type="checkbox"
                    class="tick__input"
                    aria-label=computers_page::SELECT_PAGE
                    prop:checked=move || { all > 0 && chosen.get() == all }
                    prop:indeterminate=move || { chosen.get() > 0 && chosen.get() < all }
                    on:change=press
                />
            </label>
        </th>
    }
}

#[component]
fn ComputerRow(computer: Computer, selection: Option<Selection>) -> impl IntoView {
    let route = Route::Computer(computer.id);
    let (href, heading) = (use_navigation().href(&route), route.heading());
    let id = computer.id;
    let is_selected = Memo::new(move |_| selection.is_some_and(|selection| selection.has(id)));
    let pro = computer.ubuntu_pro_info.as_ref();
    let status = Status::from(pro);
    let contract = pro.and_then(|pro| pro.contract_id()).cloned();
    let expires = pro.and_then(|pro| pro.expires.clone());
    let title = visible::line(shown(computer.title.as_deref()).unwrap_or(&heading));
    let hostname = visible::line(shown(computer.hostname.as_deref()).unwrap_or(words::NOTHING));
    let tags = tags_text(&computer);
    let last_seen = computer.last_ping_time.clone();
    let tick = selection.map(|selection| view! { <SelectOne computer selection is_selected /> });
    view! {
        <tr class:is-selected=is_selected>
            {tick}
            <th scope="row">
                <a href=href dir="auto">
                    {title}
                </a>
            </th>
            <td dir="auto">{hostname}</td>
            <td class="u-align--right">{id.to_string()}</td>
            <td>
                <StatusBadge status />
            </td>
            <td>
                <ContractLink contract />
            </td>
            <td>
                <ProEnd date=expires />
            </td>
            <td dir="auto">{tags}</td>
            <td>
                <Moment date=last_seen />
            </td>
        </tr>
    }
}

#[component]
fn SelectOne(computer: Computer, selection: Selection, is_selected: Memo<bool>) -> impl IntoView {
    let label = computers_page::select(&name_of(&computer));
    let press = move |event| {
        if event_target_checked(&event) {
            selection.add([&computer]);
        } else {
            selection.remove([computer.id]);
        }
    };
    view! {
        <td class="computer-rows__tick">
            <label class="tick">
                <input type="checkbox" class="tick__input" aria-label=label prop:checked=is_selected on:change=press />
            </label>
        </td>
    }
}

/// The way to a contract, by its id; a dash where there is none.
#[component]
pub fn ContractLink(
    /// Which one.
    contract: Option<ContractId>,
) -> impl IntoView {
    match contract {
        None => words::NOTHING.into_any(),
        Some(id) => {
            let href = use_navigation().href(&Route::Contract(id.clone()));
            view! { <a href=href dir="auto">{visible::line(&id.0)}</a> }.into_any()
        }
    }
}

/// What to call a computer: by its title, its hostname, or its number.
pub fn name_of(computer: &Computer) -> String {
    computer.name().map_or_else(|| numbered(computer.id), visible::line)
}

/// A computer without a name, by its number.
pub fn numbered(id: ComputerId) -> String {
    Route::Computer(id).heading()
}

/// Its tags as one text; a dash where it has none.
pub fn tags_text(computer: &Computer) -> String {
    if computer.tags.is_empty() { words::NOTHING.to_owned() } else { visible::line(&computer.tags.join(", ")) }
}

/// A text, where there is any to be seen.
fn shown(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
