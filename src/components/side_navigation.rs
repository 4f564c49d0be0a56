//! The navigation beside every page.

use leptos::html::Button;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::components::ornament::Ornament;
use crate::effects::effect;
use crate::navigation::use_navigation;
use crate::route::Route;
use crate::words;

/// The pages it leads to, with their icons.
const PAGES: [(Route, &str); 7] = [
    (Route::Overview, "p-icon--statistics"),
    (Route::Contracts, "p-icon--certificate"),
    (Route::LegacyLicenses, "p-icon--archive"),
    (Route::Computers, "p-icon--machines"),
    (Route::Attach, "p-icon--plus"),
    (Route::Detach, "p-icon--minus"),
    (Route::Activities, "p-icon--history"),
];

/// Links to the pages, the current one marked; a drawer on a narrow screen.
#[component]
pub fn SideNavigation() -> impl IntoView {
    let navigation = use_navigation();
    let route = navigation.route();
    let open = RwSignal::new(false);
    effect(move || {
        route.track();
        open.set(false);
    });
    let (menu, close) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    // The drawer covers the button that opens it: the focus goes along, and comes back. A link takes it to its page.
    let turn = move |is_open: bool| {
        open.set(is_open);
        let button = if is_open { close } else { menu };
        request_animation_frame(move || drop(button.get_untracked().map(|button| button.focus())));
    };
    let leave = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            turn(false);
        }
    };
    let links = PAGES.map(|(page, icon)| {
        let (href, label) = (navigation.href(&page), page.heading());
        let current = move || route.with(|route| route.section() == page).then_some("page");
        view! {
            <li class="p-side-navigation__item">
                <a class="p-side-navigation__link" href=href aria-current=current>
                    <i class=format!("{icon} p-side-navigation__icon")></i>
                    <span class="p-side-navigation__label">{label}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="l-navigation-bar" aria-label=words::APP_NAME>
            <div class="p-panel is-dark side-navigation__bar">
                <span class="side-navigation__name">{words::APP_NAME}</span>
                <button
                    node_ref=menu
                    type="button"
                    class="p-button--base is-dark u-no-margin--bottom"
                    aria-controls="side-navigation"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| turn(true)
                >
                    {words::navigation::MENU}
                </button>
            </div>
        </nav>
        <nav
            class="l-navigation"
            class:is-collapsed=move || !open.get()
            id="side-navigation"
            aria-label=words::navigation::MAIN
            on:keydown=leave
        >
            <div class="l-navigation__drawer">
                <div class="p-panel is-dark">
                    <div class="p-panel__header side-navigation__header">
                        <Ornament class="side-navigation__tag" />
                        <span class="side-navigation__name is-fading-when-collapsed">{words::APP_NAME}</span>
                        <button
                            node_ref=close
                            type="button"
                            class="p-button--base is-dark u-no-margin--bottom side-navigation__close"
                            on:click=move |_| turn(false)
                        >
                            {words::navigation::CLOSE_MENU}
                        </button>
                    </div>
                    <div class="p-side-navigation--icons is-dark">
                        <ul class="p-side-navigation__list">{links.collect_view()}</ul>
                    </div>
                </div>
            </div>
        </nav>
    }
}
