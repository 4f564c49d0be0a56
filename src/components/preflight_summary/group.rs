//! The computers of a form by what becomes of them.

use leptos::prelude::*;

use crate::api::id::{ComputerId, ContractId};
use crate::components::checkbox::Checkbox;
use crate::components::form::focus;
use crate::components::pagination::Pagination;
use crate::components::preflight_summary::HEADING;
use crate::components::preflight_words::title;
use crate::preflight::check::Preflight;
use crate::preflight::plan::{Group, Standing};
use crate::words::preflight::{self, groups};

/// As many computers are named at once.
const FEW: usize = 3;
/// As many are named on a page of them.
const ROWS: usize = 50;

/// All groups, and what could not be told of them.
#[component]
pub fn Groups(
    /// The check.
    preflight: Preflight,
) -> impl IntoView {
    let standings = Memo::new(move |_| {
        let plan = preflight.plan.read();
        plan.as_ref().map(|plan| plan.groups.iter().map(|group| group.standing).collect::<Vec<_>>()).unwrap_or_default()
    });
    let is_unknown = move || preflight.plan.read().as_ref().is_some_and(|plan| plan.is_management_unknown);
    view! {
        <Show when=is_unknown>
            <p>{preflight::MANAGEMENT_UNKNOWN}</p>
        </Show>
        <For each=move || standings.get() key=|standing| *standing let:standing>
            <GroupView preflight standing />
        </For>
    }
}

/// One group: how many there are, what becomes of them, and who they are.
#[component]
fn GroupView(preflight: Preflight, standing: Standing) -> impl IntoView {
    let group = Memo::new(move |_| {
        let plan = preflight.plan.read();
        plan.as_ref()?.groups.iter().find(|group| group.standing == standing).cloned()
    });
    let many = Memo::new(move |_| group.read().as_ref().map_or(0, |group| group.computers.len()));
    let is_kept = Memo::new(move |_| preflight.choices.keeps.read().contains(&standing));
    let keep = keep_words(standing).map(|words| {
        view! {
            <Checkbox
                label=Signal::derive(move || words(many.get()))
                checked=is_kept
                on_change=Callback::new(move |is_kept| preflight.choices.keep(standing, is_kept))
            />
        }
    });
    let contracts = Memo::new(move |_| {
        let plan = preflight.plan.read();
        plan.as_ref().filter(|_| standing.has_token()).map(|plan| contracts(&plan.contracts))
    });
    view! {
        <section class="preflight-summary__group">
            <h3 class="p-heading--5">{move || title(standing, many.get())}</h3>
            <p>{move || becomes(standing, is_kept.get())} " " {contracts}</p>
            {keep}
            <Computers preflight group many standing />
        </section>
    }
}

fn becomes(standing: Standing, is_kept: bool) -> &'static str {
    match standing {
        Standing::Attaches => groups::ATTACHES,
        Standing::Replaces => groups::REPLACES,
        Standing::Detaches => groups::DETACHES,
        Standing::Unlisted => groups::UNLISTED,
        Standing::Unread => groups::UNREAD,
        Standing::NotAttached | Standing::Unmanageable if is_kept => groups::KEPT,
        Standing::NotAttached | Standing::Unmanageable => groups::LEFT_OUT,
    }
}

/// What keeping a group is called, where it would be left out.
fn keep_words(standing: Standing) -> Option<fn(usize) -> String> {
    match standing {
        Standing::NotAttached => Some(groups::keep_without_token),
        Standing::Unmanageable => Some(groups::keep_unmanageable),
        Standing::Attaches | Standing::Replaces | Standing::Detaches | Standing::Unlisted | Standing::Unread => None,
    }
}

fn contracts(contracts: &[(Option<ContractId>, usize)]) -> String {
    let one = |(contract, many): &(Option<ContractId>, usize)| {
        let contract = contract.as_ref().map_or_else(|| preflight::NO_CONTRACT.to_owned(), ToString::to_string);
        preflight::on_contract(&contract, *many)
    };
    groups::on_contracts(&contracts.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// The first few of a group, or all of them in parts.
#[component]
fn Computers(preflight: Preflight, group: Memo<Option<Group>>, many: Memo<usize>, standing: Standing) -> impl IntoView {
    let page = RwSignal::new(None::<usize>);
    let shown = Memo::new(move |_| page.get().map(|page| page.min(many.get().div_ceil(ROWS)).max(1)));
    let rows = move || {
        let (skipped, taken) = shown.get().map_or((0, FEW), |page| ((page - 1) * ROWS, ROWS));
        let group = group.read();
        let computers = group.as_ref().map(|group| group.computers.as_slice()).unwrap_or_default();
        computers.iter().skip(skipped).take(taken).copied().collect::<Vec<_>>()
    };
    let label =
        move || if page.get().is_none() { preflight::show_all(many.get()) } else { preflight::SHOW_FEWER.to_owned() };
    let name = move || preflight::of_group(&label(), &title(standing, many.get()));
    view! {
        <ul class="preflight-summary__computers">
            <For each=rows key=|id| *id let:id>
                <ComputerRow preflight id />
            </For>
        </ul>
        <Show when=move || { many.get() > FEW }>
            <button
                type="button"
                class="p-button--link preflight-summary__show"
                aria-expanded=move || page.get().is_some().to_string()
                aria-label=name
                on:click=move |_| page.update(|page| *page = if page.is_none() { Some(1) } else { None })
            >
                {label}
            </button>
        </Show>
        <Show when=move || page.get().is_some()>
            <Pagination
                label=preflight::PAGES
                page=Signal::derive(move || shown.get().unwrap_or(1))
                length=ROWS
                total=many
                on_page=Callback::new(move |wanted| page.set(Some(wanted)))
            />
        </Show>
    }
}

#[component]
fn ComputerRow(preflight: Preflight, id: ComputerId) -> impl IntoView {
    let name = Memo::new(move |_| preflight.name_of(id));
    let describes = move || match name.get() {
        Some(name) => preflight::named(&name, &id.to_string()),
        None => preflight::only_id(&id.to_string()),
    };
    let remove = move |_| {
        preflight.remove(id);
        request_animation_frame(|| focus(HEADING));
    };
    view! {
        <li class="preflight-summary__computer">
            <span>
                <bdi>{name}</bdi>
                " "
                <span class="u-text--muted">{preflight::only_id(&id.to_string())}</span>
            </span>
            <button
                type="button"
                class="p-button--link preflight-summary__remove"
                aria-label=move || preflight::remove(&describes())
                on:click=remove
            >
                {preflight::REMOVE}
            </button>
        </li>
    }
}
