//! Detaching Ubuntu Pro tokens from computers.

pub mod draft;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::components::attachment_result::AttachmentResult;
use crate::components::computer_ids_field::{COMPUTER_IDS, ComputerIdsField};
use crate::components::dry_run::{DryRun, under_way};
use crate::components::first_field::FirstField;
use crate::components::form::ErrorSummary;
use crate::components::left_out_before::LeftOutBefore;
use crate::components::page_header::PageHeader;
use crate::components::preflight_question::{Asking, PreflightQuestion};
use crate::components::preflight_summary::{PreflightSummary, leave_field};
use crate::components::requirements::{ClientRequirement, DeploymentRequirement};
use crate::components::rollout_report::{EarlierRollouts, RolloutReport};
use crate::components::submit::Submit;
use crate::components::write_error::WriteError;
use crate::follow::follower::follow;
use crate::pages::detach::draft::DetachDraft;
use crate::preflight::check::Purpose;
use crate::preflight::checker::{Subject, preflight};
use crate::rollout::stage::Stage;
use crate::rollout::watching;
use crate::route::Route;
use crate::server_facts::use_server_facts;
use crate::session::use_session;
use crate::words;

/// The page "Detach token".
#[component]
pub fn DetachPage() -> impl IntoView {
    let draft = expect_context::<DetachDraft>();
    let rollout = draft.rollout;
    let stage = Memo::new(move |_| rollout.stage());
    let session = use_session();
    let asking = Asking::new();
    let deliver = Callback::new(move |parcel| draft.send(session.client(), parcel));
    let subject = Subject { request: ProRequest::Detach, ids: draft.ids, field: COMPUTER_IDS, choices: draft.choices };
    let preflight = preflight(subject, asking.lead(draft.problems, deliver));
    let press = move |event: SubmitEvent| {
        event.prevent_default();
        if draft.is_ready() {
            preflight.check.run(Purpose::Send);
        }
    };
    view! {
        <PageHeader heading=Route::Detach.heading() />
        <p class="form__intro">
            {words::detach::INTRO}
        </p>
        <ClientRequirement />
        <DeploymentRequirement told=use_server_facts().deployment() />
        <ErrorSummary problems=draft.problems />
        <form class="form" method="post" novalidate on:submit=press>
            <ComputerIdsField
                value=draft.ids
                mentions=preflight.mentions
                problems=draft.problems
                on_leave=Callback::new(move |()| leave_field(preflight, draft.problems))
            />
            <FirstField value=draft.choices.first problems=draft.problems />
            <Submit
                label=words::detach::BUTTON
                is_negative=true
                is_sending=Signal::derive(move || rollout.is_sending() || preflight.is_pressed())
                sending=Signal::derive(move || under_way(preflight))
            >
                <DryRun preflight problems=draft.problems />
            </Submit>
        </form>
        <PreflightSummary preflight problems=draft.problems />
        <PreflightQuestion preflight asking on_confirm=deliver />
        {move || match stage.get() {
            Stage::Done(answered) => {
                let followed = answered.attachment.activity.clone().map(|activity| follow(activity.id, Some(activity)));
                view! { <AttachmentResult sent=*answered followed /> }.into_any()
            }
            Stage::Failed(error, attempt) if !draft.is_told_at_field(&error) => {
                view! { <WriteError error attempt /> }.into_any()
            }
            Stage::InParts(_) => {
                let (batches, is_put_back) = (rollout.batches(), rollout.is_put_back());
                let fleet = watching::follow(batches);
                let on_stop = Callback::new(move |()| rollout.stop());
                view! { <RolloutReport batches is_put_back fleet on_stop /> }.into_any()
            }
            _ => ().into_any(),
        }}
        <LeftOutBefore left_out=Signal::from(draft.left_out) />
        <EarlierRollouts earlier=rollout.earlier() />
    }
}
