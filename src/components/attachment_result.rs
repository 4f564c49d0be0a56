//! What came of attaching or detaching: the activity, and every computer that was left out.

mod sentence;

use leptos::html::H2;
use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::id::ComputerId;
use crate::components::activity_view::ActivityFields;
use crate::components::computer_ids_field::folded;
use crate::components::followed_activity::FollowedActivity;
use crate::components::ids_list::IdsList;
use crate::components::notification::Notification;
use crate::components::replaced_tokens::ReplacedTokens;
use crate::effects::effect;
use crate::follow::followed::Followed;
use crate::navigation::use_navigation;
use crate::rollout::verification::Verification;
use crate::route::Route;
use crate::words::result;

pub use self::sentence::{Outcome, outcome};
pub use crate::rollout::stage::Sent;

/// The answer to attaching or detaching. Takes the focus when it appears.
#[component]
pub fn AttachmentResult(
    /// What was sent and answered.
    sent: Sent,
    /// The activity that was queued, where it is followed.
    #[prop(optional_no_strip)]
    followed: Option<Followed>,
    /// Whether tokens were really replaced, where some were to be.
    #[prop(optional_no_strip)]
    verification: Option<Verification>,
) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    effect(move || {
        if let Some(heading) = heading.get() {
            heading.scroll_into_view();
            let _ = heading.focus();
        }
    });
    let Sent { computer_ids, duplicates, attachment } = sent;
    let Outcome { sentence, tone, left_out: number_left_out } = outcome(&attachment, &computer_ids);
    let title = attachment
        .activity
        .as_ref()
        .map_or_else(|| result::NO_ACTIVITY.to_owned(), |activity| Route::Activity(activity.id).heading());
    let what_next = what_next(number_left_out, duplicates, attachment.activity.is_some());
    let said = [sentence.clone(), what_next.clone()].join(". ");
    announce(move || said.clone());
    let left_out = [attachment.invalid_computer_ids.as_slice(), &attachment.nonexistent_computer_ids].concat();
    let activity = attachment.activity.map(|activity| {
        let href = use_navigation().href(&Route::Activity(activity.id));
        view! {
            <p><a href=href>{result::OPEN}</a></p>
            {match followed {
                Some(followed) => view! { <FollowedActivity followed left_out /> }.into_any(),
                None => view! { <ActivityFields activity /> }.into_any(),
            }}
        }
    });
    view! {
        <section class="attachment-result" aria-labelledby="attachment-result-heading">
            <h2 node_ref=heading id="attachment-result-heading" class="p-heading--3" tabindex="-1">{title}</h2>
            <Notification tone title=sentence>
                <p class="p-notification__message">{what_next}</p>
            </Notification>
            {verification.map(|verification| view! { <ReplacedTokens verification /> })}
            {activity}
            <LeftOut title=result::INVALID reason=result::INVALID_REASON ids=attachment.invalid_computer_ids />
            <LeftOut title=result::NONEXISTENT reason=result::NONEXISTENT_REASON ids=attachment.nonexistent_computer_ids />
        </section>
    }
}

fn what_next(left_out: usize, duplicates: usize, has_activity: bool) -> String {
    let left_out = match left_out {
        0 => String::new(),
        many => result::left_out(many),
    };
    let follow = if has_activity { result::FOLLOW } else { "" };
    [left_out, folded(duplicates), follow.to_owned()].join(" ").trim().to_owned()
}

/// Computers that were left out, and why; nothing where there are none.
#[component]
pub fn LeftOut(
    /// Its heading.
    title: &'static str,
    /// Why they are in it.
    reason: &'static str,
    /// The computers.
    ids: Vec<ComputerId>,
) -> impl IntoView {
    (!ids.is_empty()).then(|| {
        let listed = result::listed(ids.len(), reason);
        view! {
            <section class="attachment-result__left-out">
                <h3 class="p-heading--4">{title}</h3>
                <p class="u-text--muted">{listed}</p>
                <IdsList label=title ids describes=title />
            </section>
        }
    })
}
