//! "Continue as …": the session that the browser has with Landscape already.
//!
//! **Invariant:** it is always a press. The first answer only tells a name: its token is dropped, and the press asks for
//! another, which cannot have ended meanwhile, nor be of somebody else than it says.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::auth::Profile;
use crate::api::client::Client;
use crate::components::form::focus;
use crate::components::notification::Notification;
use crate::effects::effect;
use crate::session::{Session, SessionState, Viewer};
use crate::status::Tone;
use crate::submission::Submission;
use crate::tasks::spawn;
use crate::visible;
use crate::words::start;

/// The id of the offer, which takes the focus when it turns out to be none.
const OFFER: &str = "offer";

/// Where the offer stands: nothing moves under the hands of somebody who is at the form when it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Above the form.
    Above,
    /// Below the form.
    Below,
}

/// What became of the offer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// It stands.
    Standing,
    /// Another person has signed in to Landscape since it was made.
    SomebodyElse,
    /// Nobody is signed in to Landscape any more.
    Gone,
}

/// Whose session with Landscape can be gone on with.
#[derive(Clone, Copy)]
pub struct Offer {
    session: Session,
    place: RwSignal<Option<Place>>,
    profile: RwSignal<Profile>,
    outcome: RwSignal<Outcome>,
    submission: Submission<()>,
}

impl Offer {
    /// Looks now, once the server knows of those who have signed out, and whenever the person comes back to this tab.
    pub fn look(session: Session, is_at_form: Signal<bool>) -> Self {
        let offer = Self {
            session,
            place: RwSignal::new(None),
            profile: RwSignal::default(),
            outcome: RwSignal::new(Outcome::Standing),
            submission: Submission::new(),
        };
        let looks = RwSignal::new(0_u32);
        let on_return = window_event_listener_untyped("visibilitychange", move |_| {
            if !document().hidden() && untrack(|| offer.is_none()) {
                looks.update(|looks| *looks += 1);
            }
        });
        on_cleanup(move || on_return.remove());
        effect(move || {
            looks.track();
            if !session.is_leaving() {
                spawn(async move { offer.ask(is_at_form).await });
            }
        });
        offer
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        self.place.get().is_none() || self.outcome.get() == Outcome::Gone
    }

    /// Whatever goes wrong: nobody has asked for it.
    async fn ask(self, is_at_form: Signal<bool>) {
        let Ok(Some(login)) = Client::anonymous().once().me().await else { return };
        let Some(is_at_form) = is_at_form.try_get_untracked() else { return };
        self.profile.set(Viewer::from_login(login).profile);
        self.outcome.set(Outcome::Standing);
        if self.place.get_untracked().is_none() {
            self.place.set(Some(if is_at_form { Place::Below } else { Place::Above }));
        }
    }

    fn go_on(self) {
        let answer = async move {
            let viewer = Client::anonymous().once().me().await?.map(Viewer::from_login);
            // The person has signed in by another way meanwhile.
            let Some(offered) = self.profile.try_get_untracked() else { return Ok(()) };
            match viewer {
                None => self.outcome.set(Outcome::Gone),
                Some(viewer) if !is_same_person(&viewer.profile, &offered) => {
                    self.profile.set(viewer.profile);
                    self.outcome.set(Outcome::SomebodyElse);
                }
                Some(viewer) => {
                    if matches!(untrack(|| self.session.state()), SessionState::Guest(_)) {
                        self.session.sign_in(viewer);
                    }
                }
            }
            Ok(())
        };
        self.submission.send(answer, move |_| {
            if self.outcome.get_untracked() == Outcome::Gone {
                request_animation_frame(|| focus(OFFER));
            }
        });
    }
}

fn is_same_person(one: &Profile, other: &Profile) -> bool {
    (&one.email, &one.name) == (&other.email, &other.name)
}

/// The offer, where there is one and it stands here.
#[component]
pub fn Continue(
    /// The offer.
    offer: Offer,
    /// Here.
    place: Place,
) -> impl IntoView {
    let is_here = Memo::new(move |_| offer.place.get() == Some(place));
    view! {
        <Show when=move || is_here.get()>
            <OfferCard offer />
        </Show>
    }
}

#[component]
fn OfferCard(offer: Offer) -> impl IntoView {
    let is_gone = Memo::new(move |_| offer.outcome.get() == Outcome::Gone);
    announce(move || if is_gone.get() { String::new() } else { start::ALREADY.to_owned() });
    view! {
        <div class="sign-in__offer" id=OFFER tabindex="-1">
            {move || {
                if is_gone.get() {
                    view! {
                        <Notification tone=Tone::Caution title=start::NO_LONGER>
                            <p class="p-notification__message">{start::SIGN_IN_BELOW}</p>
                        </Notification>
                    }
                        .into_any()
                } else {
                    view! {
                        <Notification tone=Tone::Information title=start::ALREADY>
                            <ContinueButton offer />
                        </Notification>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

#[component]
fn ContinueButton(offer: Offer) -> impl IntoView {
    let person = Memo::new(move |_| visible::line(offer.profile.read().person()));
    let is_sending = move || offer.submission.is_sending();
    let told = move || match (offer.submission.error(), offer.outcome.get()) {
        _ if is_sending() => start::CONTINUING.to_owned(),
        (Some(error), _) => start::not_continued(&error.to_string()),
        (None, Outcome::SomebodyElse) => start::now_somebody_else(&person.read()),
        (None, _) => String::new(),
    };
    announce(told);
    view! {
        <p class="p-notification__message sign-in__account" dir="auto">{move || offer.profile.read().account().map(visible::line)}</p>
        <button
            type="button"
            class="p-button--positive u-no-margin--bottom"
            aria-disabled=move || is_sending().then_some("true")
            on:click=move |_| offer.go_on()
        >
            {move || start::continue_as(&person.read())}
        </button>
        <p class="sign-in__told">{told}</p>
    }
}
