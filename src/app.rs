//! The app: its session, its place, and which page that shows.

pub mod gate;

mod drafts;
mod page;
mod session_bar;

use leptos::prelude::*;

use crate::announcer::Announcer;
use crate::api::base;
use crate::app::drafts::{Place, follow_kept};
use crate::app::gate::{Gate, redirect};
use crate::app::page::{load_when_used, page, sign_in_page, take_up_drafts};
use crate::app::session_bar::SessionBar;
use crate::components::banner::Banner;
use crate::components::form::focus;
use crate::components::page_header::HEADING_ID;
use crate::components::side_navigation::SideNavigation;
use crate::counts::Counts;
use crate::effects::effect;
use crate::navigation::{Navigation, use_navigation};
use crate::new_release::look_for_release;
use crate::restoration;
use crate::route::Route;
use crate::server_facts::ServerFacts;
use crate::session::{Credential, Session};
use crate::setting;
use crate::title::follow_title;
use crate::words;

/// The name of the `<meta>` that says where the API is.
const API: &str = "licensing-api";

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    base::set(setting::of_page(API).as_deref());
    let (session, navigation) = (Session::start(), Navigation::start());
    provide_context(session);
    provide_context(navigation);
    provide_context(ServerFacts::new(session));
    let announcer = Announcer::new();
    provide_context(announcer);
    provide_context(Counts::new(session));
    if let Some(place) = Place::here(session) {
        provide_context(place.clone());
        follow_kept(session, move || take_up_drafts(place.clone()));
    }
    Effect::new(move |before: Option<Option<Credential>>| {
        let now = session.credential();
        if before.is_some_and(|before| before != now) {
            announcer.hush();
        }
        now
    });
    let gate = Memo::new(move |_| Gate::of(&session.state()));
    effect(move || {
        if let Some(location) = redirect(gate.get(), &navigation.location()) {
            navigation.replace(location);
        }
    });
    follow_page(navigation.route());
    load_when_used();
    let has_new_release = look_for_release(navigation);
    let is_guest = Memo::new(move |_| gate.get() != Gate::SignedIn);
    view! {
        <p class="u-off-screen" role="status">{move || announcer.text()}</p>
        {move || {
            if is_guest.get() { sign_in_page() } else { view! { <Frame has_new_release /> }.into_any() }
        }}
    }
}

/// Lets the document's title and the focus follow the page.
fn follow_page(route: Memo<Route>) {
    follow_title(route);
    Effect::new(move |shown: Option<()>| {
        route.track();
        let place = restoration::kept();
        if shown.is_some() {
            request_animation_frame(|| focus(HEADING_ID));
        }
        if let Some(place) = place {
            request_animation_frame(move || restoration::restore(place));
        }
    });
}

/// What stands around every page of somebody who is signed in.
#[component]
fn Frame(has_new_release: Signal<bool>) -> impl IntoView {
    let route = use_navigation().route();
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus("main");
    };
    view! {
        <a class="p-link--skip" href="#main" on:click=skip>{words::SKIP_TO_CONTENT}</a>
        <div class="l-application">
            <SideNavigation />
            // It scrolls: Firefox would stop at it on the way by Tab, without a name to say.
            <div class="l-main frame" tabindex="-1">
                <header>
                    <Banner />
                    <SessionBar has_new_release />
                </header>
                <main id="main" class="frame__page" tabindex="-1">{move || page(route.get())}</main>
            </div>
        </div>
    }
}
