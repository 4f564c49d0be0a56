//! Where the app is in the browser's history, and the ways to go elsewhere.
//!
//! The base path comes from `<base href>`: moving the app to another prefix needs no rebuild.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

use crate::api::encode::decode_segment;
use crate::lasting::Lasting;
use crate::query::Query;
use crate::restoration;
use crate::route::Route;

/// A page and the query it is shown with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// Its filters, sort order and search.
    pub query: Query,
}

impl Location {
    /// A page without a query.
    pub fn of(route: Route) -> Self {
        Self { route, query: Query::default() }
    }

    /// The path and query below the app's base.
    pub fn print(&self) -> String {
        format!("{}{}", self.route.path(), self.query.print())
    }

    /// Reads a way back, as the sign-in page keeps it: a path and query of a page of this app, or nothing.
    ///
    /// It only ever leads to a path below the app's base, on the app's own origin.
    pub fn parse_way_back(text: &str) -> Option<Self> {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let mut segments = path.strip_prefix('/')?.split('/');
        match Route::parse(path) {
            Route::SignIn | Route::Overview => None,
            route => segments.all(is_plain_segment).then(|| Self { route, query: Query::parse(query) }),
        }
    }
}

/// Whether a segment of a path leads nowhere but down: unreserved and percent-encoded characters, and not only dots.
fn is_plain_segment(segment: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'%');
    !segment.is_empty()
        && segment.bytes().all(is_plain)
        && !decode_segment(segment).chars().all(|character| character == '.')
}

/// The app's place in the browser's history. Lives in the context.
#[derive(Clone, Copy)]
pub struct Navigation {
    base: StoredValue<String>,
    location: Lasting<Location>,
    guard: StoredValue<Option<Signal<bool>>>,
    wanted: Lasting<Option<Location>>,
}

impl Navigation {
    /// Reads where the browser is, and follows its Back, its Forward and every link to a page of this app.
    pub fn start() -> Self {
        let base = document().base_uri().ok().flatten().and_then(|uri| web_sys::Url::new(&uri).ok());
        let base = base.map_or_else(|| "/".to_owned(), |uri| uri.pathname());
        let base = base.trim_end_matches(|last| last != '/').to_owned();
        let location = Lasting::new(current_location(&base));
        let navigation =
            Self { base: StoredValue::new(base), location, guard: StoredValue::new(None), wanted: Lasting::new(None) };
        let on_pop = window_event_listener(leptos::ev::popstate, move |_| navigation.follow_browser());
        let on_hide = window_event_listener(leptos::ev::pagehide, |_| restoration::keep());
        restoration::take_over();
        let on_click = window_event_listener(leptos::ev::click, move |event| navigation.follow_link(&event));
        on_cleanup(move || {
            on_pop.remove();
            on_click.remove();
            on_hide.remove();
        });
        navigation
    }

    /// Where the app is.
    pub fn location(&self) -> Location {
        self.location.get()
    }

    /// The page alone: it stays the same while only the query changes.
    pub fn route(&self) -> Memo<Route> {
        let location = self.location;
        Memo::new(move |_| location.with(|location| location.route.clone()))
    }

    /// The query alone.
    pub fn query(&self) -> Memo<Query> {
        let location = self.location;
        Memo::new(move |_| location.with(|location| location.query.clone()))
    }

    /// The address of a page, for a link.
    pub fn href(&self, route: &Route) -> String {
        self.address(&Location::of(route.clone()))
    }

    /// Goes to a page; Back leads to the one before.
    pub fn go(&self, location: Location) {
        self.change(location, Change::Push);
    }

    /// Goes to a page in place of this one: Back leads to where it would have led.
    pub fn replace(&self, location: Location) {
        self.change(location, Change::Replace);
    }

    /// Keeps the page and changes its query; Back leads to the one before.
    pub fn push_query(&self, query: Query) {
        self.go(Location { route: self.route_untracked(), query });
    }

    /// Keeps the page and changes its query, in place: for what is typed letter by letter.
    pub fn replace_query(&self, query: Query) {
        self.replace(Location { route: self.route_untracked(), query });
    }

    /// Asks before a link, Back or Forward leads away from the page, as long as `holds` and what calls this is shown.
    pub fn ask_before_leaving(&self, holds: Signal<bool>) {
        let navigation = *self;
        navigation.guard.set_value(Some(holds));
        on_cleanup(move || {
            let _ = navigation.guard.try_set_value(None);
            let _ = navigation.wanted.try_set(None);
        });
    }

    /// Where the person wants to go, while they are asked whether to leave.
    pub fn wanted(&self) -> Lasting<Option<Location>> {
        self.wanted
    }

    /// Whether a page must ask before another comes in its place.
    fn must_ask(&self, location: &Location) -> bool {
        let holds = self.guard.get_value().is_some_and(|holds| holds.get_untracked());
        holds && self.route_untracked() != location.route
    }

    fn route_untracked(&self) -> Route {
        self.location.with_untracked(|location| location.route.clone())
    }

    /// The address of a page with its query, for a link.
    pub fn address(&self, location: &Location) -> String {
        self.base.with_value(|base| format!("{}{}", base.trim_end_matches('/'), location.print()))
    }

    fn change(&self, location: Location, change: Change) {
        if self.location.with_untracked(|current| *current == location) {
            return;
        }
        let address = self.address(&location);
        if matches!(change, Change::Push) {
            restoration::keep();
        }
        if let Ok(history) = window().history() {
            // Browsers refuse hundreds of changes within seconds: the page changes all the same.
            let _ = match change {
                Change::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
                Change::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
            };
        }
        self.location.set(location);
    }

    fn follow_browser(&self) {
        let location = self.base.with_value(|base| current_location(base));
        if self.must_ask(&location) {
            // The browser has gone there already: the page's own address comes back until the person has decided.
            let address = self.address(&self.location.get_untracked());
            if let Ok(history) = window().history() {
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
            }
            self.wanted.set(Some(location));
        } else {
            self.location.set(location);
        }
    }

    fn follow_link(&self, event: &MouseEvent) {
        if let Some(location) = self.base.with_value(|base| linked_location(event, base)) {
            event.prevent_default();
            if self.must_ask(&location) {
                self.wanted.set(Some(location));
            } else {
                self.go(location);
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Change {
    Push,
    Replace,
}

/// The navigation of the app around.
pub fn use_navigation() -> Navigation {
    expect_context()
}

fn current_location(base: &str) -> Location {
    let location = window().location();
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    location_within(base, &path, &query).unwrap_or_else(|| Location::of(Route::NotFound("/".to_owned())))
}

/// Reads a path of the origin: a page of the app where it lies below `base`, which ends with a slash.
fn location_within(base: &str, path: &str, query: &str) -> Option<Location> {
    let without_slash = base.trim_end_matches('/');
    let below = if path == without_slash { "/" } else { path.strip_prefix(without_slash)? };
    below.starts_with('/').then(|| Location { route: Route::parse(below), query: Query::parse(query) })
}

/// Where a press on a link leads within the app; nothing where it is for the browser.
fn linked_location(event: &MouseEvent, base: &str) -> Option<Location> {
    let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let element: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    if !link.target().is_empty()
        || link.has_attribute("download")
        || link.origin() != window().location().origin().ok()?
    {
        return None;
    }
    location_within(base, &link.pathname(), &link.search())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_way_back(text: &str, expected: Option<&str>) {
        assert_eq!(Location::parse_way_back(text).map(|location| location.print()).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_way_back_keeps_page_and_query() {
        check_way_back("/contracts?active_only=true", Some("/contracts?active_only=true"));
        check_way_back("/attach", Some("/attach"));
        check_way_back("/contracts/a%2Fb", Some("/contracts/a%2Fb"));
        check_way_back("/nonsense", Some("/nonsense"));
    }

    #[test]
    fn a_foreign_way_back_is_ignored() {
        let foreign = [
            "https://evil.example/contracts",
            "//evil.example/contracts",
            "///contracts",
            "/\\evil.example",
            "contracts",
            "javascript:alert(1)",
            "\\\\evil.example",
            "/https://evil.example",
            "/../../api/v2/contracts",
            "/%2e%2E/evil",
            "/./contracts",
            "/\t/evil.example",
            "/contracts//",
            "",
            "/",
            "/sign-in",
            "/sign-in?next=/contracts",
            "data:,x",
        ];
        for text in foreign {
            check_way_back(text, None);
        }
    }

    #[test]
    fn the_base_path_is_taken_off() {
        let route = |base, path| location_within(base, path, "").map(|location| location.route);
        assert_eq!(route("/licensing/", "/licensing/contracts"), Some(Route::Contracts));
        assert_eq!(route("/licensing/", "/licensing/"), Some(Route::Overview));
        assert_eq!(route("/licensing/", "/licensing"), Some(Route::Overview));
        assert_eq!(route("/", "/contracts"), Some(Route::Contracts));
        assert_eq!(route("/a/b/", "/a/b/attach"), Some(Route::Attach));
        assert_eq!(route("/licensing/", "/licensing-other/contracts"), None);
        assert_eq!(route("/licensing/", "/new_dashboard"), None);
    }
}
