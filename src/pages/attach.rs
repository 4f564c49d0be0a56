//! Attaching an Ubuntu Pro token to computers.

pub mod draft;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::components::attachment_result::AttachmentResult;
use crate::components::computer_ids_field::{COMPUTER_IDS, ComputerIdsField};
use crate::components::confirm_leaving::ConfirmLeaving;
use crate::components::dry_run::{DryRun, under_way};
use crate::components::field::Check;
use crate::components::first_field::FirstField;
use crate::components::form::ErrorSummary;
use crate::components::left_out_before::LeftOutBefore;
use crate::components::page_header::PageHeader;
use crate::components::preflight_question::{Asking, PreflightQuestion};
use crate::components::preflight_summary::{PreflightSummary, leave_field};
use crate::components::requirements::ClientRequirement;
use crate::components::rollout_report::{EarlierRollouts, RolloutReport};
use crate::components::secret_field::SecretField;
use crate::components::submit::Submit;
use crate::components::write_error::WriteError;
use crate::follow::follower::follow;
use crate::navigation::use_navigation;
use crate::pages::attach::draft::{AttachDraft, PRO_TOKEN, read_token};
use crate::preflight::check::Purpose;
use crate::preflight::checker::{Subject, preflight};
use crate::rollout::checking::verify;
use crate::rollout::stage::Stage;
use crate::rollout::watching;
use crate::route::Route;
use crate::session::use_session;
use crate::words;

/// The page "Attach token".
#[component]
pub fn AttachPage() -> impl IntoView {
    let draft = expect_context::<AttachDraft>();
    let session = use_session();
    let rollout = draft.rollout;
    let stage = Memo::new(move |_| rollout.stage());
    on_cleanup(move || draft.token.set(String::new()));
    use_navigation().ask_before_leaving(Signal::derive(move || draft.holds_token()));
    let asking = Asking::new();
    let deliver = Callback::new(move |parcel| draft.send(session.client(), parcel));
    let subject = Subject { request: ProRequest::Attach, ids: draft.ids, field: COMPUTER_IDS, choices: draft.choices };
    let preflight = preflight(subject, asking.lead(draft.problems, deliver));
    let press = move |event: SubmitEvent| {
        event.prevent_default();
        if draft.is_ready() {
            preflight.check.run(Purpose::Send);
        }
    };
    view! {
        <PageHeader heading=Route::Attach.heading() />
        <p class="form__intro">{words::attach::INTRO}</p>
        <ClientRequirement />
        <ErrorSummary problems=draft.problems />
        <form class="form" method="post" novalidate on:submit=press>
            <ComputerIdsField
                value=draft.ids
                mentions=preflight.mentions
                problems=draft.problems
                on_leave=Callback::new(move |()| leave_field(preflight, draft.problems))
            />
            <SecretField
                id=PRO_TOKEN
                label=words::attach::TOKEN
                hint=words::attach::TOKEN_HINT
                autocomplete="off"
                value=draft.token
                check=(|text: &str| read_token(text).err()) as Check
                problems=draft.problems
            />
            <FirstField value=draft.choices.first problems=draft.problems />
            <Submit
                label=words::attach::BUTTON
                is_sending=Signal::derive(move || rollout.is_sending() || preflight.is_pressed())
                sending=Signal::derive(move || under_way(preflight))
            >
                <DryRun preflight problems=draft.problems />
            </Submit>
        </form>
        <PreflightSummary preflight problems=draft.problems />
        <PreflightQuestion preflight asking on_confirm=deliver />
        <ConfirmLeaving />
        {move || match stage.get() {
            Stage::Done(answered) => {
                let followed = answered.attachment.activity.clone().map(|activity| follow(activity.id, Some(activity)));
                let verification = followed.map(|followed| verify(rollout.batches(), followed));
                view! { <AttachmentResult sent=*answered followed verification /> }.into_any()
            }
            Stage::Failed(error, attempt) if !draft.is_told_at_field(&error) => {
                view! { <WriteError error attempt /> }.into_any()
            }
            Stage::InParts(_) => {
                let (batches, is_put_back) = (rollout.batches(), rollout.is_put_back());
                let fleet = watching::follow(batches);
                let on_stop = Callback::new(move |()| rollout.stop());
                let verification = Some(verify(batches, fleet.all));
                view! { <RolloutReport batches is_put_back fleet verification on_stop /> }.into_any()
            }
            _ => ().into_any(),
        }}
        <LeftOutBefore left_out=Signal::from(draft.left_out) />
        <EarlierRollouts earlier=rollout.earlier() />
    }
}
