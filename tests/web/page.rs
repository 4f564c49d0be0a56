//! A fresh page for each test, and finding things on it by role, name and text.

use std::any::Any;
use std::cell::RefCell;

use landscape_licensing::announcer::Announcer;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use crate::server::unplug;

thread_local! {
    /// What the test under way has made. A test that fails takes nothing down: the next one does.
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
    /// The address of the test page, before any test changed it.
    static ADDRESS: String = location().href().expect("a page has an address");
}

struct Stage {
    announcer: Announcer,
    root: HtmlElement,
    shown: Vec<Box<dyn Any>>,
    owner: Owner,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.shown.clear();
        self.owner.cleanup();
        self.root.remove();
    }
}

/// An empty page, whose signals and contexts end with the test.
#[derive(Clone)]
pub struct Page {
    root: HtmlElement,
}

impl Page {
    /// Clears away what the test before left: its views, its signals, its storage and its place in the history.
    pub fn new() -> Self {
        ADDRESS.with(|address| Self::open(address))
    }

    /// An empty page of an app that lives at a base path, at an address below it.
    pub fn at(base: &str, path: &str) -> Self {
        let page = Self::open(path);
        let element = document().create_element("base").expect("it is a tag");
        element.set_attribute("href", base).expect("a base has an address");
        document().head().expect("the test page has a head").append_child(&element).expect("a head takes a base");
        page
    }

    fn open(address: &str) -> Self {
        clear();
        go_to(address);
        let root: HtmlElement = document().create_element("div").expect("it is a tag").unchecked_into();
        document().body().expect("the test page has a body").append_child(&root).expect("a body takes a div");
        let owner = Owner::new();
        owner.set();
        let announcer = Announcer::new();
        provide_context(announcer);
        STAGE.set(Some(Stage { announcer, root: root.clone(), shown: Vec::new(), owner }));
        let page = Self { root };
        page.show(|| ());
        page
    }

    /// Shows a view, below what is shown already.
    pub fn show<View: IntoView + 'static>(&self, view: impl FnOnce() -> View + 'static) {
        let handle = leptos::mount::mount_to(self.root.clone(), view);
        STAGE.with_borrow_mut(|stage| {
            stage.as_mut().expect("a page was opened").shown.push(Box::new(handle));
        });
    }

    /// The element that everything is shown in.
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Everything that is written on the page.
    pub fn text(&self) -> String {
        text(&self.root)
    }

    /// Everything of a role.
    pub fn all(&self, role: &str) -> Vec<HtmlElement> {
        within(&self.root, role)
    }

    /// The names of everything of a role, in order.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.all(role).iter().map(|element| name(element)).collect()
    }

    /// Whether there is anything of a role.
    pub fn has(&self, role: &str) -> bool {
        !self.all(role).is_empty()
    }

    /// The one thing of a role.
    #[track_caller]
    pub fn the(&self, role: &str) -> HtmlElement {
        let mut found = self.all(role);
        assert_eq!(found.len(), 1, "one {role} is expected in: {}", self.root.inner_html());
        found.remove(0)
    }

    /// The one thing of a role and a name.
    #[track_caller]
    pub fn find(&self, role: &str, wanted: &str) -> HtmlElement {
        let mut found = self.all(role);
        found.retain(|element| name(element) == wanted);
        assert_eq!(found.len(), 1, "one {role} “{wanted}” is expected in: {}", self.root.inner_html());
        found.remove(0)
    }

    /// Presses the button of a name.
    #[track_caller]
    pub fn press(&self, button: &str) {
        self.find("button", button).click();
    }

    /// The field of a label.
    #[track_caller]
    pub fn field(&self, label: &str) -> HtmlElement {
        let label = self.find("label", label);
        let id = label.get_attribute("for").expect("the label names its field");
        by_id(&id)
    }
}

/// What was said last, for as long as it is kept.
pub fn said() -> String {
    STAGE.with_borrow(|stage| untrack(|| stage.as_ref().expect("a page was opened").announcer.text()))
}

/// Takes everything away that is shown, as when a page is left.
pub fn leave() {
    let shown = STAGE.with_borrow_mut(|stage| std::mem::take(&mut stage.as_mut().expect("a page was opened").shown));
    drop(shown);
}

/// The element of an id.
#[track_caller]
pub fn by_id(id: &str) -> HtmlElement {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok());
    element.unwrap_or_else(|| panic!("there is no #{id}"))
}

/// Everything of a role within an element.
pub fn within(element: &Element, role: &str) -> Vec<HtmlElement> {
    let all = element.get_elements_by_tag_name("*");
    let all = (0..all.length()).filter_map(|index| all.item(index)?.dyn_into::<HtmlElement>().ok());
    all.filter(|element| element.matches(selector(role)).expect("it is a selector")).collect()
}

fn selector(role: &str) -> &str {
    match role {
        "button" => "button",
        "link" => "a[href]",
        "heading" => "h1, h2, h3, h4",
        "columnheader" => "th[scope=col]",
        "rowheader" => "th[scope=row]",
        "cell" => "td, th[scope=row]",
        "row" => "tbody tr",
        "term" => "dt",
        "definition" => "dd",
        "textbox" => "input[type=text], textarea",
        "checkbox" => "input[type=checkbox]",
        "searchbox" => "input[type=search]",
        "radio" => "input[type=radio]",
        "combobox" => "select",
        "option" => "option",
        "image" => "img",
        "dialog" => "dialog[open]",
        "status" => "[role=status]",
        "alert" => "[role=alert]",
        tag => tag,
    }
}

/// What an element is called: by its label, or by its text.
pub fn name(element: &Element) -> String {
    let of_label = || {
        let label = format!("label[for='{}']", element.id());
        let label = document().query_selector(&label).expect("it is a selector");
        label.filter(|_| element.tag_name() == "SELECT").map(|label| text(&label))
    };
    element.get_attribute("aria-label").or_else(of_label).unwrap_or_else(|| text(element))
}

/// The text of an element, without the space around it.
pub fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

/// Whether an element has the focus.
pub fn has_focus(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// The tab's storage.
pub fn storage() -> web_sys::Storage {
    window().session_storage().ok().flatten().expect("the test page has storage")
}

/// The storage that all tabs share.
pub fn local_storage() -> web_sys::Storage {
    window().local_storage().ok().flatten().expect("the test page has storage")
}

/// The path and query that the browser shows.
pub fn address() -> String {
    let read = |part: Result<String, JsValue>| part.expect("an address can be read");
    format!("{}{}", read(location().pathname()), read(location().search()))
}

/// Browsers refuse hundreds of changes of the address within seconds: none is made without need.
fn go_to(address: &str) {
    let here = location().href().expect("a page has an address");
    let there = web_sys::Url::new_with_base(address, &here).expect("it is an address").href();
    if there != here {
        let history = window().history().expect("browsers have a history");
        history.replace_state_with_url(&JsValue::NULL, "", Some(&there)).expect("it is of the same origin");
    }
}

fn clear() {
    drop(STAGE.take());
    unplug();
    storage().clear().expect("the test page has storage");
    local_storage().clear().expect("the test page has storage");
    document().document_element().expect("a document has one").remove_attribute("data-theme").expect("it can be");
    if let Some(base) = document().query_selector("base").expect("it is a selector") {
        base.remove();
    }
}
