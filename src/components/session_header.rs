//! Who is signed in, to which account, and for how long.

use leptos::html::Select;
use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::auth::Profile;
use crate::components::confirm::Confirm;
use crate::components::notification::Notification;
use crate::components::shortcuts::Shortcuts;
use crate::components::theme_choice::ThemeChoice;
use crate::effects::effect;
use crate::format::minutes_left;
use crate::status::Tone;
use crate::visible;
use crate::words::{self, start};

/// From this many minutes on the time left is shown.
const SHOWN_FROM_SECONDS: i64 = 30 * 60;
/// From this many minutes on it is a warning.
const WARNED_FROM_SECONDS: i64 = 5 * 60;

/// The bar above every page of somebody who is signed in.
#[component]
pub fn SessionHeader(
    /// Who is signed in.
    profile: Memo<Profile>,
    /// Seconds until the session ends, where that is known.
    seconds_left: Signal<Option<i64>>,
    /// Whether a change of the account is on its way.
    is_switching: Signal<bool>,
    /// Called with the name of the account to change to.
    on_switch: Callback<String>,
    /// Called when the person signs out.
    on_sign_out: Callback<()>,
    /// Whether all tokens of the person are being ended.
    is_ending: Signal<bool>,
    /// Called when the person wants all of their tokens to end, after they were told what that means.
    on_sign_out_everywhere: Callback<()>,
) -> impl IntoView {
    let time_left = Memo::new(move |_| {
        let seconds = seconds_left.get().filter(|seconds| *seconds < SHOWN_FROM_SECONDS)?;
        Some(if seconds > 0 { minutes_left(seconds) } else { words::session::TIME_IS_OVER.to_owned() })
    });
    let warned = Memo::new(move |_| seconds_left.get().is_some_and(|seconds| seconds <= WARNED_FROM_SECONDS));
    view! {
        <div class="session-header">
            <div class="session-header__who">
                <span class="session-header__person" dir="auto">{move || visible::line(profile.read().person())}</span>
                <AccountChoice profile is_switching on_switch />
            </div>
            <div class="session-header__end">
                <ThemeChoice />
                <Shortcuts />
                {move || time_left.get().map(|text| view! { <span class="session-header__time">{text}</span> })}
                <button
                    type="button"
                    class="p-button u-no-margin--bottom is-dense"
                    on:click=move |_| on_sign_out.run(())
                >
                    {words::SIGN_OUT}
                </button>
                <SignOutEverywhere is_ending on_sign_out_everywhere />
            </div>
        </div>
        {move || {
            warned.get().then(|| view! { <SessionWarning /> })
        }}
    }
}

/// Asks before it ends every token of the person.
#[component]
fn SignOutEverywhere(is_ending: Signal<bool>, on_sign_out_everywhere: Callback<()>) -> impl IntoView {
    let asking = RwSignal::new(false);
    let told = move || if is_ending.get() { start::SIGNING_OUT_EVERYWHERE } else { "" };
    announce(move || told().to_owned());
    let press = move |_| {
        if !is_ending.get_untracked() {
            asking.set(true);
        }
    };
    view! {
        <button
            type="button"
            class="p-button--base u-no-margin--bottom is-dense"
            aria-disabled=move || is_ending.get().then_some("true")
            on:click=press
        >
            {start::SIGN_OUT_EVERYWHERE}
        </button>
        <span class="session-header__ending">{told}</span>
        <Confirm
            id="everywhere"
            open=asking
            title=Signal::stored(start::EVERYWHERE_QUESTION.to_owned())
            action=start::EVERYWHERE_ACTION
            on_confirm=on_sign_out_everywhere
        >
            <p>{start::EVERYWHERE_MEANS}</p>
            <p>{start::EVERYWHERE_SCRIPTS}</p>
        </Confirm>
    }
}

#[component]
fn SessionWarning() -> impl IntoView {
    announce(|| [words::session::ABOUT_TO_END, words::session::FINISH].join(". "));
    view! {
        <Notification tone=Tone::Caution title=words::session::ABOUT_TO_END>
            <p class="p-notification__message">
                {words::session::FINISH}
            </p>
        </Notification>
    }
}

/// The account's name, or a choice where there are several.
#[component]
fn AccountChoice(profile: Memo<Profile>, is_switching: Signal<bool>, on_switch: Callback<String>) -> impl IntoView {
    let several = Memo::new(move |_| profile.read().accounts.len() > 1);
    move || {
        if several.get() {
            return view! { <AccountSelect profile is_switching on_switch /> }.into_any();
        }
        let name = move || profile.read().account().map(visible::line);
        view! { <span class="session-header__account" dir="auto">{name}</span> }.into_any()
    }
}

/// Shows the account in use until the change to another has succeeded.
#[component]
fn AccountSelect(profile: Memo<Profile>, is_switching: Signal<bool>, on_switch: Callback<String>) -> impl IntoView {
    let select = NodeRef::<Select>::new();
    effect(move || {
        is_switching.track();
        if let Some(select) = select.get() {
            select.set_value(profile.read().current_account.as_deref().unwrap_or_default());
        }
    });
    let options = move || {
        let accounts = profile.read().accounts.clone();
        let options = accounts.into_iter().map(|account| {
            let title = visible::line(account.display_title());
            view! { <option value=account.name>{title}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="session-header__account">
            <label for="session-account" class="u-off-screen">{words::session::ACCOUNT}</label>
            <select
                id="session-account"
                node_ref=select
                class="is-dense u-no-margin--bottom"
                on:change=move |event| on_switch.run(event_target_value(&event))
            >
                {options}
            </select>
        </div>
    }
}
