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
use crate::components::rollout_report::RolloutReport;
use crate::components::submit::Submit;
use crate::components::write_error::WriteError;
use crate::follow::follower::follow;
use crate::pages::detach::draft::DetachDraft;
use crate::rollout::stage::Stage;
use crate::rollout::watching;
use crate::route::Route;
use crate::session::use_session;
use crate::words;

/// The page "Detach token".
#[component]
pub fn DetachPage() -> impl IntoView {
    let draft = expect_context::<DetachDraft>();
    let rollout = draft.rollout;
    let stage = Memo::new(move |_| rollout.stage());
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
        <DeploymentRequirement />
        <ErrorSummary problems=draft.problems />
        <form class="form" method="post" novalidate on:submit=ask>
            <ComputerIdsField value=draft.ids problems=draft.problems />
            <Submit label=words::detach::BUTTON is_negative=true is_sending=Signal::derive(move || rollout.is_sending()) sending=words::SENDING />
        </form>
        <ConfirmDetach draft asking />
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
