//! Detaching Ubuntu Pro tokens from computers.

pub mod draft;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::components::attachment_result::AttachmentResult;
use crate::components::computer_ids_field::ComputerIdsField;
use crate::components::confirm::Confirm;
use crate::components::form::ErrorSummary;
use crate::components::page_header::PageHeader;
use crate::components::requirements::{ClientRequirement, DeploymentRequirement};
use crate::components::submit::Submit;
use crate::components::write_error::WriteError;
use crate::follow::follower::follow;
use crate::pages::detach::draft::DetachDraft;
use crate::route::Route;
use crate::server_facts::use_server_facts;
use crate::session::use_session;
use crate::submission::SubmissionState;
use crate::words;

/// The page "Detach token".
#[component]
pub fn DetachPage() -> impl IntoView {
    let draft = expect_context::<DetachDraft>();
    let submission = draft.submission;
    let asking = RwSignal::new(false);
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        asking.set(draft.is_ready());
    };
    view! {
        <PageHeader heading=Route::Detach.heading() />
        <p class="form__intro">
            {words::detach::INTRO}
        </p>
        <ClientRequirement />
        <DeploymentRequirement told=use_server_facts().deployment() />
        <ErrorSummary problems=draft.problems />
        <form class="form" method="post" novalidate on:submit=ask>
            <ComputerIdsField value=draft.ids problems=draft.problems />
            <Submit label=words::detach::BUTTON is_negative=true is_sending=Signal::derive(move || submission.is_sending()) sending=words::SENDING />
        </form>
        <ConfirmDetach draft asking />
        {move || match submission.state() {
            SubmissionState::Done(answered) => {
                let followed = answered.attachment.activity.clone().map(|activity| follow(activity.id, Some(activity)));
                view! { <AttachmentResult sent=answered followed /> }.into_any()
            }
            SubmissionState::Failed(error) if !draft.is_told_at_field(&error) => view! { <WriteError error attempt=draft.attempt.get_untracked() /> }.into_any(),
            _ => ().into_any(),
        }}
    }
}

/// Says how many and what it means, before it is done.
#[component]
fn ConfirmDetach(draft: DetachDraft, asking: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let title = move || words::detach::question(draft.count());
    view! {
        <Confirm
            open=asking
            title=Signal::derive(title)
            action=words::detach::CONFIRM
            on_confirm=Callback::new(move |()| draft.send(session.client()))
        >
            <p>{words::detach::MEANS}</p>
            <p>{words::detach::FOR_GOOD}</p>
        </Confirm>
    }
}
