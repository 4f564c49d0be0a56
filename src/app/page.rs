//! Which page a place shows. The code of most comes with the first visit of one, so that the app starts sooner.

mod parts;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::{spawn_local, spawn_local_scoped_with_cancellation};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use crate::app::drafts::Place;
use crate::app::gate::Gate;
use crate::components::banner::Banner;
use crate::components::error_view::NotLoaded;
use crate::components::form::focus;
use crate::components::load::PendingNote;
use crate::components::page_header::{HEADING_ID, PageHeader};
use crate::effects::effect;
use crate::frame::painted;
use crate::pages::about::AboutPage;
use crate::pages::activities::detail::ActivityPage;
use crate::pages::activities::list::ActivitiesPage;
use crate::pages::attach::AttachPage;
use crate::pages::computers::detail::ComputerPage;
use crate::pages::computers::list::ComputersPage;
use crate::pages::contracts::detail::ContractPage;
use crate::pages::contracts::list::ContractsPage;
use crate::pages::detach::DetachPage;
use crate::pages::legacy_licenses::detail::LegacyLicensePage;
use crate::pages::legacy_licenses::list::LegacyLicensesPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::overview::OverviewPage;
use crate::pages::sign_in::SignInPage;
use crate::route::Route;
use crate::session::{Farewell, use_session};
use crate::words::errors;

/// The page of a place.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Contracts => view! { <ContractsPage /> }.into_any(),
        Route::Attach | Route::Detach => {
            view! { <Coming route load=|route| Box::pin(parts::change(route)) /> }.into_any()
        }
        // It leads elsewhere at once.
        Route::SignIn => ().into_any(),
        route => view! { <Coming route load=|route| Box::pin(parts::look(route)) /> }.into_any(),
    }
}

/// Has the drafts once their code has come.
pub fn take_up_drafts(place: Place) {
    spawn_local(async {
        // Where it does not arrive, what was kept stays for the next page.
        let _ = parts::drafts(place).await;
    });
}

/// The page to sign in, for whoever is not.
pub fn sign_in_page() -> AnyView {
    view! {
        <main class="sign-in">
            <Banner />
            <Coming route=Route::SignIn load=|_| Box::pin(parts::sign_in()) />
        </main>
    }
    .into_any()
}

/// How long after the first press: what it asks for comes first.
const LOADED_AFTER: Duration = Duration::from_secs(1);

/// How long a tab may go untouched until it has everything all the same.
const LOADED_AT_LAST: Duration = Duration::from_secs(10);

/// Loads the code of all pages soon after somebody does something, or after a while: a tab then goes on when the server has
/// another release, or is out of reach, and a page that is gone to is there at once.
pub fn load_when_used() {
    set_timeout(|| spawn_local(parts::load()), LOADED_AT_LAST);
    let is_used = StoredValue::new(false);
    for event in ["keydown", "pointerdown"] {
        let listener = window_event_listener_untyped(event, move |_| {
            if !is_used.get_value() {
                is_used.set_value(true);
                set_timeout(|| spawn_local(parts::load()), LOADED_AFTER);
            }
        });
        on_cleanup(move || listener.remove());
    }
}

/// The page to sign in.
fn sign_in() -> AnyView {
    let session = use_session();
    let farewell = Memo::new(move |_| match Gate::of(&session.state()) {
        Gate::Guest(farewell) => farewell,
        Gate::SignedIn => Farewell::None,
    });
    view! { <SignInPage farewell /> }.into_any()
}

/// The pages that change something.
fn change(route: Route) -> AnyView {
    expect_context::<Place>().have_drafts();
    match route {
        Route::Attach => view! { <AttachPage /> }.into_any(),
        _ => view! { <DetachPage /> }.into_any(),
    }
}

/// The pages that only show something.
fn look(route: Route) -> AnyView {
    expect_context::<Place>().have_drafts();
    match route {
        Route::Overview => view! { <OverviewPage /> }.into_any(),
        Route::Computers => view! { <ComputersPage /> }.into_any(),
        Route::Computer(id) => view! { <ComputerPage id /> }.into_any(),
        Route::Contract(id) => view! { <ContractPage id /> }.into_any(),
        Route::LegacyLicenses => view! { <LegacyLicensesPage /> }.into_any(),
        Route::LegacyLicense(id) => view! { <LegacyLicensePage id /> }.into_any(),
        Route::Activities => view! { <ActivitiesPage /> }.into_any(),
        Route::Activity(id) => view! { <ActivityPage id /> }.into_any(),
        Route::About => view! { <AboutPage /> }.into_any(),
        _ => view! { <NotFoundPage /> }.into_any(),
    }
}

/// A page, or nothing where its code did not come.
type Loading = Pin<Box<dyn Future<Output = Option<AnyView>>>>;

/// The heading of a page that has come, for whoever waited at the one before; unless they were led elsewhere, as by Back. It does
/// not scroll: it is at the top where nobody has scrolled.
fn focus_new_heading() {
    let is_nowhere = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
    let heading = document().get_element_by_id(HEADING_ID).and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading.filter(|_| is_nowhere) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}

/// How far a page has come.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Loading,
    Loaded,
    Failed,
}

/// A page whose code may still have to come.
#[component]
fn Coming(
    /// Its place.
    route: Route,
    /// Loads it.
    load: fn(Route) -> Loading,
) -> impl IntoView {
    let heading = route.heading();
    let (stage, tries) = (RwSignal::new(Stage::Loading), RwSignal::new(0_u32));
    let page = StoredValue::new_local(None);
    effect(move || {
        tries.track();
        stage.set(Stage::Loading);
        let route = route.clone();
        spawn_local_scoped_with_cancellation(async move {
            // Its heading first: to make a page takes a while.
            painted().await;
            let loaded = load(route).await;
            let has_come = loaded.is_some();
            page.set_value(loaded);
            // Who waits at the heading stays there: another one takes its place.
            let waits = document().active_element().is_some_and(|element| element.id() == HEADING_ID);
            stage.set(if has_come { Stage::Loaded } else { Stage::Failed });
            if waits {
                request_animation_frame(focus_new_heading);
            }
        });
    });
    let is_loading = Memo::new(move |_| stage.get() == Stage::Loading);
    move || match stage.get() {
        Stage::Loaded => page.try_update_value(Option::take).flatten().into_any(),
        stage => {
            let on_retry = Callback::new(move |()| {
                tries.update(|tries| *tries += 1);
                // The button that was pressed goes.
                request_animation_frame(|| focus(HEADING_ID));
            });
            view! {
                <PageHeader heading=heading.clone() />
                <PendingNote is_loading />
                {(stage == Stage::Failed).then(|| view! { <NotLoaded text=errors::PAGE_NOT_LOADED on_retry /> })}
            }
            .into_any()
        }
    }
}
