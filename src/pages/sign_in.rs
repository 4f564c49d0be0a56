//! Where a session starts.

pub mod draft;
mod offer;
mod server;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::server::PasswordOf;
use crate::components::field::{Check, Field, FieldKind, LineKind};
use crate::components::form::ErrorSummary;
use crate::components::notification::Notification;
use crate::components::page_header::PageHeader;
use crate::components::secret_field::SecretField;
use crate::components::submit::Submit;
use crate::effects::effect;
use crate::pages::sign_in::draft::{SignInDraft, Way, field, person_label, read_json_web_token};
use crate::pages::sign_in::offer::{Continue, Offer, Place};
use crate::pages::sign_in::server::{ServerVersion, SingleSignOn};
use crate::route::Route;
use crate::server_facts::use_server_facts;
use crate::session::{Farewell, use_session};
use crate::status::Tone;
use crate::words::{idle, sign_in, start};

const PERSON: LineKind = LineKind { autocomplete: "username", inputmode: "email", enterkeyhint: "next" };
const ACCOUNT: LineKind = LineKind { autocomplete: "organization", inputmode: "text", enterkeyhint: "go" };

/// The page "Sign in".
#[component]
pub fn SignInPage(
    /// Why nobody is signed in.
    #[prop(into)]
    farewell: Signal<Farewell>,
) -> impl IntoView {
    let draft = SignInDraft::new();
    let session = use_session();
    let facts = use_server_facts();
    facts.ask_about_signing_in();
    let offer = Offer::look(session, draft.is_at_form.into());
    effect(move || {
        if let Some(methods) = facts.methods() {
            draft.learn(methods.password_of());
        }
    });
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        draft.send(session);
    };
    let fields = move || match draft.way.get() {
        Way::Password => view! { <PasswordFields draft password_of=draft.password_of.get() /> }.into_any(),
        Way::AccessKey => view! { <AccessKeyFields draft /> }.into_any(),
        Way::Token => view! { <TokenField draft /> }.into_any(),
    };
    view! {
        <PageHeader heading=Route::SignIn.heading() />
        {move || farewell_note(farewell.get())}
        <Continue offer place=Place::Above />
        <ErrorSummary problems=draft.problems />
        <form
            class="form"
            method="post"
            novalidate
            on:submit=send
            on:focusin=move |_| draft.enter()
            on:pointermove=move |_| draft.is_at_form.set(true)
            on:pointerdown=move |_| draft.is_at_form.set(true)
        >
            <WayChoice draft />
            {fields}
            <Submit label=sign_in::BUTTON is_sending=Signal::derive(move || draft.submission.is_sending()) sending=sign_in::SENDING />
        </form>
        <Continue offer place=Place::Below />
        <SingleSignOn facts is_signed_in=Signal::derive(move || !offer.is_none()) />
        <ServerVersion facts />
    }
}

fn farewell_note(farewell: Farewell) -> Option<AnyView> {
    let (title, text) = match farewell {
        Farewell::None => return None,
        Farewell::Ended => (sign_in::SESSION_ENDED, sign_in::GO_ON),
        Farewell::SignedOut => (sign_in::SIGNED_OUT, sign_in::NOTHING_KEPT),
        Farewell::SignedOutEverywhere => (start::SIGNED_OUT_EVERYWHERE, start::TOKENS_ENDED),
        Farewell::Elsewhere => (idle::ELSEWHERE, idle::ELSEWHERE_REASON),
        Farewell::Idle => (idle::SIGNED_OUT, idle::SIGNED_OUT_REASON),
    };
    announce(move || [title, text].join(". "));
    let note = view! {
        <Notification tone=Tone::Information title>
            <p class="p-notification__message">{text}</p>
        </Notification>
    };
    Some(note.into_any())
}

#[component]
fn WayChoice(draft: SignInDraft) -> impl IntoView {
    let radios = Way::ALL.map(|way| {
        view! {
            <Show when=move || draft.offers(way)>
                <label class="tick">
                    <input
                        type="radio"
                        class="tick__input"
                        name="way"
                        prop:checked=move || draft.way.get() == way
                        on:change=move |_| draft.choose(way)
                    />
                    <span>{way.label()}</span>
                </label>
            </Show>
        }
    });
    view! {
        <fieldset class="sign-in__ways">
            <legend>{sign_in::WITH}</legend>
            {radios.collect_view()}
        </fieldset>
    }
}

#[component]
fn PasswordFields(draft: SignInDraft, password_of: PasswordOf) -> impl IntoView {
    let problems = draft.problems;
    view! {
        <Field id=field::PERSON label=person_label(password_of) kind=FieldKind::Line(PERSON) value=draft.person problems />
        <SecretField id=field::PASSWORD label=sign_in::PASSWORD autocomplete="current-password" value=draft.password problems />
        <Field
            id=field::ACCOUNT
            label=sign_in::ACCOUNT
            hint=sign_in::ACCOUNT_HINT
            kind=FieldKind::Line(ACCOUNT)
            value=draft.account
            problems
        />
    }
}

#[component]
fn AccessKeyFields(draft: SignInDraft) -> impl IntoView {
    let problems = draft.problems;
    view! {
        <SecretField
            id=field::ACCESS_KEY
            label=sign_in::ACCESS_KEY
            hint=sign_in::ACCESS_KEY_HINT
            autocomplete="off"
            value=draft.access_key
            problems
        />
        <SecretField id=field::SECRET_KEY label=sign_in::SECRET_KEY autocomplete="off" value=draft.secret_key problems />
    }
}

#[component]
fn TokenField(draft: SignInDraft) -> impl IntoView {
    view! {
        <SecretField
            id=field::TOKEN
            label=sign_in::TOKEN
            hint=sign_in::TOKEN_HINT
            autocomplete="off"
            value=draft.token
            check=(|text: &str| read_json_web_token(text).err()) as Check
            problems=draft.problems
        />
    }
}
