//! Who is signed in, with the ways to another account and out.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::auth::SwitchedAccount;
use crate::api::error::ApiError;
use crate::components::idle_warning::IdleWarning;
use crate::components::new_release_notice::NewReleaseNotice;
use crate::components::notification::Notification;
use crate::components::session_header::SessionHeader;
use crate::effects::effect;
use crate::navigation::{Location, use_navigation};
use crate::route::Route;
use crate::session::{Farewell, use_session};
use crate::status::Tone;
use crate::submission::Submission;
use crate::words::{self, start};

/// The session's header, and what went wrong with its account or its end.
#[component]
pub fn SessionBar(
    /// Whether the server has another release of the app.
    has_new_release: Signal<bool>,
) -> impl IntoView {
    let session = use_session();
    let navigation = use_navigation();
    let (switching, ending) = (Submission::<()>::new(), Submission::<()>::new());
    let profile = Memo::new(move |_| session.profile().unwrap_or_default());
    let route = navigation.route();
    effect(move || {
        route.track();
        for submission in [switching, ending] {
            if untrack(|| submission.error()).is_some() {
                submission.forget();
            }
        }
    });
    let switch = move |name: String| {
        let (Some(client), Some(credential)) = untrack(|| (session.client(), session.credential())) else { return };
        let answer = async move {
            let switched: SwitchedAccount = client.switch_account(&name).await?;
            session.use_account(&credential, name, switched.token);
            Ok(())
        };
        switching.send(answer, |_| {});
    };
    let leave = Callback::new(move |farewell| {
        session.sign_out(farewell);
        navigation.go(Location::of(Route::SignIn));
    });
    let end_everywhere = move |()| {
        let (Some(client), credential) = untrack(|| (session.client(), session.credential())) else { return };
        ending.send(async move { client.invalidate_tokens().await }, move |answer| {
            // Whoever has signed in meanwhile stays signed in.
            if answer.is_ok() && untrack(|| session.credential()) == credential {
                leave.run(Farewell::SignedOutEverywhere);
            }
        });
    };
    view! {
        <SessionHeader
            profile
            seconds_left=Signal::derive(move || session.seconds_left())
            is_switching=Signal::derive(move || switching.is_sending())
            on_switch=Callback::new(switch)
            on_sign_out=Callback::new(move |()| leave.run(Farewell::SignedOut))
            is_ending=Signal::derive(move || ending.is_sending())
            on_sign_out_everywhere=Callback::new(end_everywhere)
        />
        <NewReleaseNotice
            is_there=has_new_release
            is_sending=Signal::derive(move || session.is_busy())
            on_reload=Callback::new(|()| drop(window().location().reload()))
        />
        <NotKept is_not_kept=session.is_not_kept() />
        <IdleWarning
            seconds_left=Signal::derive(move || session.idle_seconds_left())
            on_stay=Callback::new(move |()| session.stay())
            on_sign_out=Callback::new(move |()| leave.run(Farewell::SignedOut))
        />
        {move || switching.error().map(|error| view! { <NotSwitched error /> })}
        {move || ending.error().map(|error| view! { <NotEverywhere error leave /> })}
    }
}

/// Says once that a reload loses everything.
#[component]
fn NotKept(is_not_kept: Signal<bool>) -> impl IntoView {
    let is_read = RwSignal::new(false);
    let notice = move || {
        announce(|| [words::session::NOT_KEPT, words::session::NOT_KEPT_REASON].join(". "));
        view! {
            <Notification tone=Tone::Caution title=words::session::NOT_KEPT>
                <p class="p-notification__message">{words::session::NOT_KEPT_REASON}</p>
                <button
                    type="button"
                    class="p-button is-dense u-no-margin--bottom"
                    on:click=move |_| is_read.set(true)
                >
                    {words::CLOSE}
                </button>
            </Notification>
        }
    };
    view! { <Show when=move || is_not_kept.get() && !is_read.get()>{notice()}</Show> }
}

#[component]
fn NotSwitched(error: ApiError) -> impl IntoView {
    view! {
        <Notification tone=Tone::Negative title=words::session::ACCOUNT_NOT_CHANGED>
            <p class="p-notification__message" role="alert">{error.to_string()}</p>
        </Notification>
    }
}

/// Says that the tokens were not ended, and offers to end the session here alone.
#[component]
fn NotEverywhere(error: ApiError, leave: Callback<Farewell>) -> impl IntoView {
    let (title, means) = if error.leaves_outcome_unknown() {
        (start::MAYBE_EVERYWHERE, start::MAYBE_ENDED)
    } else {
        (start::NOT_EVERYWHERE, start::STILL_SIGNED_IN)
    };
    view! {
        <Notification tone=Tone::Negative title>
            <p class="p-notification__message" role="alert">
                {error.to_string()}
                " "
                {means}
            </p>
            <button
                type="button"
                class="p-button is-dense u-no-margin--bottom"
                on:click=move |_| leave.run(Farewell::SignedOut)
            >
                {start::SIGN_OUT_HERE}
            </button>
        </Notification>
    }
}
