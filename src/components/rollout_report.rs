//! An order in several requests: how far it is, and what came of each.

mod earlier;
mod failed_request;
mod requests;
mod under_way;

use std::time::Duration;

use leptos::html::H2;
use leptos::prelude::*;

pub use self::earlier::EarlierRollouts;
use self::failed_request::FailedRequest;
use self::requests::Requests;
use self::under_way::SendingProgress;
use crate::api::attachment::Attachment;
use crate::api::id::ComputerId;
use crate::components::attachment_result::LeftOut;
use crate::components::followed_fleet::FollowedFleet;
use crate::components::notification::Notification;
use crate::components::replaced_tokens::ReplacedTokens;
use crate::effects::effect;
use crate::lasting::Lasting;
use crate::rollout::batches::{Batch, BatchState, Batches};
use crate::rollout::fleet::Fleet;
use crate::rollout::outcome::{Outcome, outcome, title, under_way};
use crate::rollout::verification::Verification;
use crate::words::{result, rollout};

/// The progress of a rollout while it goes on, and its account from then on. Takes the focus when it appears, and when the
/// last request is over.
#[component]
pub fn RolloutReport(
    /// The requests.
    batches: Lasting<Option<Batches>>,
    /// Whether those that can be sent again were put back into the form.
    is_put_back: Lasting<bool>,
    /// The activities that were made.
    fleet: Fleet,
    /// Whether tokens were really replaced, where some were to be.
    #[prop(optional_no_strip)]
    verification: Option<Verification>,
    /// Called when the person wants nothing more to be sent.
    on_stop: Callback<()>,
) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    let is_going_on = Memo::new(move |_| of(batches, Batches::is_going_on));
    let take_focus = move || {
        if let Some(heading) = heading.try_get_untracked().flatten() {
            heading.scroll_into_view();
            let _ = heading.focus();
        }
    };
    effect(move || {
        is_going_on.track();
        heading.track();
        // Once the question before has closed, which gives the focus back.
        set_timeout(take_focus, Duration::ZERO);
    });
    let sending = Memo::new(move |_| batches.with(|batches| batches.as_ref().and_then(under_way)));
    let left_out = Memo::new(move |_| of(batches, |batches| [invalid(batches), nonexistent(batches)].concat()));
    let has_activities = Memo::new(move |_| !fleet.activities.read().is_empty());
    view! {
        <section class="attachment-result" aria-labelledby="rollout-report-heading">
            <h2 node_ref=heading id="rollout-report-heading" class="p-heading--3" tabindex="-1">
                {of_untracked(batches, title)}
            </h2>
            <Show
                when=move || is_going_on.get()
                fallback=move || view! { <Ended batches is_put_back /> }
            >
                <SendingProgress sending on_stop />
            </Show>
            <Requests batches fleet />
            {verification.map(|verification| view! { <ReplacedTokens verification /> })}
            <Show when=move || has_activities.get()>
                <FollowedFleet fleet left_out />
            </Show>
            {move || {
                let ids = |ids: fn(&Batches) -> Vec<ComputerId>| of(batches, ids);
                view! {
                    <LeftOut title=result::INVALID reason=result::INVALID_REASON ids=ids(invalid) />
                    <LeftOut title=result::NONEXISTENT reason=result::NONEXISTENT_REASON ids=ids(nonexistent) />
                    <LeftOut
                        title=rollout::NO_ACTIVITY_TITLE
                        reason=rollout::NO_ACTIVITY_REASON
                        ids=ids(without_activity)
                    />
                }
            }}
        </section>
    }
}

/// What came of it, once nothing more is sent.
#[component]
fn Ended(batches: Lasting<Option<Batches>>, is_put_back: Lasting<bool>) -> impl IntoView {
    let Outcome { title, others, tone } = untrack(|| of(batches, |batches| Some(outcome(batches))))?;
    let failed = of_untracked(batches, |batches| {
        let (place, batch) = batches.failed()?;
        Some((place + 1, batches.all().len(), batch.clone()))
    });
    let to_send_again = StoredValue::new(of_untracked(batches, Batches::to_send_again));
    let is_listed = move || !is_put_back.get();
    let view = view! {
        <Notification tone title>
            <ul class="p-notification__message rollout-report__others">
                {others.into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}
            </ul>
            <Show when=move || is_put_back.get()>
                <p class="p-notification__message">{rollout::put_back(to_send_again.with_value(Vec::len))}</p>
            </Show>
        </Notification>
        {failed.map(|(place, many, batch)| view! { <FailedRequest place many batch /> })}
        <Show when=is_listed>
            <LeftOut title=rollout::NOT_SENT_TITLE reason=rollout::NOT_SENT_REASON ids=to_send_again.get_value() />
        </Show>
    };
    Some(view)
}

fn of<T: Default>(batches: Lasting<Option<Batches>>, read: impl FnOnce(&Batches) -> T) -> T {
    batches.with(|batches| batches.as_ref().map(read)).unwrap_or_default()
}

fn of_untracked<T: Default>(batches: Lasting<Option<Batches>>, read: impl FnOnce(&Batches) -> T) -> T {
    untrack(|| of(batches, read))
}

fn invalid(batches: &Batches) -> Vec<ComputerId> {
    answers(batches).flat_map(|answer| &answer.invalid_computer_ids).copied().collect()
}

fn nonexistent(batches: &Batches) -> Vec<ComputerId> {
    answers(batches).flat_map(|answer| &answer.nonexistent_computer_ids).copied().collect()
}

fn without_activity(batches: &Batches) -> Vec<ComputerId> {
    batches.all().iter().filter_map(Batch::taken).flat_map(|taken| taken.without_activity).collect()
}

fn answers(batches: &Batches) -> impl Iterator<Item = &Attachment> {
    batches.all().iter().filter_map(|batch| match &batch.state {
        BatchState::Answered(attachment) => Some(&**attachment),
        _ => None,
    })
}
