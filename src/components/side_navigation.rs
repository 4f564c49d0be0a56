//! The navigation beside every page.

use leptos::prelude::*;

use crate::navigation::use_navigation;
use crate::route::Route;
use crate::words;

/// The pages it leads to, with their icons.
const PAGES: [(Route, &str); 5] = [
    (Route::Contracts, "p-icon--certificate"),
    (Route::LegacyLicenses, "p-icon--archive"),
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
    Effect::new(move |_| {
        route.track();
        open.set(false);
    });
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
        <div class="l-navigation-bar">
            <div class="p-panel is-dark side-navigation__bar">
                <span class="side-navigation__name">{words::APP_NAME}</span>
                <button
                    type="button"
                    class="p-button--base is-dark u-no-margin--bottom"
                    aria-controls="side-navigation"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {words::navigation::MENU}
                </button>
            </div>
        </div>
        <div class="l-navigation" class:is-collapsed=move || !open.get() id="side-navigation">
            <div class="l-navigation__drawer">
                <div class="p-panel is-dark">
                    <div class="p-panel__header side-navigation__header">
                        <span class="side-navigation__tag" aria-hidden="true"></span>
                        <span class="side-navigation__name is-fading-when-collapsed">{words::APP_NAME}</span>
                        <button
                            type="button"
                            class="p-button--base is-dark u-no-margin--bottom side-navigation__close"
                            on:click=move |_| open.set(false)
                        >
                            {words::navigation::CLOSE_MENU}
                        </button>
                    </div>
                    <nav class="p-side-navigation--icons is-dark" aria-label=words::navigation::MAIN>
                        <ul class="p-side-navigation__list">{links.collect_view()}</ul>
                    </nav>
                </div>
            </div>
        </div>
    }
}
