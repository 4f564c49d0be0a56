//! What pressing a form's button would do: worked out before anything is sent.

mod group;
mod state;

use leptos::prelude::*;

use self::group::Groups;
use self::state::StateNote;
use crate::announcer::announce;
use crate::api::activity::ProRequest;
use crate::components::computer_ids_field::COMPUTER_IDS;
use crate::components::field::after_press;
use crate::components::form::{Problems, focus};
use crate::components::load::takes_long;
use crate::components::preflight_risks::Risks;
use crate::components::preflight_words::problem_of;
use crate::components::unreadable_rows::UnreadableRows;
use crate::effects::effect;
use crate::preflight::check::{CheckState, Hindrance, Preflight, Purpose};
use crate::preflight::plan::{Plan, Verdict};
use crate::words::preflight;

/// The id of its heading.
const HEADING: &str = "preflight-summary";

/// The section "Summary". Nothing while there is nothing to say.
#[component]
pub fn PreflightSummary(
    /// The check.
    preflight: Preflight,
    /// The form's problems.
    problems: Problems,
) -> impl IntoView {
    let is_checking = Memo::new(move |_| matches!(*preflight.state.read(), CheckState::Checking(_)));
    let is_slow = takes_long(is_checking);
    let is_unchecked = move || matches!(*preflight.state.read(), CheckState::Unchecked(_));
    let is_shown = Memo::new(move |_| preflight.plan.read().is_some() || is_slow.get() || is_unchecked());
    let sentence = Memo::new(move |_| preflight.plan.read().as_deref().map(sentence));
    let is_dry_run = Memo::new(move |_| preflight.dry_runs.get() > 0);
    announce(move || {
        let dry_run = if is_dry_run.get() { preflight::NOTHING_SENT } else { "" };
        [dry_run.to_owned(), sentence.get().unwrap_or_default()].join(" ").trim().to_owned()
    });
    let unreadable = Memo::new(move |_| {
        preflight.known.with(|known| known.as_ref().map(|known| known.unreadable().to_vec()).unwrap_or_default())
    });
    focus_dry_runs(preflight);
    tell_hostnames(preflight, problems);
    view! {
        <Show when=move || is_shown.get()>
            <section class="preflight-summary" aria-labelledby=HEADING>
                <h2 id=HEADING class="p-heading--3" tabindex="-1">{preflight::SUMMARY}</h2>
                <Show when=move || is_dry_run.get()>
                    <p class="preflight-summary__dry-run">{preflight::NOTHING_SENT}</p>
                </Show>
                <StateNote preflight is_slow />
                <p class="preflight-summary__sentence">{sentence}</p>
                <RemoveMissing preflight />
                {move || {
                    let rows = unreadable.get();
                    view! { <UnreadableRows rows /> }
                }}
                {move || preflight.plan.get().map(|plan| view! { <Risks preflight plan /> })}
                <Groups preflight />
            </section>
        </Show>
    }
}

/// In one or two sentences, what would be sent.
fn sentence(plan: &Plan) -> String {
    let (sent, total) = (plan.parcel.order.computer_ids.len(), plan.total());
    match (plan.verdict(), plan.request) {
        (Verdict::Mend, _) => preflight::MEND_FIRST.to_owned(),
        (Verdict::Nothing, _) => preflight::nothing(total),
        (_, ProRequest::Attach) => staged(preflight::attaches(sent, total), plan),
        (_, ProRequest::Detach) => staged(preflight::detaches(sent, total), plan),
    }
}

fn staged(sentence: String, plan: &Plan) -> String {
    match plan.parcel.rest.len() {
        0 => sentence,
        rest => format!("{sentence} {}", preflight::staged(plan.parcel.order.computer_ids.len(), rest)),
    }
}

/// A dry run leads to what it found.
fn focus_dry_runs(preflight: Preflight) {
    effect(move || {
        if preflight.dry_runs.get() > 0 {
            request_animation_frame(|| focus(HEADING));
        }
    });
}

/// The field was left: checks it, and says again which hostnames are wrong, for the field has just said that it is good.
pub fn leave_field(preflight: Preflight, problems: Problems) {
    after_press(move || {
        // The press may have led to another page.
        if preflight.check.try_run(Purpose::Look).is_none() {
            return;
        }
        if let Some(hindrance) = hostnames(preflight) {
            problems.tell_field(COMPUTER_IDS, Some(problem_of(&hindrance)));
        }
    });
}

fn hostnames(preflight: Preflight) -> Option<Hindrance> {
    let plan = preflight.plan.try_get_untracked().flatten()?;
    (!plan.unresolved.is_empty()).then(|| Hindrance::Unresolved(plan.unresolved.clone()))
}

/// Tells at the field which hostnames are wrong, as soon as that is known, and takes it back.
fn tell_hostnames(preflight: Preflight, problems: Problems) {
    Effect::new(move |was_told: Option<bool>| {
        preflight.plan.track();
        let found = hostnames(preflight);
        let is_told = found.is_some();
        if is_told || (was_told == Some(true) && preflight.plan.read_untracked().is_some()) {
            after_press(move || problems.tell_field(COMPUTER_IDS, found.as_ref().map(problem_of)));
        }
        is_told
    });
}

/// Takes what was not found out of the form: in a long list it is hard to find.
#[component]
fn RemoveMissing(preflight: Preflight) -> impl IntoView {
    let missing = Memo::new(move |_| preflight.missing_count());
    let remove = move |_| {
        preflight.remove_missing();
        request_animation_frame(|| focus(HEADING));
    };
    view! {
        <Show when=move || { missing.get() > 0 }>
            <button type="button" class="p-button" on:click=remove>
                {move || preflight::remove_missing(missing.get())}
            </button>
        </Show>
    }
}
