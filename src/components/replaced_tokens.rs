//! Whether tokens that were to be replaced were.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::id::ComputerId;
use crate::components::copy_button::CopyButton;
use crate::components::notification::Notification;
use crate::computer_ids::print;
use crate::navigation::use_navigation;
use crate::rollout::replacing::Verdicts;
use crate::rollout::verification::Verification;
use crate::route::Route;
use crate::status::Tone;
use crate::visible;
use crate::words::{computers, rollout};

/// As many computers as are named; the ids of all can be copied.
const NAMED: usize = 20;

/// On which computers the contract is another than before, on which it is the same, and of which that is not known.
#[component]
pub fn ReplacedTokens(
    /// The comparison.
    verification: Verification,
) -> impl IntoView {
    let verdicts = verification.verdicts;
    let unchanged = Memo::new(move |_| verdicts.with(|verdicts| (verdicts.unchanged.clone(), verdicts.total)));
    let are_some = Memo::new(move |_| verdicts.with(|verdicts| verdicts.total > 0));
    // Beside what it changes, so that a press does not lose the focus.
    let can_check = Memo::new(move |_| verdicts.with(|verdicts| !verdicts.not_known_yet.is_empty()));
    announce(move || verdicts.with(|verdicts| if verdicts.to_come == 0 { title(verdicts) } else { String::new() }));
    view! {
        <Show when=move || are_some.get()>
            {move || {
                let (ids, total) = unchanged.get();
                (!ids.is_empty()).then(|| view! { <Unchanged ids total verification /> })
            }}
            {move || view! { <Others verdicts=verdicts.get() verification /> }}
            <Show when=move || can_check.get()>
                <CheckAgain verification />
            </Show>
        </Show>
    }
}

fn title(verdicts: &Verdicts) -> String {
    match (verdicts.unchanged.len(), verdicts.total) {
        (_, 0) => String::new(),
        (0, total) => rollout::replaced_on(verdicts.changed.len(), total),
        (unchanged, total) => rollout::unchanged_on(unchanged, total),
    }
}

/// Never a success: the Pro client said so without doing anything.
#[component]
fn Unchanged(ids: Vec<ComputerId>, total: usize, verification: Verification) -> impl IntoView {
    view! {
        <Notification tone=Tone::Caution title=rollout::unchanged_on(ids.len(), total)>
            <p class="replaced-tokens__note">{rollout::UNCHANGED_REASON}</p>
            <p class="replaced-tokens__note">{rollout::UNCHANGED_REMEDY}</p>
            <Computers ids verification />
        </Notification>
    }
}

/// All but those that are unchanged.
#[component]
fn Others(verdicts: Verdicts, verification: Verification) -> impl IntoView {
    let Verdicts { total, changed, not_known_yet, not_known, to_come, failed, .. } = verdicts;
    let changed = changed.len();
    let tone = if changed == total { Tone::Positive } else { Tone::Information };
    let part = |many: usize, words: fn(usize) -> String| {
        (many > 0).then(|| view! { <p class="replaced-tokens__note">{words(many)}</p> })
    };
    let told = [
        part(to_come, rollout::not_answered),
        part(failed, rollout::failed_to_replace),
        part(not_known_yet.len(), rollout::not_known_yet),
        part(not_known.len(), rollout::not_known),
    ];
    let [to_come, failed, yet, never] = told;
    let list = move |ids: Vec<ComputerId>| (!ids.is_empty()).then(|| view! { <Computers ids verification /> });
    view! {
        <Notification tone title=rollout::replaced_on(changed, total)>
            {to_come}
            {failed}
            {yet}
            {list(not_known_yet)}
            {never}
            {list(not_known)}
        </Notification>
    }
}

/// A button that asks Landscape anew.
#[component]
fn CheckAgain(verification: Verification) -> impl IntoView {
    let Verification { is_checking, error, check, .. } = verification;
    let press = move |_| {
        if !is_checking.get_untracked() {
            check.run(());
        }
    };
    view! {
        <p class="replaced-tokens__check">
            <button
                type="button"
                class="p-button is-dense u-no-margin--bottom"
                aria-disabled=move || is_checking.get().then_some("true")
                on:click=press
            >
                {rollout::CHECK_AGAIN}
            </button>
            <span role="alert">{move || error.get().map(|error| error.to_string())}</span>
        </p>
    }
}

/// The first of them as links, and the ids of all to copy.
#[component]
fn Computers(ids: Vec<ComputerId>, verification: Verification) -> impl IntoView {
    let named: Vec<_> = ids.iter().copied().take(NAMED).collect();
    verification.want_names.run(named.clone());
    let more = ids.len() - named.len();
    let links = named.into_iter().map(|id| {
        let href = use_navigation().href(&Route::Computer(id));
        let name = move || verification.names.with(|names| names.get(&id).map(|name| visible::line(name)));
        let label = move || name().unwrap_or_else(|| Route::Computer(id).heading());
        view! { <li><a href=href dir="auto">{label}</a></li> }
    });
    view! {
        <ul class="replaced-tokens__computers">
            {links.collect_view()}
            {(more > 0).then(|| view! { <li>{rollout::and_more(&computers(more))}</li> })}
        </ul>
        <CopyButton text=print(&ids) describes=rollout::THEIR_IDS label=rollout::COPY_IDS />
    }
}
